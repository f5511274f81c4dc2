using Classifier.Documents.Drawing;
using UglyToad.PdfPig.Core;

namespace Classifier.Documents;

/// <summary>
/// Finds the short slanted strokes by which words are crossed out: one from the foot of a word to its head, two that make an X, or a row of
/// hatching. Whether a stroke lies on a line of text, and no higher than it, is for the reader of the text to say; here it is only no rule and no drawing.
/// </summary>
internal static class CrossingFinder
{
    // Points of height that a stroke across one line of text may have: from half the x-height of notes to the full height of a title.
    private const double Lowest = 2, Highest = 24;

    // Steeper strokes are letters of a drawn logo or the sides of a shape.
    private const double LeastRun = 0.4;

    // Points by which the strokes of one row of hatching may be out of line, and of white between them.
    private const double Drift = 1, Gap = 2;

    /// <summary>The areas that are crossed out, were there text in them.</summary>
    public static IReadOnlyList<MarkedArea> Find(DrawnPage page, PageFrame frame, PdfReaderOptions options)
    {
        List<Box> strokes = [];
        foreach (DrawnPath path in page.Paths)
        {
            if (!path.Stroked || path.Filled) continue;
            ReadOnlySpan<PathStep> steps = page.StepsOf(path);
            while (PathParts.Next(ref steps, out ReadOnlySpan<PathStep> part))
                if (strokes.Count < options.MostLines && Stroke(part, frame) is { } stroke) strokes.Add(stroke);
        }
        List<Box> rows = [];
        foreach (Box stroke in strokes.OrderBy(box => Math.Round(box.Top)).ThenBy(box => box.Left))
        {
            if (rows.Count > 0 && IsOneRow(rows[^1], stroke)) rows[^1] = rows[^1].Union(stroke);
            else rows.Add(stroke);
        }
        return [.. rows.Select(row => new MarkedArea(row, AreaKind.Crossed))];
    }

    // The sides of a shape and the steps of a curve belong to paths of many lines.
    private static Box? Stroke(ReadOnlySpan<PathStep> part, PageFrame frame)
    {
        if (part is not [{ Kind: StepKind.Move, To: PdfPoint from }, { Kind: StepKind.Line, To: PdfPoint to }]) return null;
        var (ax, ay) = frame.Place(from);
        var (bx, by) = frame.Place(to);
        Box box = new(Math.Min(ax, bx), Math.Min(ay, by), Math.Max(ax, bx), Math.Max(ay, by));
        return box.Height >= Lowest && box.Height <= Highest && box.Width >= LeastRun * box.Height && double.IsFinite(box.Width) ? box : null;
    }

    private static bool IsOneRow(Box row, Box stroke) =>
        Math.Abs(row.Top - stroke.Top) <= Drift && Math.Abs(row.Bottom - stroke.Bottom) <= Drift && stroke.Left <= row.Right + Gap && stroke.Right >= row.Left - Gap;
}
