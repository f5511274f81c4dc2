using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>A rule of a table.</summary>
/// <param name="At">Its x where it is upright, its y where it is level.</param>
/// <param name="From">Where it begins along its run.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Lines">The drawn lines that make it.</param>
internal sealed record TableRule(double At, double From, double To, List<RuledLine> Lines)
{
    /// <summary>The page's upright rules; one more than <see cref="LayoutOptions.MostRules"/> where there are too many.</summary>
    public static List<TableRule> Upright(DocumentPage page, LayoutOptions options) =>
        Merge(page.Lines.Where(line => !line.IsHorizontal && line.Box.Height >= options.RuleLength), line => new TableRule(line.Box.Left + line.Box.Width / 2, line.Box.Top, line.Box.Bottom, [line]), options);

    /// <summary>The page's level rules; one more than <see cref="LayoutOptions.MostRules"/> where there are too many.</summary>
    public static List<TableRule> Level(DocumentPage page, LayoutOptions options) =>
        Merge(page.Lines.Where(line => line.IsHorizontal && line.Box.Width >= options.RuleLength), line => new TableRule(line.Middle, line.Box.Left, line.Box.Right, [line]), options);

    /// <summary>Joins the pieces of one line: producers draw a rule cell by cell.</summary>
    private static List<TableRule> Merge(IEnumerable<RuledLine> lines, Func<RuledLine, TableRule> read, LayoutOptions options)
    {
        List<TableRule> merged = [];
        foreach (TableRule rule in lines.Select(read).OrderBy(rule => Math.Round(rule.At)).ThenBy(rule => rule.From))
        {
            if (merged.Count > options.MostRules) break;
            int same = merged.FindLastIndex(other => Math.Abs(other.At - rule.At) <= options.RuleDrift && rule.From <= other.To + options.RuleTouch && other.From <= rule.To + options.RuleTouch);
            if (same < 0) merged.Add(rule);
            else
            {
                TableRule other = merged[same];
                other.Lines.AddRange(rule.Lines);
                merged[same] = other with { From = Math.Min(other.From, rule.From), To = Math.Max(other.To, rule.To) };
            }
        }
        return merged;
    }
}
