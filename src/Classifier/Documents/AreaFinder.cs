using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Classifier.Documents;

/// <summary>Finds the text that annotations strike, underline or link.</summary>
internal static class AreaFinder
{
    public static IEnumerable<MarkedArea> Find(Page page, PageFrame frame)
    {
        foreach (Annotation annotation in page.GetAnnotations())
        {
            if (annotation.Flags.HasFlag(AnnotationFlags.Hidden)) continue;
            AreaKind? kind = annotation.Type switch
            {
                AnnotationType.StrikeOut => AreaKind.Deleted,
                AnnotationType.Underline or AnnotationType.Squiggly => AreaKind.Inserted,
                AnnotationType.Link => AreaKind.Link,
                _ => null,
            };
            if (kind is null) continue;
            if (annotation.QuadPoints.Count == 0) yield return new MarkedArea(frame.Place(annotation.Rectangle), kind.Value);
            foreach (QuadPointsQuadrilateral quad in annotation.QuadPoints)
                yield return new MarkedArea(Around(quad, frame), kind.Value);
        }
    }

    private static Box Around(QuadPointsQuadrilateral quad, PageFrame frame)
    {
        List<Box> corners = [];
        foreach (PdfPoint point in quad.Points)
        {
            var (x, y) = frame.Place(point);
            corners.Add(new Box(x, y, x, y));
        }
        return Box.Around(corners);
    }
}
