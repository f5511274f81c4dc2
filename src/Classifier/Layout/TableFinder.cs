using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>
/// Finds tables by their rules: lines that meet make a grid, and a cell is merged with its neighbour where no line parts them.
/// A strike or underline meets no upright line at its ends, so it never becomes a rule.
/// </summary>
internal sealed class TableFinder(LayoutOptions options)
{
    private readonly OpenTableFinder _openTableFinder = new(options);

    /// <summary>The tables of a page, from top to bottom.</summary>
    public IReadOnlyList<TableGrid> Find(DocumentPage page)
    {
        List<TableRule> upright = TableRule.Upright(page, options), level = TableRule.Level(page, options);
        if (upright.Count > options.MostRules || level.Count > options.MostRules) return [];
        List<TableGrid> tables = [];
        List<TableRule> held = [.. level.Where(rule => IsHeld(rule, upright))];
        foreach ((List<TableRule> uprights, List<TableRule> levels) in Connected(upright, held))
            if (Grid(page, uprights, levels) is { } grid) tables.Add(grid);
        foreach (TableGrid open in _openTableFinder.Find(page, [.. level.Except(held)]))
            if (!tables.Exists(table => Overlap(table.Box, open.Box))) tables.Add(open);
        return [.. tables.OrderBy(table => table.Box.Top)];
    }

    /// <summary>True where the level rule meets at least one upright one.</summary>
    private bool IsHeld(TableRule level, List<TableRule> upright) => upright.Any(rule => Meets(rule, level));

    private bool Meets(TableRule upright, TableRule level) =>
        upright.At >= level.From - options.RuleTouch && upright.At <= level.To + options.RuleTouch
        && level.At >= upright.From - options.RuleTouch && level.At <= upright.To + options.RuleTouch;

    private IEnumerable<(List<TableRule> Upright, List<TableRule> Level)> Connected(List<TableRule> upright, List<TableRule> level)
    {
        bool[] seen = new bool[upright.Count + level.Count];
        for (int start = 0; start < upright.Count; start++)
        {
            if (seen[start]) continue;
            List<TableRule> uprights = [], levels = [];
            Queue<int> open = new([start]);
            seen[start] = true;
            while (open.TryDequeue(out int at))
            {
                bool isUpright = at < upright.Count;
                (isUpright ? uprights : levels).Add(isUpright ? upright[at] : level[at - upright.Count]);
                int from = isUpright ? upright.Count : 0, to = isUpright ? seen.Length : upright.Count;
                for (int other = from; other < to; other++)
                {
                    if (seen[other] || !(isUpright ? Meets(upright[at], level[other - upright.Count]) : Meets(upright[other], level[at - upright.Count]))) continue;
                    seen[other] = true;
                    open.Enqueue(other);
                }
            }
            yield return (uprights, levels);
        }
    }

    private TableGrid? Grid(DocumentPage page, List<TableRule> upright, List<TableRule> level)
    {
        if (level.Count < 2) return null;
        // Tables without an outer frame still end where their rules end.
        double[] xs = Positions([.. upright.Select(rule => rule.At), level.Min(rule => rule.From), level.Max(rule => rule.To)]);
        double[] ys = Positions([.. level.Select(rule => rule.At), upright.Min(rule => rule.From), upright.Max(rule => rule.To)]);
        int columns = xs.Length - 1, rows = ys.Length - 1;
        if (columns < 2 || rows < 1 || columns * rows > options.MostCells) return null;
        GridCell?[,] places = new GridCell?[rows, columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                if (places[row, column] is not null) continue;
                int right = column, bottom = row;
                double y = (ys[row] + ys[row + 1]) / 2;
                while (right + 1 < columns && places[row, right + 1] is null && !upright.Any(rule => Parts(rule, xs[right + 1], y))) right++;
                while (bottom + 1 < rows && !level.Any(rule => Parts(rule, ys[bottom + 1], (xs[column] + xs[right + 1]) / 2))) bottom++;
                GridCell cell = new(row, column, new Box(xs[column], ys[row], xs[right + 1], ys[bottom + 1]));
                for (int r = row; r <= bottom; r++)
                    for (int c = column; c <= right; c++) places[r, c] = cell;
            }
        }
        TableGrid grid = new(page.Number, xs, ys, places!, [.. upright.Concat(level).SelectMany(rule => rule.Lines)]);
        // A chart's grid or a form's frames hold hardly any running text.
        int filled = page.Words.Select(word => grid.CellOf(word.Box)).OfType<GridCell>().Distinct().Count();
        return filled < 2 || filled * 4 < grid.Cells.Count ? null : grid;
    }

    /// <summary>True where the middle of the word lies in the box.</summary>
    public static bool Holds(Box box, Box word)
    {
        double x = (word.Left + word.Right) / 2, y = (word.Top + word.Bottom) / 2;
        return x >= box.Left && x < box.Right && y >= box.Top && y < box.Bottom;
    }

    private static bool Overlap(Box a, Box b) => a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;

    private bool Parts(TableRule rule, double at, double middle) => Math.Abs(rule.At - at) <= options.RuleTouch && rule.From <= middle && rule.To >= middle;

    /// <summary>Distinct positions in order.</summary>
    private double[] Positions(IEnumerable<double> values)
    {
        List<double> distinct = [];
        foreach (double value in values.Order())
            if (distinct.Count == 0 || value - distinct[^1] > 2 * options.RuleTouch) distinct.Add(value);
        return [.. distinct];
    }
}
