using System.Runtime.InteropServices;
using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>Joins drawn lines and marked areas to the characters that they strike or underline.</summary>
internal sealed class RevisionMarker
{
    // Height of a line's middle over the baseline, as shares of the font size. Strikes go through the x-height (LibreOffice 0.26,
    // Chromium 0.22, ulem 0.23, groff 0.25); underlines lie below the baseline (LibreOffice 0.10, soul 0.15, ulem 0.2, second line of a double one 0.28).
    private const double StrikeTop = 0.52;
    private const double StrikeBottom = 0.1;
    private const double UnderlineBottom = -0.36;

    // How far a slanted stroke may reach over and under the baseline, and how high it is at least, as shares of the font size.
    private const double CrossingTop = 1.05, CrossingBottom = 0.4, LeastCrossing = 0.25;

    // Points by which the pieces of one line may be out of line, and of white between them: the gaps of a dashed underline.
    private const double PieceDrift = 0.1, PieceGap = 1.5;

    // Share of a character's width that must be covered.
    private const double Cover = 0.5;

    private readonly RuledLine[] _lines;
    private readonly AreaIndex _areas;

    public RevisionMarker(DocumentPage page, IEnumerable<RuledLine> tableRules)
    {
        HashSet<RuledLine> rules = [.. tableRules];
        _lines = [.. Whole(page.Lines.Where(line => line.IsHorizontal && !rules.Contains(line))).OrderBy(line => line.Middle)];
        _areas = new AreaIndex(page.Areas);
    }

    /// <summary>The line with its characters marked.</summary>
    public LaidOutLine Mark(LaidOutLine line)
    {
        if (_lines.Length == 0 && _areas.IsEmpty) return line;
        LaidOutWord[]? words = null;
        for (int i = 0; i < line.Words.Length; i++)
        {
            if (MarksOf(line.Words[i], line) is not { } marks) continue;
            words ??= [.. line.Words];
            words[i] = words[i] with { Marks = marks };
        }
        return words is null ? line : line with { Words = ImmutableCollectionsMarshal.AsImmutableArray(words) };
    }

    /// <summary>The marks of a word's characters; null where nothing marks one.</summary>
    private Mark[]? MarksOf(in LaidOutWord word, LaidOutLine line)
    {
        // A raised mark is struck with the line that it stands in.
        double baseline = word.Raised ? line.Baseline : word.Source.Baseline;
        double size = word.Raised ? line.FontSize : word.Source.FontSize;
        Mark[]? marks = null;
        for (int i = FirstBelow(baseline - StrikeTop * size); i < _lines.Length && _lines[i].Middle <= baseline - UnderlineBottom * size; i++)
        {
            Box box = _lines[i].Box;
            if (box.Right <= word.Box.Left || box.Left >= word.Box.Right) continue;
            Mark mark = _lines[i].Middle < baseline - StrikeBottom * size ? Layout.Mark.Deleted : Layout.Mark.Inserted;
            Set(ref marks, word, box.Left, box.Right, mark);
        }
        foreach (MarkedArea area in _areas.Over(word.Box))
        {
            if (area.Kind == AreaKind.Link || (area.Kind == AreaKind.Crossed && !IsWithin(area.Box, baseline, size))) continue;
            Set(ref marks, word, area.Box.Left, area.Box.Right, area.Kind == AreaKind.Inserted ? Layout.Mark.Inserted : Layout.Mark.Deleted);
        }
        if (marks is null) return null;
        foreach (MarkedArea area in _areas.Over(word.Box))
            if (area.Kind == AreaKind.Link) Clear(marks, word, area.Box);
        return marks;
    }

    // A stroke that crosses one line out keeps within its height; one that runs over several lines is part of a drawing or a curve.
    private static bool IsWithin(Box stroke, double baseline, double size) =>
        stroke.Top >= baseline - CrossingTop * size && stroke.Bottom <= baseline + CrossingBottom * size && stroke.Height >= LeastCrossing * size;

    /// <summary>Puts the pieces of a drawn line together: some producers draw it in steps shorter than a letter, none of which would mark one.</summary>
    private static IEnumerable<RuledLine> Whole(IEnumerable<RuledLine> pieces)
    {
        List<RuledLine> whole = [];
        foreach (RuledLine piece in pieces.OrderBy(line => Math.Round(line.Middle, 1)).ThenBy(line => line.Box.Left))
        {
            if (whole.Count > 0 && Math.Abs(whole[^1].Middle - piece.Middle) <= PieceDrift && piece.Box.Left <= whole[^1].Box.Right + PieceGap) whole[^1] = new RuledLine(whole[^1].Box.Union(piece.Box));
            else whole.Add(piece);
        }
        return whole;
    }

    private int FirstBelow(double y)
    {
        int low = 0, high = _lines.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_lines[middle].Middle < y) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static void Set(ref Mark[]? marks, in LaidOutWord word, double left, double right, Mark mark)
    {
        ReadOnlySpan<float> edges = word.Source.Edges.Span;
        for (int i = 0; i < word.Text.Length; i++)
        {
            double width = edges[2 * i + 1] - edges[2 * i];
            if (Math.Min(right, edges[2 * i + 1]) - Math.Max(left, edges[2 * i]) < Cover * width) continue;
            marks ??= new Mark[word.Text.Length];
            // What one author inserted and another struck is struck.
            if (marks[i] != Layout.Mark.Deleted) marks[i] = mark;
        }
    }

    private static void Clear(Mark[] marks, in LaidOutWord word, Box link)
    {
        ReadOnlySpan<float> edges = word.Source.Edges.Span;
        for (int i = 0; i < marks.Length; i++)
        {
            double middle = (edges[2 * i] + edges[2 * i + 1]) / 2;
            if (marks[i] == Layout.Mark.Inserted && middle > link.Left && middle < link.Right) marks[i] = Layout.Mark.None;
        }
    }
}
