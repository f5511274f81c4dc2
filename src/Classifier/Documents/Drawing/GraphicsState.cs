using UglyToad.PdfPig.Tokens;

namespace Classifier.Documents.Drawing;

/// <summary>What holds for the next thing that is drawn (ISO 32000-2, 8.4 and 9.3), as far as it bears on where letters and lines stand.</summary>
internal record struct GraphicsState
{
    public GraphicsState(Matrix matrix) => Matrix = matrix;

    /// <summary>From the content's coordinates to the page's.</summary>
    public Matrix Matrix { get; set; }

    /// <summary>The font; null where none is set or it is missing.</summary>
    public GlyphTable? Font { get; set; }

    public double FontSize { get; set; }

    /// <summary>Horizontal scaling, 1 for none.</summary>
    public double Scale { get; set; } = 1;

    public double CharacterSpacing { get; set; }

    public double WordSpacing { get; set; }

    public double Leading { get; set; }

    public double Rise { get; set; }

    /// <summary>How letters are painted (ISO 32000-2, 9.3.6).</summary>
    public double TextMode { get; set; }

    /// <summary>True where letters are placed and not painted, or only as an area to paint in.</summary>
    public readonly bool IsTextInvisible => TextMode is 3 or 7;

    /// <summary>True where what is painted lets show through what lies under it.</summary>
    public readonly bool IsTranslucent => IsFaint || IsBlended;

    /// <summary>True where paint has an opacity below 1.</summary>
    public bool IsFaint { get; set; }

    /// <summary>True where paint is mixed with what lies under it.</summary>
    public bool IsBlended { get; set; }

    public double LineWidth { get; set; } = 1;

    public Ink Fill { get; set; } = Ink.Black;

    public Ink Stroke { get; set; } = Ink.Black;

    /// <summary>The named colour space of areas; null for one of the device's.</summary>
    public NameToken? FillSpace { get; set; }

    /// <summary>The named colour space of lines.</summary>
    public NameToken? StrokeSpace { get; set; }
}
