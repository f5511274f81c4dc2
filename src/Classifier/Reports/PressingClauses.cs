namespace Classifier.Reports;

/// <summary>
/// Keeps the clauses of highest priority as they come. A text that is tabled again elsewhere counts once, where its priority is highest, and the row says where else
/// it stands.
/// </summary>
/// <param name="most">How many texts to list.</param>
/// <param name="remembered">How many clauses to keep to find texts tabled again; at least <paramref name="most"/>. Memory stays the same for any number of documents.</param>
internal sealed class PressingClauses(int most, int remembered)
{
    private readonly List<ClauseRow> _kept = [];

    /// <summary>The texts to list, most pressing first; among equals the one that came first.</summary>
    public IEnumerable<ClauseRow> Rows => _kept.GroupBy(row => (row.Clause.Text, row.Clause.DeletedText)).Take(most).Select(twins => twins.First() with { Again = [.. twins.Skip(1)] });

    /// <summary>Considers a clause.</summary>
    public void Add(ClauseRow row)
    {
        if (row.Scored.Assessment is not { } assessment) return;
        if (_kept.Count == remembered && Priority(_kept[^1]) >= assessment.Priority) return;
        int low = 0, high = _kept.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Priority(_kept[middle]) < assessment.Priority) high = middle;
            else low = middle + 1;
        }
        _kept.Insert(low, row);
        if (_kept.Count > remembered) _kept.RemoveAt(remembered);
    }

    private static double Priority(ClauseRow row) => row.Scored.Assessment!.Priority;
}
