namespace Classifier.Reports;

/// <summary>Keeps the clauses of highest priority as they come. A text that is tabled again elsewhere counts once, where its priority is highest.</summary>
/// <param name="most">How many to keep.</param>
internal sealed class PressingClauses(int most)
{
    private readonly List<ClauseRow> _rows = [];

    /// <summary>The clauses kept, most pressing first; among equals the one that came first.</summary>
    public IReadOnlyList<ClauseRow> Rows => _rows;

    /// <summary>Considers a clause.</summary>
    public void Add(ClauseRow row)
    {
        if (row.Scored.Assessment is not { } assessment) return;
        if (_rows.Count == most && Priority(_rows[^1]) >= assessment.Priority) return;
        int twin = _rows.FindIndex(other => other.Clause.Text == row.Clause.Text && other.Clause.DeletedText == row.Clause.DeletedText);
        if (twin >= 0 && Priority(_rows[twin]) >= assessment.Priority) return;
        if (twin >= 0) _rows.RemoveAt(twin);
        int place = _rows.FindIndex(other => Priority(other) < assessment.Priority);
        _rows.Insert(place < 0 ? _rows.Count : place, row);
        if (_rows.Count > most) _rows.RemoveAt(most);
    }

    private static double Priority(ClauseRow row) => row.Scored.Assessment!.Priority;
}
