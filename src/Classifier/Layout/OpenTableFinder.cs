using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>
/// Finds tables without upright rules: level rules of one and the same extent, and between them columns that are parted by white. Rows are
/// parted by the rules or, where several stand between two of them, by white that runs across all columns.
/// </summary>
internal sealed class OpenTableFinder(LayoutOptions options)
{
    // Over the head, under it, and under the last row.
    private const int FewestRules = 3;

    // Share of the table's width; what is narrower is a column of numbers that belong to the text beside them.
    private const double NarrowestColumn = 0.1;

    // Lines of a row above which the page is set in columns, between rules that have nothing to do with them.
    private const int LongestRow = 30;

    // White in shares of the font size above which rows are parted: single-spaced lines leave 0.2 to 0.3.
    private const double RowGap = 0.55;

    /// <summary>The tables that the rules make, from top to bottom.</summary>
    /// <param name="page">The page.</param>
    /// <param name="level">Level rules that belong to no table with upright ones.</param>
    public IEnumerable<TableGrid> Find(DocumentPage page, IReadOnlyList<TableRule> level)
    {
        List<List<TableRule>> groups = [];
        foreach (TableRule rule in level.OrderBy(rule => rule.At))
        {
            List<TableRule>? group = groups.Find(group => Math.Abs(group[0].From - rule.From) <= options.RuleTouch && Math.Abs(group[0].To - rule.To) <= options.RuleTouch);
            if (group is null) groups.Add([rule]);
            else group.Add(rule);
        }
        return groups.Where(group => group.Count >= FewestRules).SelectMany(group => In(page, group)).OrderBy(table => table.Box.Top);
    }

    /// <summary>The runs of bands between rules that keep to the same white strips.</summary>
    private IEnumerable<TableGrid> In(DocumentPage page, List<TableRule> rules)
    {
        Band[] bands = [.. rules.Zip(rules.Skip(1), (upper, lower) => new Band(upper, lower, page.Words))];
        List<Band> run = [];
        List<(double From, double To)> gutters = [];
        foreach (Band band in bands)
        {
            List<(double, double)> own = band.White(options.GutterWidth), common = run.Count == 0 ? own : Common(gutters, own);
            bool isTitle = run.Count > 0 && common.Count == 0 && band.Lines == 1;
            if (common.Count == 0 && !isTitle)
            {
                if (Grid(page, run, gutters) is { } table) yield return table;
                (run, common) = ([], own);
            }
            if (common.Count == 0 && !isTitle) continue;
            run.Add(band);
            if (!isTitle) gutters = common;
        }
        if (Grid(page, run, gutters) is { } last) yield return last;
    }

    private List<(double, double)> Common(List<(double From, double To)> some, List<(double From, double To)> others) =>
        [.. some.SelectMany(_ => others, (a, b) => (From: Math.Max(a.From, b.From), To: Math.Min(a.To, b.To))).Where(both => both.To - both.From >= options.GutterWidth)];

    private TableGrid? Grid(DocumentPage page, List<Band> run, List<(double From, double To)> gutters)
    {
        if (run.Count < FewestRules - 1) return null;
        double left = run[0].Upper.From, right = run[0].Upper.To;
        List<double> xs = [left];
        foreach ((double from, double to) in gutters.OrderBy(gutter => gutter.From))
            if (from > left && to < right && to - xs[^1] >= NarrowestColumn * (right - left)) xs.Add((from + to) / 2);
        xs.Add(right);
        int columns = xs.Count - 1;
        if (columns < 2) return null;
        List<double> inner = xs[1..^1], ys = [run[0].Upper.At];
        List<bool> titles = [];
        foreach (Band band in run)
        {
            double[] breaks = band.RowBreaks(xs[1], RowGap);
            foreach (double y in breaks.Append(band.Lower.At))
            {
                if (Band.LinesOf(band.Words.Where(word => word.Box.Top < y && word.Box.Bottom > ys[^1] && word.Box.Right <= xs[1])) > LongestRow) return null;
                titles.Add(band.Words.Any(word => inner.Exists(x => word.Box.Left < x && word.Box.Right > x)));
                ys.Add(y);
            }
        }
        int rows = ys.Count - 1;
        GridCell[,] places = new GridCell[rows, columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
                places[row, column] = titles[row] && column > 0 ? places[row, 0] : new GridCell(row, column, new Box(xs[titles[row] ? 0 : column], ys[row], titles[row] ? right : xs[column + 1], ys[row + 1]));
        }
        TableGrid grid = new(page.Number, [.. xs], [.. ys], places, [.. run.SelectMany(band => band.Upper.Lines), .. run[^1].Lower.Lines]);
        HashSet<GridCell> held = [.. run.SelectMany(band => band.Words).Select(word => grid.CellOf(word.Box)).OfType<GridCell>()];
        int filled = Enumerable.Range(0, rows).Count(row => Enumerable.Range(0, columns).Count(column => held.Contains(places[row, column])) > 1);
        // Full lines that are underlined one by one lie as regularly as rules, but no text of several lines lies between two of them.
        return filled >= 2 && run.Count(band => band.Lines > 1) * 2 >= run.Count(band => band.Lines > 0) ? grid : null;
    }

    /// <summary>What stands between two rules.</summary>
    private sealed class Band
    {
        public Band(TableRule upper, TableRule lower, IReadOnlyList<Word> words)
        {
            (Upper, Lower) = (upper, lower);
            Box box = new(upper.From, upper.At, upper.To, lower.At);
            Words = [.. words.Where(word => TableFinder.Holds(box, word.Box))];
            Lines = LinesOf(Words);
        }

        public TableRule Upper { get; }

        public TableRule Lower { get; }

        public IReadOnlyList<Word> Words { get; }

        public int Lines { get; }

        public static int LinesOf(IEnumerable<Word> words) => words.Select(word => (int)Math.Round(word.Baseline)).Order().Aggregate((Count: 0, Last: int.MinValue / 2), (lines, y) => y - lines.Last > 2 ? (lines.Count + 1, y) : lines).Count;

        /// <summary>The stretches of x, at least so wide, that no word covers.</summary>
        public List<(double From, double To)> White(double least)
        {
            List<(double, double)> white = [];
            double at = Upper.From;
            foreach (Word word in Words.OrderBy(word => word.Box.Left))
            {
                if (word.Box.Left - at >= least) white.Add((at, word.Box.Left));
                at = Math.Max(at, word.Box.Right);
            }
            if (Upper.To - at >= least) white.Add((at, Upper.To));
            return white;
        }

        /// <summary>The middles of the white stretches across all columns under which the first column goes on.</summary>
        public double[] RowBreaks(double firstColumn, double gap)
        {
            List<double> breaks = [];
            double bottom = double.PositiveInfinity;
            foreach (Word word in Words.OrderBy(word => word.Box.Top))
            {
                if (word.Box.Top - bottom > gap * word.FontSize && Words.Any(other => other.Box.Right <= firstColumn && Math.Abs(other.Baseline - word.Baseline) < 0.5 * word.FontSize))
                    breaks.Add((bottom + word.Box.Top) / 2);
                bottom = double.IsPositiveInfinity(bottom) ? word.Box.Bottom : Math.Max(bottom, word.Box.Bottom);
            }
            return [.. breaks];
        }
    }
}
