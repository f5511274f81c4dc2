using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>
/// Finds tables by their rules: lines that meet make a grid, and a cell is merged with its neighbour where no line parts them.
/// A strike or underline meets no upright line at its ends, so it never becomes a rule.
/// </summary>
internal sealed class TableFinder(LayoutOptions options)
{
    /// <summary>The tables of a page, from top to bottom.</summary>
    public IReadOnlyList<TableGrid> Find(DocumentPage page)
    {
        List<Rule> upright = Merge(page.Lines.Where(line => !line.IsHorizontal && line.Box.Height >= options.RuleLength), line => new Rule(line.Box.Left + line.Box.Width / 2, line.Box.Top, line.Box.Bottom, [line]));
        if (upright.Count == 0 || upright.Count > options.MostRules) return [];
        List<Rule> level = Merge(page.Lines.Where(line => line.IsHorizontal && line.Box.Width >= options.RuleLength), line => new Rule(line.Middle, line.Box.Left, line.Box.Right, [line]));
        if (level.Count > options.MostRules) return [];
        level = [.. level.Where(rule => IsHeld(rule, upright))];
        List<TableGrid> tables = [];
        foreach ((List<Rule> uprights, List<Rule> levels) in Connected(upright, level))
            if (Grid(page, uprights, levels) is { } grid) tables.Add(grid);
        return [.. tables.OrderBy(table => table.Box.Top)];
    }

    /// <summary>Joins the pieces of one line: producers draw a rule cell by cell.</summary>
    private List<Rule> Merge(IEnumerable<RuledLine> lines, Func<RuledLine, Rule> read)
    {
        List<Rule> merged = [];
        foreach (Rule rule in lines.Select(read).OrderBy(rule => Math.Round(rule.At)).ThenBy(rule => rule.From))
        {
            if (merged.Count > options.MostRules) break;
            int same = merged.FindLastIndex(other => Math.Abs(other.At - rule.At) <= options.RuleDrift && rule.From <= other.To + options.RuleTouch && other.From <= rule.To + options.RuleTouch);
            if (same < 0) merged.Add(rule);
            else
            {
                Rule other = merged[same];
                other.Lines.AddRange(rule.Lines);
                merged[same] = other with { From = Math.Min(other.From, rule.From), To = Math.Max(other.To, rule.To) };
            }
        }
        return merged;
    }

    /// <summary>True where the level rule meets at least one upright one.</summary>
    private bool IsHeld(Rule level, List<Rule> upright) => upright.Any(rule => Meets(rule, level));

    private bool Meets(Rule upright, Rule level) =>
        upright.At >= level.From - options.RuleTouch && upright.At <= level.To + options.RuleTouch
        && level.At >= upright.From - options.RuleTouch && level.At <= upright.To + options.RuleTouch;

    private IEnumerable<(List<Rule> Upright, List<Rule> Level)> Connected(List<Rule> upright, List<Rule> level)
    {
        bool[] seen = new bool[upright.Count + level.Count];
        for (int start = 0; start < upright.Count; start++)
        {
            if (seen[start]) continue;
            List<Rule> uprights = [], levels = [];
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

    private TableGrid? Grid(DocumentPage page, List<Rule> upright, List<Rule> level)
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

    private bool Parts(Rule rule, double at, double middle) => Math.Abs(rule.At - at) <= options.RuleTouch && rule.From <= middle && rule.To >= middle;

    /// <summary>Distinct positions in order.</summary>
    private double[] Positions(IEnumerable<double> values)
    {
        List<double> distinct = [];
        foreach (double value in values.Order())
            if (distinct.Count == 0 || value - distinct[^1] > 2 * options.RuleTouch) distinct.Add(value);
        return [.. distinct];
    }

    /// <summary>A rule of a table.</summary>
    /// <param name="At">Its x where it is upright, its y where it is level.</param>
    /// <param name="From">Where it begins along its run.</param>
    /// <param name="To">Where it ends.</param>
    /// <param name="Lines">The drawn lines that make it.</param>
    private sealed record Rule(double At, double From, double To, List<RuledLine> Lines);
}
