namespace Classifier.Reports;

/// <summary>
/// Keeps the texts of highest priority as they come. A text that is tabled again counts once, where its priority is highest, and its row says where else it stands.
/// Memory stays the same for any number of documents.
/// </summary>
/// <param name="most">How many texts to list.</param>
/// <param name="remembered">How many texts to keep the places of; at least <paramref name="most"/>. One that climbs from below them into the list has lost its earlier places.</param>
internal sealed class PressingClauses(int most, int remembered)
{
    private readonly List<Tabled> _kept = [];
    private readonly Dictionary<(string Text, string Deleted), Tabled> _byText = [];

    /// <summary>The texts to list, most pressing first; among equals the one that came first.</summary>
    public IEnumerable<ClauseRow> Rows => _kept.Take(most).Select(tabled => tabled.Row with { Again = tabled.Again, MoreAgain = tabled.More });

    /// <summary>Considers a clause.</summary>
    public void Add(ClauseRow row)
    {
        if (row.Scored.Assessment is not { } assessment) return;
        (string, string) text = (row.Clause.Text, row.Clause.DeletedText);
        if (_byText.TryGetValue(text, out Tabled? twin))
        {
            bool isHigher = assessment.Priority > twin.Priority;
            twin.Add(isHigher ? twin.Row : row);
            if (!isHigher) return;
            _kept.Remove(twin);
            twin.Row = row;
            Insert(twin);
            return;
        }
        if (_kept.Count == remembered && _kept[^1].Priority >= assessment.Priority) return;
        Insert(_byText[text] = new Tabled(row));
        if (_kept.Count <= remembered) return;
        _byText.Remove((_kept[^1].Row.Clause.Text, _kept[^1].Row.Clause.DeletedText));
        _kept.RemoveAt(remembered);
    }

    private void Insert(Tabled tabled)
    {
        int low = 0, high = _kept.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_kept[middle].Priority < tabled.Priority) high = middle;
            else low = middle + 1;
        }
        _kept.Insert(low, tabled);
    }

    /// <summary>A text, the row where it matters most, and where else it is tabled.</summary>
    private sealed class Tabled(ClauseRow row)
    {
        // As many as a reader looks up, and few enough for a cell.
        private const int MostPlaces = 20;

        private readonly List<string> _again = [];

        public ClauseRow Row { get; set; } = row;

        public IReadOnlyList<string> Again => _again;

        public int More { get; private set; }

        public double Priority => Row.Scored.Assessment!.Priority;

        public void Add(ClauseRow other)
        {
            if (_again.Count == MostPlaces) More++;
            else _again.Add(ClauseReport.Place(other.Document, other.Clause) + (other.Clause.Source.Length > 0 ? $" ({other.Clause.Source})" : ""));
        }
    }
}
