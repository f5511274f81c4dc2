namespace Classifier.Layout;

/// <summary>On how many of the pages that have a row at its height an edge row comes again.</summary>
internal enum Repetition
{
    None,
    Some,
    Sure,
}

/// <summary>
/// Edge rows that read alike but for their numbers, and how often each of them comes again. In a file of many thousand pages all rows may read alike;
/// an index then spares comparing each with all others.
/// </summary>
internal sealed class AlikeRows
{
    // Fewer rows are compared sooner than indexed.
    private const int FewRows = 64;

    // Most numbers of a row that are looked up: rows with more are a table's, which the first ones tell apart.
    private const int MostPlaces = 8;

    private readonly IReadOnlyList<EdgeRow> _rows;
    private readonly EdgeLevels _levels;

    // On how many pages a row comes again at least: where no number differs, or one, which counts the pages. Empty where there are few rows.
    private readonly Dictionary<EdgeRow, int> _fewest = new(ReferenceEqualityComparer.Instance);

    // The rows by the number at one place, as printed and as counted from the page's.
    private readonly ILookup<(int Place, string Text), EdgeRow> _byText;
    private readonly ILookup<(int Place, long? Ahead), EdgeRow> _byAhead;

    /// <param name="rows">Rows of one template.</param>
    /// <param name="levels">Tells which of them stand at one height.</param>
    public AlikeRows(IEnumerable<EdgeRow> rows, EdgeLevels levels)
    {
        (_rows, _levels) = ([.. rows], levels);
        EdgeRow[] many = _rows.Count > FewRows ? [.. _rows] : [];
        int places = many.Length == 0 ? -1 : many.Max(Places);
        // No number counts at first, then the one at each place.
        for (int counter = -1; counter < places; counter++)
        {
            foreach (IGrouping<string, EdgeRow> same in many.Where(row => counter < Places(row)).GroupBy(row => row.FiguresBut(counter)))
                foreach ((EdgeRow row, int pages) in levels.Pages(same)) _fewest[row] = Math.Max(pages, _fewest.GetValueOrDefault(row));
        }
        (EdgeRow Row, int Place)[] figures = [.. many.SelectMany(row => Enumerable.Range(0, Places(row)), (row, place) => (row, place))];
        _byText = figures.ToLookup(figure => (figure.Place, figure.Row.Figures[figure.Place].Text), figure => figure.Row);
        _byAhead = figures.ToLookup(figure => (figure.Place, figure.Row.Ahead(figure.Place)), figure => figure.Row);
    }

    /// <summary>Whether the pages that have a row at this height have this one: most, some, or none.</summary>
    /// <param name="row">One of the rows.</param>
    /// <param name="level">How many pages have a row at its height.</param>
    public Repetition Of(EdgeRow row, int level)
    {
        IEnumerable<EdgeRow> others = _rows;
        if (_fewest.TryGetValue(row, out int fewest))
        {
            if (row.Figures.Count == 0) return Judge(fewest, level);
            // No more can count like it than agree at the place at which fewest do; the row itself stands in both lists.
            var places = Enumerable.Range(0, Places(row)).Select(place => (Text: _byText[(place, row.Figures[place].Text)], Ahead: _byAhead[(place, row.Ahead(place))]));
            var (text, ahead) = places.MinBy(place => place.Text.Count() + place.Ahead.Count());
            if (Judge(fewest, level) == Judge(text.Count() + ahead.Count() - 1, level)) return Judge(fewest, level);
            others = text.Concat(ahead);
        }
        HashSet<int> same = [];
        foreach (EdgeRow other in others)
        {
            if (!_levels.AreLevel(row, other) || !row.CountsLike(other) || !same.Add(other.Row.Page)) continue;
            if (Judge(same.Count, level) == Repetition.Sure) return Repetition.Sure;
        }
        return Judge(same.Count, level);
    }

    private static int Places(EdgeRow row) => Math.Min(MostPlaces, row.Figures.Count);

    // Left and right pages may have different heads, and chapters their own.
    private static Repetition Judge(int same, int level) =>
        same >= 3 && same * 2 >= level ? Repetition.Sure
        : same >= 2 && (same >= 3 ? same * 4 >= level : same * 2 >= level) ? Repetition.Some
        : Repetition.None;
}
