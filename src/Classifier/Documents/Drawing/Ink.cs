using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Tokens;

namespace Classifier.Documents.Drawing;

/// <summary>A colour, worked out only where something is drawn with it; its space must then be among the resources at hand.</summary>
internal sealed class Ink
{
    private readonly IResourceStore? _resources;
    private readonly NameToken? _space;
    private readonly double[] _components;
    private double? _luminance;

    private Ink(IResourceStore? resources, NameToken? space, double[] components) => (_resources, _space, _components) = (resources, space, components);

    public static Ink Black { get; } = new(null, null, [0]);

    /// <summary>A colour in shades of grey, in red, green and blue, or in cyan, magenta, yellow and black: one, three or four components, 0..1.</summary>
    public static Ink Of(double[] components) => new(null, null, components);

    /// <summary>A colour in a space that the page names.</summary>
    public static Ink Of(IResourceStore resources, NameToken space, double[] components) => new(resources, space, components);

    /// <summary>Relative luminance, 0 for black to 1 for white; 0 where the colour is a pattern or cannot be told.</summary>
    public double Luminance => _luminance ??= Measure();

    private double Measure()
    {
        if (_space is null || _resources is null) return Device(_components);
        try
        {
            ColorSpaceDetails details = _resources.GetColorSpaceDetails(_space, null)!;
            // A pattern has no one colour.
            if (details.Type == ColorSpace.Pattern) return 0;
            if (_components.Length == 0) return details.GetInitializeColor() is { } first ? Shade(first.ToRGBValues()) : 0;
            return _components.Length == details.NumberOfColorComponents ? Shade(details.GetColor(_components).ToRGBValues()) : 0;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A broken colour must not cost the page's text.
            return 0;
        }
    }

    private static double Device(double[] c) => c.Length switch
    {
        1 => c[0],
        3 => Shade((c[0], c[1], c[2])),
        4 => Shade(((1 - c[0]) * (1 - c[3]), (1 - c[1]) * (1 - c[3]), (1 - c[2]) * (1 - c[3]))),
        _ => 0,
    };

    private static double Shade((double Red, double Green, double Blue) color) => (0.2126 * color.Red) + (0.7152 * color.Green) + (0.0722 * color.Blue);
}
