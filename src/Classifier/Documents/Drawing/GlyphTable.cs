using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Util;

namespace Classifier.Documents.Drawing;

/// <summary>What a code of a font stands for.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="Advance">How far the next letter stands from it, in shares of the font size.</param>
/// <param name="Height">How high its outline is, in shares of the font size.</param>
/// <param name="IsDiacritic">True for marks that belong over the letter before them.</param>
internal readonly record struct Glyph(string Text, double Advance, double Height, bool IsDiacritic);

/// <summary>The codes of one font, each looked up once: the parser works out a letter's outline each time that it is asked how wide it is.</summary>
internal sealed class GlyphTable(IFont font)
{
    // Codes of one byte have a place each.
    private readonly Glyph?[] _bytes = new Glyph?[256];
    private readonly Dictionary<int, Glyph> _others = [];

    public IFont Font => font;

    public Face Face { get; } = Face.Of(font.Details);

    /// <summary>What a code stands for; the character of the same number where the font does not say.</summary>
    public Glyph Of(int code)
    {
        if ((uint)code < (uint)_bytes.Length) return _bytes[code] ??= Find(code);
        if (!_others.TryGetValue(code, out Glyph glyph)) _others[code] = glyph = Find(code);
        return glyph;
    }

    private Glyph Find(int code)
    {
        if (!font.TryGetUnicode(code, out string? text) || text is null) text = new string((char)code, 1);
        CharacterBoundingBox box = font.GetBoundingBox(code);
        return new Glyph(text, box.Width, box.GlyphBounds.Height, Diacritics.IsInCombiningDiacriticRange(text));
    }
}
