namespace Classifier.Documents;

/// <summary>A run of letters without a blank, as drawn on a page.</summary>
public sealed record Word
{
    /// <summary>The characters in reading order.</summary>
    public required string Text { get; init; }

    /// <summary>Where the word stands.</summary>
    public required Box Box { get; init; }

    /// <summary>
    /// Horizontal extent of each character: character i reaches from <c>Edges[2 * i]</c> to <c>Edges[2 * i + 1]</c>, in points.
    /// Kept because a drawn line may strike half a word. A stretch of the page's one array, as an array for each word would be a third of all objects.
    /// </summary>
    public required ReadOnlyMemory<float> Edges { get; init; }

    /// <summary>Height of the baseline, in points from the top of the page.</summary>
    public required double Baseline { get; init; }

    /// <summary>Font size in points.</summary>
    public required double FontSize { get; init; }

    /// <summary>True for a bold face.</summary>
    public required bool Bold { get; init; }

    /// <summary>True for an italic or oblique face.</summary>
    public required bool Italic { get; init; }

    /// <summary>True where the producer printed a blank after the word, however narrow.</summary>
    public required bool BlankAfter { get; init; }
}

/// <summary>A straight line drawn on a page: a stroke, or a filled rectangle too thin to be an area.</summary>
/// <param name="Box">Its extent, thickness included.</param>
public readonly record struct RuledLine(Box Box)
{
    /// <summary>True where it is wider than high.</summary>
    public bool IsHorizontal => Box.Width >= Box.Height;

    /// <summary>Height of its middle, in points from the top of the page.</summary>
    public double Middle => (Box.Top + Box.Bottom) / 2;
}
