using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Classifier.Documents.Drawing;

/// <summary>Reads the annotations that strike, underline or link text (ISO 32000-2, 12.5.6).</summary>
internal static class AnnotationReader
{
    private const int Hidden = 2;

    public static IReadOnlyList<DrawnAnnotation> Read(DictionaryToken page, IPdfTokenScanner objects, Matrix matrix)
    {
        if (!page.TryGet(NameToken.Annots, objects, out ArrayToken? annotations)) return [];
        List<DrawnAnnotation> found = [];
        foreach (IToken item in annotations.Data)
        {
            if (!DirectObjectFinder.TryGet(item, objects, out DictionaryToken? annotation) || !annotation.TryGet(NameToken.Subtype, objects, out NameToken? name)) continue;
            if (KindOf(name.Data) is not { } kind || (annotation.TryGet(NameToken.F, objects, out NumericToken? flags) && (flags.Int & Hidden) != 0)) continue;
            PdfPoint[] corners = Corners(annotation, objects);
            if (corners.Length > 0) found.Add(new DrawnAnnotation(kind, [.. corners.Select(corner => matrix.Apply(corner))]));
        }
        return found;
    }

    private static AreaKind? KindOf(string subtype) => subtype switch
    {
        "StrikeOut" => AreaKind.Deleted,
        "Underline" or "Squiggly" => AreaKind.Inserted,
        "Link" => AreaKind.Link,
        _ => null,
    };

    /// <summary>The corners of its areas, or of its rectangle where it has none.</summary>
    private static PdfPoint[] Corners(DictionaryToken annotation, IPdfTokenScanner objects)
    {
        if (annotation.TryGet(NameToken.Quadpoints, objects, out ArrayToken? quads) && Numbers(quads, objects) is { Length: >= 8 } n)
            return [.. Enumerable.Range(0, n.Length / 8 * 4).Select(i => new PdfPoint(n[2 * i], n[(2 * i) + 1]))];
        if (annotation.TryGet(NameToken.Rect, objects, out ArrayToken? rectangle) && Numbers(rectangle, objects) is [double left, double bottom, double right, double top])
            return [new(left, bottom), new(right, bottom), new(right, top), new(left, top)];
        return [];
    }

    private static double[] Numbers(ArrayToken array, IPdfTokenScanner objects) =>
        [.. array.Data.Select(item => DirectObjectFinder.TryGet(item, objects, out NumericToken? number) ? number.Double : 0)];
}
