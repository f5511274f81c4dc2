using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>The distance from line to line within paragraphs, as a multiple of the font size; anything clearly wider parts paragraphs.</summary>
internal sealed class LineLeading
{
    // Leading between 0.95 and 3 font sizes covers tight to double spacing; the rest are gaps between other things.
    private const double Least = 0.95, Most = 3.0;

    // Paragraphs are parted by a third of a line at least; raised note marks stretch a line by less.
    private const double ParagraphGap = 0.33;

    // A leading counts as the text's own where it makes up this share of all gaps.
    private const double CommonShare = 0.12;

    // Fewer pairs of lines say nothing about the leading of their region.
    private const int FewestPairs = 2;

    private readonly double _typical;
    private readonly Dictionary<Region, double> _byRegion = new(ReferenceEqualityComparer.Instance);

    public LineLeading(IReadOnlyList<TextLine> lines)
    {
        List<double> gaps = [];
        for (int i = 1; i < lines.Count; i++)
            if (Between(lines[i - 1], lines[i]) is { } gap && gap is >= Least and <= Most) gaps.Add(gap);
        // The smallest common gap, not the most common: in a list of one-line items the gap between items would win.
        _typical = gaps.GroupBy(gap => Math.Round(gap * 20)).OrderBy(group => group.Key)
            .Where(group => gaps.Count(gap => Math.Abs(gap * 20 - group.Key) <= 1) >= Math.Max(2, CommonShare * gaps.Count))
            .Select(group => group.Average()).DefaultIfEmpty(1.2).First();
        // Columns and panels may be set wider than the rest of the document. A line in small letters after one that ends no sentence goes
        // on with it, so that the gap between such two is a leading for certain, where the first line of a paragraph has none to show yet.
        Dictionary<Region, List<double>> goingOn = new(ReferenceEqualityComparer.Instance);
        for (int i = 1; i < lines.Count; i++)
        {
            if (!GoesOn(lines[i - 1], lines[i])) continue;
            if (!goingOn.TryGetValue(lines[i].Region, out List<double>? own)) goingOn[lines[i].Region] = own = [];
            own.Add(Between(lines[i - 1], lines[i])!.Value);
        }
        foreach ((Region region, List<double> own) in goingOn)
        {
            own.Sort();
            if (own.Count >= FewestPairs) _byRegion[region] = own[own.Count / 2];
        }
    }

    private static bool GoesOn(TextLine last, TextLine line) =>
        Between(last, line) is >= Least and <= Most && !Characters.EndsSentence(last.Text.Text) && Characters.StartsSmall(line.Text.Text)
        && line.Number is null && !line.IsLeadIn;

    /// <summary>True where the gap between two lines of one region is wider than between lines of a paragraph.</summary>
    public bool IsWide(TextLine last, TextLine line, double? ownLeading) =>
        Between(last, line) is { } gap && gap > Math.Max(_byRegion.GetValueOrDefault(line.Region, _typical), Math.Max(_typical, ownLeading ?? 0)) + ParagraphGap;

    /// <summary>The gap between two lines in font sizes; null where they do not stand one below the other in one region.</summary>
    public static double? Between(TextLine last, TextLine line) =>
        ReferenceEquals(last.Region, line.Region) && line.Source.Baseline > last.Source.Baseline
            ? (line.Source.Baseline - last.Source.Baseline) / Math.Max(1, Math.Max(last.FontSize, line.FontSize))
            : null;
}
