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

    // Share of a line's characters that make it a bold or italic one.
    private const double MostOf = 0.8;

    // What is not to be read as it is drawn.
    private static readonly SearchValues<char> Drawn =
        SearchValues.Create([.. Enumerable.Range(char.MinValue, char.MaxValue + 1).Select(c => (char)c).Where(c => Characters.IsInvisible(c) || Characters.IsSoftHyphen(c) || WrittenForms.IsForm(c))]);

    private readonly MarkedTextBuilder _text = new();

    public TextLine Read(LaidOutLine line, Region region, TextMeasure measure)
    {
        ReadOnlySpan<LaidOutWord> words = line.Words.AsSpan();
        int rightToLeft = 0, all = 0, bold = 0, italic = 0;
        foreach (ref readonly LaidOutWord word in words)
        {
            int length = word.Text.Length;
            if (RightToLeft.IsIn(word.Text)) rightToLeft++;
            if (word.Source.Bold) bold += length;
            if (word.Source.Italic) italic += length;
            all += length;
        }
        bool leftward = rightToLeft * 2 > words.Length;
        _text.Clear();
        List<string>? references = null;
        List<(int, double)> blanks = new(words.Length - 1);
        Word? last = null;
        bool blankWanted = false;
        for (int i = 0; i < words.Length; i++)
        {
            ref readonly LaidOutWord word = ref words[i];
            if (IsReference(word, _text.Length > 0))
            {
                (references ??= []).AddRange(word.Text.Split(',', StringSplitOptions.RemoveEmptyEntries));
                blankWanted |= word.Source.BlankAfter;
                last = word.Source;
                continue;
            }
            if (_text.Length > 0 && last is not null)
            {
                double gap = leftward ? last.Box.Left - word.Box.Right : word.Box.Left - last.Box.Right;
                // Scripts without blanks are parted by tabs only.
                bool unspaced = Characters.IsUnspaced(_text[^1]) && Characters.IsUnspaced(word.Text[0]) && gap < line.FontSize;
                if ((blankWanted || last.BlankAfter || gap > BlankGap * line.FontSize || ChangesDirection(_text[^1], word.Text[0])) && !unspaced)
                {
                    _text.AppendBlank(word.Marks[0]);
                    blanks.Add((_text.Length, gap));
                }
            }
            if (word.Text.AsSpan().ContainsAny(Drawn)) AppendWritten(word, line.FontSize, isLast: i == words.Length - 1);
            else if (word.IsMarked) _text.Append(word.Text, word.Marks);
            else _text.Append(word.Text);
            blankWanted = false;
            last = word.Source;
        }
        LaidOutWord first = words[0];
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
            Bold = bold > MostOf * all,
            Italic = italic > MostOf * all,
        };
    }

    private void AppendWritten(in LaidOutWord word, double fontSize, bool isLast)
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

    private bool IsReference(in LaidOutWord word, bool afterText) =>
        word.Raised && afterText && word.Text.Split(',', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } labels && labels.All(noteLabels.Contains);
}
