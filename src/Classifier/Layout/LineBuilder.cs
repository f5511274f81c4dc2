using System.Runtime.InteropServices;
using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>Gathers the words of one column to lines by their baselines; raised and lowered words join the line that they stand in.</summary>
internal sealed class LineBuilder(LayoutOptions options)
{
    // Raised marks are set in about 0.6 of the text's size; a larger lone number is a page's or a chart's.
    private const double MarkSize = 0.75;

    // Words whose left edges are closer than this share of the font size are printed over one another.
    private const double SamePlace = 0.2;

    /// <summary>Builds the lines of a column, from top to bottom.</summary>
    public LaidOutLine[] Build(int page, Word[] words)
    {
        Word[] sorted = StableOrder.By(words, word => word.Baseline);
        List<Row> rows = [];
        for (int i = 0; i < sorted.Length; i++)
        {
            Row? row = rows.Count > 0 ? rows[^1] : null;
            if (row is null || sorted[i].Baseline - row.Baseline > options.BaselineTolerance * Math.Min(sorted[i].FontSize, row.FontSize)) rows.Add(row = new Row(sorted, i));
            row.Grow();
        }
        List<Row> joined = JoinRaised(rows);
        List<LaidOutLine> lines = new(joined.Count);
        foreach (Row one in joined)
        {
            ReadOnlySpan<Word> ordered = ReadingDirection.Order(one.Words);
            if (NumberOverFirst(ordered) is { } number)
            {
                lines.Add(Line(page, one, [number], number.Box));
                ordered = ordered.ToArray().Where(word => !ReferenceEquals(word, number)).ToArray();
            }
            lines.Add(Line(page, one, ordered, one.Box));
        }
        return StableOrder.By(lines.ToArray(), line => line.Baseline);
    }

    /// <summary>"text¹": the mark's baseline is its own, but it stands within the height of the line, between that line's words.</summary>
    private List<Row> JoinRaised(List<Row> rows)
    {
        List<Row> joined = [];
        for (int i = 0; i < rows.Count; i++)
        {
            Row small = rows[i];
            Row? host = null;
            if (joined.Count > 0 && IsRaisedIn(small, joined[^1])) host = joined[^1];
            else if (i + 1 < rows.Count && IsRaisedIn(small, rows[i + 1])) host = rows[i + 1];
            else if (i + 1 < rows.Count && IsRaisedHigh(small, rows[i + 1])) host = rows[i + 1];
            // A blank that is printed as a raised character may stand between.
            else if (i + 2 < rows.Count && IsRaisedHigh(small, rows[i + 2])) host = rows[i + 2];
            if (host is null) joined.Add(small);
            else foreach (Word word in small.Words) host.AddRaised(word);
        }
        return joined;
    }

    private bool IsRaisedIn(Row small, Row host)
    {
        if (small.FontSize > options.RaisedSize * host.FontSize) return false;
        double middle = (small.Box.Top + small.Box.Bottom) / 2;
        if (middle < host.Box.Top || middle > host.Box.Bottom) return false;
        // A line of small print that crosses the line above would overlap its words.
        if (small.Box.Width >= host.Box.Width) return false;
        foreach (Word word in small.Words)
            if (OverlapsOne(word.Box, host.Words)) return false;
        return true;
    }

    /// <summary>A lone number above the line's own height, right after one of its words: some producers raise marks by half a line.</summary>
    private static bool IsRaisedHigh(Row small, Row host)
    {
        if (small.Count > 1 || small.FontSize > MarkSize * host.FontSize || !small.Words[0].Text.All(char.IsAsciiDigit)) return false;
        Box mark = small.Box;
        return mark.Bottom > host.Box.Top && host.Baseline - small.Baseline < host.FontSize && FollowsOne(mark, host) && !OverlapsOne(mark, host.Words);
    }

    private static bool FollowsOne(Box mark, Row host)
    {
        foreach (Word word in host.Words)
            if (Math.Abs(mark.Left - word.Box.Right) < 0.4 * host.FontSize) return true;
        return false;
    }

    private static bool OverlapsOne(Box box, ReadOnlySpan<Word> words)
    {
        foreach (Word word in words)
            if (Math.Min(box.Right, word.Box.Right) - Math.Max(box.Left, word.Box.Left) > 0.5 * Math.Min(box.Width, word.Box.Width)) return true;
        return false;
    }

    /// <summary>
    /// A provision's number printed over the first word of its line: the number was given no text, as where the provision is to go, and the next paragraph moved up
    /// over it. Null where there is none.
    /// </summary>
    private static Word? NumberOverFirst(ReadOnlySpan<Word> words)
    {
        if (words.Length < 2) return null;
        (Word one, Word other) = (words[0], words[1]);
        (Word number, Word word) = char.IsAsciiDigit(one.Text[0]) ? (one, other) : (other, one);
        bool isNumber = char.IsAsciiDigit(number.Text[0]) && number.Text.All(char.IsAsciiLetterOrDigit) && word.Text.All(c => !char.IsAsciiDigit(c));
        return isNumber && number.Box.Right < word.Box.Right && Math.Abs(number.Box.Left - word.Box.Left) < SamePlace * word.FontSize && number.Box.Width > SamePlace * word.FontSize ? number : null;
    }

    private static LaidOutLine Line(int page, Row row, ReadOnlySpan<Word> words, Box box)
    {
        LaidOutWord[] laidOut = new LaidOutWord[words.Length];
        for (int i = 0; i < words.Length; i++) laidOut[i] = new LaidOutWord(words[i], row.IsRaised(words[i]));
        return new LaidOutLine { Page = page, Box = box, Baseline = row.Baseline, FontSize = row.FontSize, Words = ImmutableCollectionsMarshal.AsImmutableArray(laidOut) };
    }

    /// <summary>The words of one baseline, while they are gathered.</summary>
    /// <param name="sorted">The column's words by their baselines.</param>
    /// <param name="start">The row's first word.</param>
    private sealed class Row(Word[] sorted, int start)
    {
        private HashSet<Word>? _raised;
        private int _own, _mainLength;

        public int Count => _own + (_raised?.Count ?? 0);

        public ReadOnlySpan<Word> Words => _raised is null ? sorted.AsSpan(start, _own) : (Word[])[.. sorted.AsSpan(start, _own), .. _raised];

        public Box Box { get; private set; }

        /// <summary>Baseline of the longest word.</summary>
        public double Baseline { get; private set; }

        public double FontSize { get; private set; }

        /// <summary>Takes the next word in.</summary>
        public void Grow()
        {
            Word word = sorted[start + _own];
            Box = _own == 0 ? word.Box : Box.Union(word.Box);
            _own++;
            if (word.Text.Length > _mainLength) (_mainLength, Baseline, FontSize) = (word.Text.Length, word.Baseline, word.FontSize);
        }

        public void AddRaised(Word word)
        {
            Box = Box.Union(word.Box);
            (_raised ??= new(ReferenceEqualityComparer.Instance)).Add(word);
        }

        public bool IsRaised(Word word) => _raised is not null && _raised.Contains(word);
    }
}
