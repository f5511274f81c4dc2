using UglyToad.PdfPig.PdfFonts;

namespace Classifier.Documents;

/// <summary>What a face looks like, by the font's own flags or by its name: subsets often lose the flags.</summary>
/// <param name="Bold">True for a bold face.</param>
/// <param name="Italic">True for an italic or oblique face.</param>
internal readonly record struct Face(bool Bold, bool Italic)
{
    public static Face Of(FontDetails font) => new(
        font.IsBold || Names(font, "Bold", "Black"),
        font.IsItalic || Names(font, "Italic", "Oblique"));

    private static bool Names(FontDetails font, string style, string otherStyle) =>
        font.Name is { } name && (name.Contains(style, StringComparison.Ordinal) || name.Contains(otherStyle, StringComparison.Ordinal));
}
