namespace Classifier.Reports;

/// <summary>Counts the cells of one document that were changed for spreadsheets, by report, column and kind of change.</summary>
internal sealed class GuardTally
{
    private readonly SortedDictionary<(CellChange Change, string Place), int> _counts = [];

    /// <summary>Counts a cell.</summary>
    public void Add(string report, string column, CellChange change)
    {
        foreach (CellChange one in (ReadOnlySpan<CellChange>)[CellChange.Guarded, CellChange.Replaced])
        {
            if (!change.HasFlag(one)) continue;
            (CellChange, string) key = (one, $"{report} {column}");
            _counts[key] = _counts.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>The issues that say what was changed, and a clean slate for the next document.</summary>
    public IReadOnlyList<Issue> Take()
    {
        Issue[] issues = [.. new[]
        {
            Told(CellChange.Guarded, "guarded", "Cells that a spreadsheet would have read as a formula, number or date have an apostrophe put before them"),
            Told(CellChange.Replaced, "replaced", "Characters that cannot be seen, or that turn the writing direction, are shown by signs"),
        }.OfType<Issue>()];
        _counts.Clear();
        return issues;
    }

    private Issue? Told(CellChange change, string category, string sentence)
    {
        string places = string.Join(", ", _counts.Where(count => count.Key.Change == change).Select(count => $"{count.Key.Place}: {count.Value}"));
        return places.Length == 0 ? null : new Issue(Severity.Note, "report", null, category, $"{sentence} ({places}). Run with --exact for the texts as they are.");
    }
}
