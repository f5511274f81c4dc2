using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;

namespace Classifier.Documents;

/// <summary>
/// Finds the straight lines among a page's paths. Producers draw one and the same strike as a stroke, as a thin filled
/// rectangle, as a row of short pieces or as a flat zigzag (squiggly underlines); all become <see cref="RuledLine"/>.
/// </summary>
internal static class LineFinder
{
    public static IReadOnlyList<RuledLine> Find(IReadOnlyList<PdfPath> paths, PageFrame frame, PdfReaderOptions options)
    {
        List<RuledLine> lines = [];
        foreach (PdfPath path in paths)
        {
            if ((!path.IsFilled && !path.IsStroked) || IsHighlight(path, options)) continue;
            foreach (PdfSubpath subpath in path)
            {
                if (lines.Count >= options.MostLines) return lines;
                if (AddFlatShape(subpath, path.IsFilled, frame, options, lines) || !path.IsStroked) continue;
                AddStrokes(subpath, path.LineWidth, frame, options, lines);
            }
        }
        return lines;
    }

    /// <summary>
    /// Highlighting is drawn as a stroke as thick as the text is high; its middle lies where a strike would. It is told by its light colour, which
    /// lets the text be read: the stroke's thickness is given before scaling and says nothing.
    /// </summary>
    private static bool IsHighlight(PdfPath path, PdfReaderOptions options)
    {
        // A pattern has no one colour, and its text would be lost with the page if it were asked for one.
        if ((path.IsStroked ? path.StrokeColor : path.FillColor) is not { ColorSpace: not ColorSpace.Pattern } color) return false;
        (double red, double green, double blue) = color.ToRGBValues();
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue > options.HighlightLuminance;
    }

    /// <summary>A shape with several sides that is too thin to be an area: a filled rectangle, or the zigzag of a squiggly underline.</summary>
    private static bool AddFlatShape(PdfSubpath subpath, bool filled, PageFrame frame, PdfReaderOptions options, List<RuledLine> lines)
    {
        if (!filled && subpath.Commands.Count < 4) return false;
        if (subpath.GetBoundingRectangle() is not { } bounds) return false;
        Box box = frame.Place(bounds);
        bool isFlat = Math.Min(box.Width, box.Height) <= options.LineThickness && Math.Max(box.Width, box.Height) >= options.LineLength && double.IsFinite(box.Width + box.Height);
        if (isFlat) lines.Add(new RuledLine(box));
        return isFlat;
    }

    private static void AddStrokes(PdfSubpath subpath, double thickness, PageFrame frame, PdfReaderOptions options, List<RuledLine> lines)
    {
        PdfPoint? first = null;
        PdfPoint? last = null;
        foreach (PdfSubpath.IPathCommand command in subpath.Commands)
        {
            switch (command)
            {
                case PdfSubpath.Move move:
                    first = last = move.Location;
                    break;
                case PdfSubpath.Line line:
                    AddStroke(line.From, line.To, thickness, frame, options, lines);
                    first ??= line.From;
                    last = line.To;
                    break;
                case PdfSubpath.Close when first is { } start && last is { } end:
                    AddStroke(end, start, thickness, frame, options, lines);
                    break;
                case PdfSubpath.CubicBezierCurve curve:
                    last = curve.EndPoint;
                    break;
                case PdfSubpath.QuadraticBezierCurve curve:
                    last = curve.EndPoint;
                    break;
            }
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
