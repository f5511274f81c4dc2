namespace Classifier.Documents;

/// <summary>How a PDF's letters become words and its strokes become lines.</summary>
public sealed record PdfReaderOptions
{
    /// <summary>Bytes within which <c>%PDF-</c> must appear; 1,024, as the common viewers allow.</summary>
    public int SignatureWithin { get; init; } = 1024;

    /// <summary>A gap between two letters wider than this share of the font size parts two words; 0.14: kerning stays below, the tightest justified blanks above.</summary>
    public double WordGap { get; init; } = 0.14;

    /// <summary>Two letters whose baselines differ by more than this share of the font size do not stand on one line; 0.12 keeps raised footnote marks apart.</summary>
    public double BaselineShift { get; init; } = 0.12;

    /// <summary>Thickness in points up to which a filled rectangle is a line and not an area; 2.5.</summary>
    public double LineThickness { get; init; } = 2.5;

    /// <summary>Relative luminance, 0..1, above which a drawn line is highlighting or invisible on white paper; 0.75: marking yellow has 0.93, the palest author colours of tracked changes 0.6.</summary>
    public double HighlightLuminance { get; init; } = 0.75;

    /// <summary>Length in points from which a drawn line counts; 2: shorter ones are parts of drawings.</summary>
    public double LineLength { get; init; } = 2;

    /// <summary>Difference in points between a stroke's two ends up to which it is level or upright; 0.5.</summary>
    public double LineSlope { get; init; } = 0.5;

    /// <summary>Most lines kept of one page; 20,000. Pages with more are maps and charts, whose strokes say nothing about the text.</summary>
    public int MostLines { get; init; } = 20_000;
}
