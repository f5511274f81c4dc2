using System.Text;
using Classifier.Documents;
using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>Turns laid-out lines into text lines: blanks where words are parted, plain letters, references to notes taken out.</summary>
/// <param name="noteLabels">The labels of the document's notes; a raised word is a reference only where a note answers to it, and else an exponent.</param>
internal sealed class LineReader(IReadOnlySet<string> noteLabels)
{
    // Between words whose producer prints no blanks; the same share of the font size at which letters were parted into words.
    private const double BlankGap = 0.14;

    // A hyphen is a third of the font size wide; a soft one that does not show has no width.
    private const double VisibleWidth = 0.05;

    public TextLine Read(LaidOutLine line, Region region, TextMeasure measure)
    {
        bool leftward = line.Words.Count(word => RightToLeft.IsIn(word.Text)) * 2 > line.Words.Count;
        StringBuilder text = new();
        List<Mark> marks = [];
        List<string> references = [];
        List<(int, double)> blanks = [];
        LaidOutWord? last = null;
        bool blankWanted = false;
        foreach (LaidOutWord word in line.Words)
        {
            if (IsReference(word, text.Length > 0))
            {
                references.AddRange(word.Text.Split(',', StringSplitOptions.RemoveEmptyEntries));
                blankWanted |= word.Source.BlankAfter;
                last = word;
                continue;
            }
            if (text.Length > 0 && last is not null)
            {
                double gap = leftward ? last.Box.Left - word.Box.Right : word.Box.Left - last.Box.Right;
                // Scripts without blanks are parted by tabs only.
                bool unspaced = Characters.IsUnspaced(text[^1]) && Characters.IsUnspaced(word.Text[0]) && gap < line.FontSize;
                if ((blankWanted || last.Source.BlankAfter || gap > BlankGap * line.FontSize || ChangesDirection(text[^1], word.Text[0])) && !unspaced)
                {
                    Mark mark = marks[^1] == word.Marks[0] ? marks[^1] : Mark.None;
                    text.Append(' ');
                    marks.Add(mark);
                    blanks.Add((text.Length, gap));
                }
            }
            for (int i = 0; i < word.Text.Length; i++)
            {
                if (Characters.IsInvisible(word.Text[i])) continue;
                char written = word.Text[i];
                if (Characters.IsSoftHyphen(written) && !(i == word.Text.Length - 1 && ReferenceEquals(word, line.Words[^1])))
                {
                    // Within a line it is a place where the word might have been broken, but was not; one that takes room is a hyphen, which some fonts map to it.
                    if (!(word.Source.Edges[2 * i + 1] - word.Source.Edges[2 * i] > VisibleWidth * line.FontSize)) continue;
                    written = '-';
                }
                foreach (char c in WrittenForms.Of(written, word.Text, i))
                {
                    text.Append(c);
                    marks.Add(word.Marks[i]);
                }
            }
            blankWanted = false;
            last = word;
        }
        LaidOutWord first = line.Words[0];
        return new TextLine
        {
            Source = line,
            Region = region,
            Text = new MarkedText(text.ToString(), [.. marks]),
            NoteReferences = references,
            Blanks = blanks,
            Measure = measure.Width,
            Indent = leftward ? measure.Right - line.Box.Right : line.Box.Left - measure.Left,
            Slack = leftward ? line.Box.Left - measure.Left : measure.Right - line.Box.Right,
            FirstWordWidth = Characters.IsUnspaced(first.Text[0]) ? line.FontSize : first.Box.Width,
            Bold = ShareOf(line, word => word.Source.Bold) > 0.8,
            Italic = ShareOf(line, word => word.Source.Italic) > 0.8,
        };
    }

    // Beside Arabic or Hebrew the gap to a figure is measured against the direction of one of them.
    private static bool ChangesDirection(char last, char next) =>
        char.IsLetterOrDigit(last) && char.IsLetterOrDigit(next) && RightToLeft.IsIn(last.ToString()) != RightToLeft.IsIn(next.ToString());

    private bool IsReference(LaidOutWord word, bool afterText) =>
        word.Raised && afterText && word.Text.Split(',', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } labels && labels.All(noteLabels.Contains);

    private static double ShareOf(LaidOutLine line, Func<LaidOutWord, bool> has)
    {
        int all = line.Words.Sum(word => word.Text.Length);
        return all == 0 ? 0 : (double)line.Words.Where(has).Sum(word => word.Text.Length) / all;
    }
}
