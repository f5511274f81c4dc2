namespace Classifier.Layout;

/// <summary>Tells which edge rows of different pages stand at one height.</summary>
/// <param name="drift">Points by which a running head may move between pages.</param>
internal sealed class EdgeLevels(double drift)
{
    public bool AreLevel(EdgeRow a, EdgeRow b) => Math.Abs(a.Row.Baseline - b.Row.Baseline) <= drift;

    /// <summary>On how many pages each of the rows finds one at its height, itself included.</summary>
    public Dictionary<EdgeRow, int> Pages(IEnumerable<EdgeRow> rows)
    {
        EdgeRow[] sorted = [.. rows.OrderBy(row => row.Row.Baseline)];
        Dictionary<EdgeRow, int> pages = new(ReferenceEqualityComparer.Instance);
        Dictionary<int, int> near = [];
        int from = 0, to = 0;
        foreach (EdgeRow row in sorted)
        {
            for (; to < sorted.Length && (sorted[to].Row.Baseline <= row.Row.Baseline || AreLevel(sorted[to], row)); to++)
                near[sorted[to].Row.Page] = near.GetValueOrDefault(sorted[to].Row.Page) + 1;
            for (; !AreLevel(sorted[from], row); from++)
                if (--near[sorted[from].Row.Page] == 0) near.Remove(sorted[from].Row.Page);
            pages[row] = near.Count;
        }
        return pages;
    }
}
