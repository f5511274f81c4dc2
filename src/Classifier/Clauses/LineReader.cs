using System.Buffers;
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

    // What is not to be read as it is drawn.
    private static readonly SearchValues<char> Drawn =
        SearchValues.Create([.. Enumerable.Range(char.MinValue, char.MaxValue + 1).Select(c => (char)c).Where(c => Characters.IsInvisible(c) || Characters.IsSoftHyphen(c) || WrittenForms.IsForm(c))]);

    private readonly MarkedTextBuilder _text = new();

    public TextLine Read(LaidOutLine line, Region region, TextMeasure measure)
    {
        bool leftward = line.Words.Count(word => RightToLeft.IsIn(word.Text)) * 2 > line.Words.Count;
        _text.Clear();
        List<string>? references = null;
        List<(int, double)> blanks = new(line.Words.Count - 1);
        LaidOutWord? last = null;
        bool blankWanted = false;
        for (int i = 0; i < line.Words.Count; i++)
        {
            LaidOutWord word = line.Words[i];
            if (IsReference(word, _text.Length > 0))
            {
                (references ??= []).AddRange(word.Text.Split(',', StringSplitOptions.RemoveEmptyEntries));
                blankWanted |= word.Source.BlankAfter;
                last = word;
                continue;
            }
            if (_text.Length > 0 && last is not null)
            {
                double gap = leftward ? last.Box.Left - word.Box.Right : word.Box.Left - last.Box.Right;
                // Scripts without blanks are parted by tabs only.
                bool unspaced = Characters.IsUnspaced(_text[^1]) && Characters.IsUnspaced(word.Text[0]) && gap < line.FontSize;
                if ((blankWanted || last.Source.BlankAfter || gap > BlankGap * line.FontSize || ChangesDirection(_text[^1], word.Text[0])) && !unspaced)
                {
                    _text.AppendBlank(word.Marks[0]);
                    blanks.Add((_text.Length, gap));
                }
            }
            if (word.Text.AsSpan().ContainsAny(Drawn)) AppendWritten(word, line.FontSize, isLast: i == line.Words.Count - 1);
            else _text.Append(word.Text, word.Marks);
            blankWanted = false;
            last = word;
        }
        LaidOutWord first = line.Words[0];
        return new TextLine
        {
            Source = line,
            Region = region,
            Text = _text.ToMarkedText(),
            NoteReferences = references ?? [],
            Blanks = blanks,
            Measure = measure.Width,
            Indent = leftward ? measure.Right - line.Box.Right : line.Box.Left - measure.Left,
            Slack = leftward ? line.Box.Left - measure.Left : measure.Right - line.Box.Right,
            FirstWordWidth = Characters.IsUnspaced(first.Text[0]) ? line.FontSize : first.Box.Width,
            Bold = ShareOf(line, word => word.Source.Bold) > 0.8,
            Italic = ShareOf(line, word => word.Source.Italic) > 0.8,
        };
    }

    private void AppendWritten(LaidOutWord word, double fontSize, bool isLast)
    {
        for (int i = 0; i < word.Text.Length; i++)
        {
            char written = word.Text[i];
            if (Characters.IsInvisible(written)) continue;
            if (Characters.IsSoftHyphen(written) && !(isLast && i == word.Text.Length - 1))
            {
                // Within a line it is a place where the word might have been broken, but was not; one that takes room is a hyphen, which some fonts map to it.
                if (!(word.Source.Edges.Span[2 * i + 1] - word.Source.Edges.Span[2 * i] > VisibleWidth * fontSize)) continue;
                written = '-';
            }
            foreach (char c in WrittenForms.Of(written, word.Text, i)) _text.Append(c, word.Marks[i]);
        }
    }

    // Beside Arabic or Hebrew the gap to a figure is measured against the direction of one of them.
    private static bool ChangesDirection(char last, char next) =>
        char.IsLetterOrDigit(last) && char.IsLetterOrDigit(next) && RightToLeft.IsIn([last]) != RightToLeft.IsIn([next]);

    private bool IsReference(LaidOutWord word, bool afterText) =>
        word.Raised && afterText && word.Text.Split(',', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } labels && labels.All(noteLabels.Contains);

    private static double ShareOf(LaidOutLine line, Func<LaidOutWord, bool> has)
    {
        int all = 0, having = 0;
        foreach (LaidOutWord word in line.Words)
        {
            all += word.Text.Length;
            if (has(word)) having += word.Text.Length;
        }
        return all == 0 ? 0 : (double)having / all;
    }
}
