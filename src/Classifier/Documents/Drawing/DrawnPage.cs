using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Classifier.Documents.Drawing;

/// <summary>
/// What a page's content draws, as far as text and lines go, in the parser's coordinates: origin bottom left, y upwards, the page turned as it is viewed. Its lists are
/// filled anew for the next page of the same document, as new ones for each would be most of the garbage of a run.
/// </summary>
internal sealed class DrawnPage
{
    /// <summary>Page number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Width and height as viewed.</summary>
    public double Width { get; private set; }

    public double Height { get; private set; }

    /// <summary>The letters in drawing order.</summary>
    public List<DrawnLetter> Letters { get; } = [];

    /// <summary>The painted paths in drawing order.</summary>
    public List<DrawnPath> Paths { get; } = [];

    /// <summary>The steps of all paths, one path's after the other's.</summary>
    public List<PathStep> Steps { get; } = [];

    /// <summary>The marked parts of the content, each after the one that it lies in.</summary>
    public List<ContentMark> Marks { get; } = [];

    /// <summary>True where the page shows at least one image.</summary>
    public bool HasImages { get; set; }

    /// <summary>The images through which nothing shows that was drawn before them, in drawing order.</summary>
    public List<DrawnImage> Covers { get; } = [];

    /// <summary>What the page's annotations strike, underline or link.</summary>
    public IReadOnlyList<DrawnAnnotation> Annotations { get; private set; } = [];

    /// <summary>Begins another page.</summary>
    public void Begin(int number, double width, double height, IReadOnlyList<DrawnAnnotation> annotations)
    {
        (Number, Width, Height, Annotations, HasImages) = (number, width, height, annotations, false);
        Letters.Clear();
        Paths.Clear();
        Steps.Clear();
        Marks.Clear();
        Covers.Clear();
    }

    /// <summary>The steps of one path.</summary>
    public ReadOnlySpan<PathStep> StepsOf(DrawnPath path) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Steps).Slice(path.FirstStep, path.StepCount);
}

/// <summary>One letter, or what one code stands for.</summary>
/// <param name="Text">Its characters; empty where a replacement text stands for several.</param>
/// <param name="Start">Where its baseline starts.</param>
/// <param name="End">Where its baseline ends.</param>
/// <param name="Size">Height of its font in points.</param>
/// <param name="Face">What it is set in.</param>
/// <param name="Mark">Index of the innermost marked part that it lies in, or -1.</param>
/// <param name="IsInvisible">True where the letter is placed and not painted.</param>
internal readonly record struct DrawnLetter(string Text, PdfPoint Start, PdfPoint End, double Size, Face Face, int Mark, bool IsInvisible)
{
    // Distance in points up to which two coordinates are one.
    private const double Same = 1e-4;

    /// <summary>The direction that it runs in.</summary>
    public TextOrientation Orientation
    {
        get
        {
            bool level = Math.Abs(Start.Y - End.Y) < Same, upright = Math.Abs(Start.X - End.X) < Same;
            if (level) return Start.X > End.X && !upright ? TextOrientation.Rotate180 : TextOrientation.Horizontal;
            if (upright) return Start.Y > End.Y ? TextOrientation.Rotate90 : TextOrientation.Rotate270;
            return TextOrientation.Other;
        }
    }
}

/// <summary>An image as placed on the page.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Bottom">Lower edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="LettersBefore">How many letters were drawn before it.</param>
internal readonly record struct DrawnImage(double Left, double Bottom, double Right, double Top, int LettersBefore)
{
    /// <summary>True where the point lies in it.</summary>
    public bool Holds(PdfPoint point) => point.X >= Left && point.X <= Right && point.Y >= Bottom && point.Y <= Top;
}

/// <summary>A painted path.</summary>
/// <param name="FirstStep">Index of its first step.</param>
/// <param name="StepCount">How many steps it has.</param>
/// <param name="Luminance">How light the colour of its lines is, or where it has none that of its areas: 0 for black to 1 for white.</param>
/// <param name="Filled">True where its areas are painted.</param>
/// <param name="Stroked">True where its lines are painted.</param>
/// <param name="LineWidth">Thickness of its lines before scaling.</param>
internal readonly record struct DrawnPath(int FirstStep, int StepCount, double Luminance, bool Filled, bool Stroked, double LineWidth);

/// <summary>How a path goes on.</summary>
internal enum StepKind : byte
{
    /// <summary>A new part begins.</summary>
    Move,

    /// <summary>Straight on.</summary>
    Line,

    /// <summary>A stretch of a curve.</summary>
    Curve,

    /// <summary>Straight back to where the part began.</summary>
    Close,
}

/// <summary>One step of a path.</summary>
/// <param name="Kind">How it goes on.</param>
/// <param name="To">Where to.</param>
internal readonly record struct PathStep(StepKind Kind, PdfPoint To);

/// <summary>A marked part of the content (ISO 32000-2, 14.6).</summary>
/// <param name="Tag">Its tag.</param>
/// <param name="Identifier">Its number, by which the structure tree names it; -1 where it has none.</param>
/// <param name="Parent">Index of the part that it lies in, or -1.</param>
internal readonly record struct ContentMark(string Tag, long Identifier, int Parent);

/// <summary>An annotation that says something about the text under it.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Corners">Corners of the areas that it covers, four each.</param>
internal sealed record DrawnAnnotation(AreaKind Kind, IReadOnlyList<PdfPoint> Corners);
