namespace Classifier.Layout;

/// <summary>How words become lines and regions.</summary>
public sealed record LayoutOptions
{
    /// <summary>Keep running heads, feet, page and line numbers as text; false.</summary>
    public bool KeepFurniture { get; init; }
}
