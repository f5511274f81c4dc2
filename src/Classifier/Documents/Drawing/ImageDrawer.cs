using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Classifier.Documents.Drawing;

/// <summary>Places the images of a page (ISO 32000-2, 8.9); what they show is not looked at.</summary>
internal static class ImageDrawer
{
    // Entries of an image that leave a part of it unpainted, or may (ISO 32000-2, table 87).
    private static readonly NameToken[] Masks = [.. new[] { "SMask", "SMaskInData", "Mask", "ImageMask" }.Select(NameToken.Create)];

    /// <summary>Places an image.</summary>
    /// <param name="page">Gets it.</param>
    /// <param name="state">What holds; the image fills its unit square.</param>
    /// <param name="image">The image's entries.</param>
    public static void Draw(DrawnPage page, in GraphicsState state, DictionaryToken image)
    {
        page.HasImages = true;
        if (state.IsTranslucent || Masks.Any(image.ContainsKey)) return;
        PdfPoint one = state.Matrix.Apply(0, 0), two = state.Matrix.Apply(1, 0), three = state.Matrix.Apply(0, 1), four = state.Matrix.Apply(1, 1);
        page.Covers.Add(new DrawnImage(
            Math.Min(Math.Min(one.X, two.X), Math.Min(three.X, four.X)), Math.Min(Math.Min(one.Y, two.Y), Math.Min(three.Y, four.Y)),
            Math.Max(Math.Max(one.X, two.X), Math.Max(three.X, four.X)), Math.Max(Math.Max(one.Y, two.Y), Math.Max(three.Y, four.Y)), page.Letters.Count));
    }
}
