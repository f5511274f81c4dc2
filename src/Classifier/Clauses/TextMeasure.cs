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
        Box[] lines = [.. region.Lines.Select(line => line.Box).OrderBy(line => line.Left)];
        if (lines.Length < FewestLines) return Whole(lines.Aggregate(region.Box, (all, line) => all.Union(line)));
        Box[] text = WithoutMarginalia(lines);
        Box box = text.Length < lines.Length ? Box.Around(text) : lines.Aggregate(region.Box, (all, line) => all.Union(line));
        double left = Edge([.. region.Lines.Select(line => line.Box.Left).Order()]) ?? box.Left;
        double right = -(Edge([.. region.Lines.Select(line => -line.Box.Right).Order()]) ?? -box.Right);
        return right - left > box.Width / 3 ? new TextMeasure(left, right) : Whole(box);
    }

    private static TextMeasure Whole(Box box) => new(box.Left, box.Right);

    // A few lines to the right of all others (a page's number, a caption) say nothing about the measure of the text.
    private static Box[] WithoutMarginalia(Box[] fromLeft)
    {
        double writtenTo = fromLeft[0].Right;
        for (int i = 1; i < fromLeft.Length; i++)
        {
            if (fromLeft[i].Left > writtenTo && fromLeft.Length - i <= Share * fromLeft.Length) return fromLeft[..i];
            writtenTo = Math.Max(writtenTo, fromLeft[i].Right);
        }
        return fromLeft;
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
