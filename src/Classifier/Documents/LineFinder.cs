using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;

namespace Classifier.Documents;

/// <summary>
/// Finds the straight lines among a page's paths. Producers draw one and the same strike as a stroke, as a thin filled
/// rectangle, or as a row of short pieces; all become <see cref="RuledLine"/>.
/// </summary>
internal static class LineFinder
{
    public static IReadOnlyList<RuledLine> Find(IReadOnlyList<PdfPath> paths, PageFrame frame, PdfReaderOptions options)
    {
        List<RuledLine> lines = [];
        foreach (PdfPath path in paths)
        {
            if (path.IsClipping && !path.IsFilled && !path.IsStroked) continue;
            foreach (PdfSubpath subpath in path)
            {
                if (lines.Count >= options.MostLines) return lines;
                if (path.IsFilled) AddThinArea(subpath, frame, options, lines);
                if (path.IsStroked) AddStrokes(subpath, path.LineWidth, frame, options, lines);
            }
        }
        return lines;
    }

    private static void AddThinArea(PdfSubpath subpath, PageFrame frame, PdfReaderOptions options, List<RuledLine> lines)
    {
        if (subpath.GetBoundingRectangle() is not { } bounds) return;
        Box box = frame.Place(bounds);
        if (Math.Min(box.Width, box.Height) <= options.LineThickness && Math.Max(box.Width, box.Height) >= options.LineLength) lines.Add(new RuledLine(box));
    }

    private static void AddStrokes(PdfSubpath subpath, double thickness, PageFrame frame, PdfReaderOptions options, List<RuledLine> lines)
    {
        foreach (PdfSubpath.Line stroke in subpath.Commands.OfType<PdfSubpath.Line>())
        {
            var (ax, ay) = frame.Place(stroke.From);
            var (bx, by) = frame.Place(stroke.To);
            double half = Math.Clamp(thickness, 0, options.LineThickness) / 2;
            if (Math.Abs(ay - by) < 0.5 && Math.Abs(ax - bx) >= options.LineLength)
                lines.Add(new RuledLine(new Box(Math.Min(ax, bx), Math.Min(ay, by) - half, Math.Max(ax, bx), Math.Max(ay, by) + half)));
            else if (Math.Abs(ax - bx) < 0.5 && Math.Abs(ay - by) >= options.LineLength)
                lines.Add(new RuledLine(new Box(Math.Min(ax, bx) - half, Math.Min(ay, by), Math.Max(ax, bx) + half, Math.Max(ay, by))));
        }
    }
}
