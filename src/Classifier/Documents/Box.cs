namespace Classifier.Documents;

/// <summary>A rectangle on a page as shown, in points from the page's top left corner; y grows downwards.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Right">Right edge, not less than <paramref name="Left"/>.</param>
/// <param name="Bottom">Lower edge, not less than <paramref name="Top"/>.</param>
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Width in points.</summary>
    public double Width => Right - Left;

    /// <summary>Height in points.</summary>
    public double Height => Bottom - Top;

    /// <summary>The smallest box that holds both.</summary>
    public Box Union(Box other) =>
        new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>The smallest box that holds all; there must be at least one.</summary>
    public static Box Around(IEnumerable<Box> boxes) => boxes.Aggregate((a, b) => a.Union(b));
}

/// <summary>A rectangle on one page of a document.</summary>
/// <param name="Page">Page number, from 1.</param>
/// <param name="Box">The rectangle.</param>
public readonly record struct PageBox(int Page, Box Box);
