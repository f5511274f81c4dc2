using Classifier.Documents;
using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>The edges between which a region's text is set. A masthead or a hanging mark may reach further; the text is what keeps to its edges.</summary>
/// <param name="Left">Left edge, in points.</param>
/// <param name="Right">Right edge, in points.</param>
internal readonly record struct TextMeasure(double Left, double Right)
{
    // Fewer lines than this have no edge of their own.
    private const int FewestLines = 8;

    // An edge is an edge where this share of the lines, and three at least, end within this many points of it.
    private const double Share = 0.15, Tolerance = 1.5;

    public double Width => Right - Left;

    public static TextMeasure Of(Region region)
    {
        Box box = region.Lines.Aggregate(region.Box, (all, line) => all.Union(line.Box));
        if (region.Lines.Count < FewestLines) return new TextMeasure(box.Left, box.Right);
        double left = Edge([.. region.Lines.Select(line => line.Box.Left).Order()]) ?? box.Left;
        double right = -(Edge([.. region.Lines.Select(line => -line.Box.Right).Order()]) ?? -box.Right);
        return right - left > box.Width / 3 ? new TextMeasure(left, right) : new TextMeasure(box.Left, box.Right);
    }

    // The outermost position that enough lines share.
    private static double? Edge(double[] sorted)
    {
        int needed = Math.Max(3, (int)(Share * sorted.Length));
        for (int i = 0; i + needed - 1 < sorted.Length; i++)
            if (sorted[i + needed - 1] - sorted[i] <= Tolerance) return sorted[i];
        return null;
    }
}
