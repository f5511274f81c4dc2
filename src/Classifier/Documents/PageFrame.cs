using System.Runtime.InteropServices;
using Classifier.Documents.Drawing;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Classifier.Documents;

/// <summary>
/// The way from the parser's coordinates (origin bottom left, y upwards) to ours (origin top left, y downwards), turned so that
/// most of the page's text runs from left to right: wide tables are often set sideways on an upright page.
/// </summary>
internal sealed record PageFrame
{
    public required TextOrientation Orientation { get; init; }

    public required double Width { get; init; }

    public required double Height { get; init; }

    /// <summary>Left and bottom of the visible page in the parser's coordinates.</summary>
    public required PdfPoint Origin { get; init; }

    public static PageFrame Of(DrawnPage page)
    {
        TextOrientation main = MainOrientation(page.Letters);
        bool sideways = main is TextOrientation.Rotate90 or TextOrientation.Rotate270;
        return new PageFrame
        {
            Orientation = main,
            Width = sideways ? page.Height : page.Width,
            Height = sideways ? page.Width : page.Height,
            Origin = new PdfPoint(0, 0),
        };
    }

    /// <summary>How most letters run; the first in the parser's order where several tie.</summary>
    private static TextOrientation MainOrientation(List<DrawnLetter> letters)
    {
        Span<int> counts = stackalloc int[Enum.GetValues<TextOrientation>().Length];
        foreach (ref readonly DrawnLetter letter in CollectionsMarshal.AsSpan(letters))
        {
            if (!string.IsNullOrWhiteSpace(letter.Text)) counts[(int)letter.Orientation]++;
        }
        counts[(int)TextOrientation.Other] = 0;
        TextOrientation main = TextOrientation.Horizontal;
        for (TextOrientation other = 0; (int)other < counts.Length; other++)
            if (counts[(int)other] > counts[(int)main]) main = other;
        return main;
    }

    /// <summary>A point of the parser's page, in our coordinates.</summary>
    public (double X, double Y) Place(PdfPoint point)
    {
        double x = point.X - Origin.X, y = point.Y - Origin.Y;
        return Orientation switch
        {
            TextOrientation.Rotate90 => (Width - y, Height - x),
            TextOrientation.Rotate180 => (Width - x, y),
            TextOrientation.Rotate270 => (y, x),
            _ => (x, Height - y),
        };
    }

    /// <summary>A rectangle of the parser's page, in our coordinates.</summary>
    public Box Place(PdfRectangle rectangle)
    {
        var (ax, ay) = Place(rectangle.BottomLeft);
        var (bx, by) = Place(rectangle.TopRight);
        var (cx, cy) = Place(rectangle.TopLeft);
        var (dx, dy) = Place(rectangle.BottomRight);
        return new Box(
            Math.Min(Math.Min(ax, bx), Math.Min(cx, dx)), Math.Min(Math.Min(ay, by), Math.Min(cy, dy)),
            Math.Max(Math.Max(ax, bx), Math.Max(cx, dx)), Math.Max(Math.Max(ay, by), Math.Max(cy, dy)));
    }
}
