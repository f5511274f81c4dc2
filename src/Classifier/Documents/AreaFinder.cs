using Classifier.Documents.Drawing;
using UglyToad.PdfPig.Core;

namespace Classifier.Documents;

/// <summary>Finds the text that annotations strike, underline or link.</summary>
internal static class AreaFinder
{
    // An area has four corners.
    private const int Corners = 4;

    public static IEnumerable<MarkedArea> Find(DrawnPage page, PageFrame frame) =>
        page.Annotations.SelectMany(annotation => annotation.Corners.Chunk(Corners).Select(area => new MarkedArea(Box.Around([.. area.Select(corner => At(corner, frame))]), annotation.Kind)));

    private static Box At(PdfPoint point, PageFrame frame)
    {
        var (x, y) = frame.Place(point);
        return new Box(x, y, x, y);
    }
}
