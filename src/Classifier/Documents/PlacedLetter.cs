using Classifier.Documents.Drawing;
using UglyToad.PdfPig.Content;

namespace Classifier.Documents;

/// <summary>How a letter runs on its page.</summary>
internal enum Course : byte
{
    /// <summary>In the page's main direction.</summary>
    Straight,

    /// <summary>Turned by a quarter or a half.</summary>
    Turned,

    /// <summary>Across the page.</summary>
    Slanted,
}

/// <summary>A letter in our coordinates. Its box spans the font's height over the baseline, not the ink: commas and capitals then align.</summary>
internal readonly record struct PlacedLetter(string Text, Box Box, double Baseline, double Size, Face Face, Course Course)
{
    /// <summary>Typical ascent and descent of text faces as shares of the font size.</summary>
    public const double Ascent = 0.75, Descent = 0.22;

    // Points from the page's corner beyond which nothing is looked for: ten times the largest page of the format.
    private const double Farthest = 144_000;

    // Slope up to which a letter counts as level: scans lie a degree or two askew.
    private const double Skew = 0.1;

    /// <summary>Places a letter.</summary>
    /// <param name="letter">The letter as drawn.</param>
    /// <param name="frame">The page's frame.</param>
    public static PlacedLetter Of(in DrawnLetter letter, PageFrame frame)
    {
        var (startX, startY) = frame.Place(letter.Start);
        var (endX, endY) = frame.Place(letter.End);
        Course course = CourseOf(letter, frame, endX - startX, endY - startY);
        Box box = course == Course.Straight
            ? new Box(Math.Min(startX, endX), startY - (Ascent * letter.Size), Math.Max(startX, endX), startY + (Descent * letter.Size))
            : Around(startX, startY, endX, endY, letter.Size);
        return new PlacedLetter(letter.Text, box, startY, letter.Size, letter.Face, course);
    }

    /// <summary>The box of a letter that is not level: as high over its own baseline as the level ones.</summary>
    private static Box Around(double startX, double startY, double endX, double endY, double size)
    {
        double length = Math.Sqrt(((endX - startX) * (endX - startX)) + ((endY - startY) * (endY - startY)));
        // Upwards over the baseline; a letter without width counts as level.
        (double x, double y) = length > 0 ? ((endY - startY) / length, (startX - endX) / length) : (0, -1);
        double left = Math.Min(startX, endX), right = Math.Max(startX, endX), top = Math.Min(startY, endY), bottom = Math.Max(startY, endY);
        return new Box(
            left + Math.Min(x * Ascent, -x * Descent) * size, top + Math.Min(y * Ascent, -y * Descent) * size,
            right + Math.Max(x * Ascent, -x * Descent) * size, bottom + Math.Max(y * Ascent, -y * Descent) * size);
    }

    /// <summary>True where every measure is a number that a page can have; broken fonts and matrices give infinities.</summary>
    public bool IsOnAPage => double.IsFinite(Size) && Size < Farthest && IsNear(Box.Left) && IsNear(Box.Top) && IsNear(Box.Right) && IsNear(Box.Bottom);

    private static bool IsNear(double value) => Math.Abs(value) < Farthest;

    private static Course CourseOf(in DrawnLetter letter, PageFrame frame, double x, double y)
    {
        TextOrientation orientation = letter.Orientation;
        if (orientation == frame.Orientation) return Course.Straight;
        if (orientation != TextOrientation.Other) return Course.Turned;
        if (Math.Abs(y) <= Skew * Math.Abs(x)) return x > 0 ? Course.Straight : Course.Turned;
        return Math.Abs(x) <= Skew * Math.Abs(y) ? Course.Turned : Course.Slanted;
    }

    /// <summary>True where this letter goes on with the word that ends in <paramref name="last"/>.</summary>
    public bool Continues(PlacedLetter last, PdfReaderOptions options)
    {
        double size = Math.Max(Size, last.Size);
        if (Math.Abs(Baseline - last.Baseline) > options.BaselineShift * size) return false;
        double gap = RightToLeft.IsIn(Text) && Box.Right < last.Box.Right ? last.Box.Left - Box.Right : Box.Left - last.Box.Right;
        return gap < options.WordGap * size && gap > -0.5 * size;
    }

    /// <summary>True where this letter is printed over a blank: Chromium writes a soft hyphen that is not used as a blank without advance.</summary>
    public bool Overprints(PlacedLetter blank) =>
        blank.Box.Width > 0 && Math.Abs(Baseline - blank.Baseline) < 0.1 * Size && Math.Abs(Box.Left - blank.Box.Left) < 0.3 * blank.Box.Width;

    /// <summary>True where the two letters lie within a letter's width, in whatever direction.</summary>
    public bool Touches(PlacedLetter last) =>
        Math.Abs(Box.Left - last.Box.Left) < 1.5 * Size && Math.Abs(Baseline - last.Baseline) < 1.5 * Size;

    /// <summary>True where the letter is printed over its like once more, a little aside: bold type made by hand.</summary>
    public bool Repeats(PlacedLetter last) =>
        Text == last.Text && Math.Abs(Baseline - last.Baseline) < 0.1 * Size && Math.Abs(Box.Left - last.Box.Left) < 0.15 * Size && Box.Width > 0.2 * Size;
}
