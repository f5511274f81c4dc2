using UglyToad.PdfPig.Content;

namespace Classifier.Documents;

/// <summary>What a face looks like, by the font's own flags or by its name: subsets often lose the flags.</summary>
/// <param name="Bold">True for a bold face.</param>
/// <param name="Italic">True for an italic or oblique face.</param>
internal readonly record struct Face(bool Bold, bool Italic)
{
    public static Face Of(Letter letter) => new(
        letter.FontDetails.IsBold || Names(letter, "Bold", "Black"),
        letter.FontDetails.IsItalic || Names(letter, "Italic", "Oblique"));

    private static bool Names(Letter letter, string style, string otherStyle) =>
        letter.FontName is { } name && (name.Contains(style, StringComparison.Ordinal) || name.Contains(otherStyle, StringComparison.Ordinal));
}
