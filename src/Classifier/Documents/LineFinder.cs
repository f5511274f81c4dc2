using Classifier.Documents.Drawing;
using UglyToad.PdfPig.Core;

namespace Classifier.Documents;

/// <summary>
/// Finds the straight lines among a page's paths. Producers draw one and the same strike as a stroke, as a thin filled
/// rectangle, as a row of short pieces or as a flat zigzag (squiggly underlines); all become <see cref="RuledLine"/>.
/// </summary>
internal static class LineFinder
{
    public static IReadOnlyList<RuledLine> Find(DrawnPage page, PageFrame frame, PdfReaderOptions options)
    {
        List<RuledLine> lines = [];
        foreach (DrawnPath path in page.Paths)
        {
            // Highlighting is drawn as a stroke as thick as the text is high; its middle lies where a strike would. It is told by its light colour, which
            // lets the text be read: the stroke's thickness is given before scaling and says nothing.
            if (path.Luminance > options.HighlightLuminance) continue;
            ReadOnlySpan<PathStep> steps = page.StepsOf(path);
            while (PathParts.Next(ref steps, out ReadOnlySpan<PathStep> part))
            {
                if (lines.Count >= options.MostLines) return lines;
                if (AddFlatShape(part, path.Filled, frame, options, lines) || !path.Stroked) continue;
                AddStrokes(part, path.LineWidth, frame, options, lines);
            }
        }
        return lines;
    }

    /// <summary>A shape with several sides that is too thin to be an area: a filled rectangle, or the zigzag of a squiggly underline.</summary>
    private static bool AddFlatShape(ReadOnlySpan<PathStep> part, bool filled, PageFrame frame, PdfReaderOptions options, List<RuledLine> lines)
    {
        if (part.Length < (filled ? 2 : 4)) return false;
        double left = double.PositiveInfinity, top = double.PositiveInfinity, right = double.NegativeInfinity, bottom = double.NegativeInfinity;
        foreach (PathStep step in part)
        {
            var (x, y) = frame.Place(step.To);
            (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
        }
        Box box = new(left, top, right, bottom);
        bool isFlat = Math.Min(box.Width, box.Height) <= options.LineThickness && Math.Max(box.Width, box.Height) >= options.LineLength && double.IsFinite(box.Width + box.Height);
        if (isFlat) lines.Add(new RuledLine(box));
        return isFlat;
    }

    private static void AddStrokes(ReadOnlySpan<PathStep> part, double thickness, PageFrame frame, PdfReaderOptions options, List<RuledLine> lines)
    {
        for (int i = 1; i < part.Length; i++)
        {
            if (part[i].Kind == StepKind.Line) AddStroke(part[i - 1].To, part[i].To, thickness, frame, options, lines);
            else if (part[i].Kind == StepKind.Close) AddStroke(part[i - 1].To, part[0].To, thickness, frame, options, lines);
        }
    }

    private static void AddStroke(PdfPoint from, PdfPoint to, double thickness, PageFrame frame, PdfReaderOptions options, List<RuledLine> lines)
    {
        var (ax, ay) = frame.Place(from);
        var (bx, by) = frame.Place(to);
        double half = Math.Clamp(thickness, 0, options.LineThickness) / 2;
        if (Math.Abs(ay - by) < options.LineSlope && Math.Abs(ax - bx) >= options.LineLength)
            lines.Add(new RuledLine(new Box(Math.Min(ax, bx), Math.Min(ay, by) - half, Math.Max(ax, bx), Math.Max(ay, by) + half)));
        else if (Math.Abs(ax - bx) < options.LineSlope && Math.Abs(ay - by) >= options.LineLength)
            lines.Add(new RuledLine(new Box(Math.Min(ax, bx) - half, Math.Min(ay, by), Math.Max(ax, bx) + half, Math.Max(ay, by))));
    }
}
