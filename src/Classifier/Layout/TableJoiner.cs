using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>
/// Joins the tables of a document that run over pages, takes out the head rows that each page repeats, and tells
/// head rows from others.
/// </summary>
internal sealed class TableJoiner(LayoutOptions options)
{
    /// <summary>Joins tables.</summary>
    /// <param name="regions">All regions in reading order; every page's tables have numbers of their own.</param>
    /// <param name="grids">All tables, by number.</param>
    public (IReadOnlyList<Region> Regions, IReadOnlyList<RemovedText> Removed) Join(IReadOnlyList<Region> regions, IReadOnlyList<TableGrid> grids)
    {
        if (grids.Count == 0) return (regions, []);
        List<Region> joined = [];
        List<RemovedText> removed = [];
        Table? last = null;
        int count = 0;
        for (int i = 0; i < regions.Count;)
        {
            if (regions[i].Cell is null)
            {
                // Notes may stand between the two halves of a table; text may not.
                if (regions[i].Kind != RegionKind.Footnote) last = null;
                joined.Add(regions[i++]);
                continue;
            }
            int start = i, number = regions[i].Cell!.Table, page = regions[i].Page;
            TableGrid grid = grids[number];
            while (i < regions.Count && regions[i].Cell?.Table == number) i++;
            List<List<Region>> rows = [.. regions.Skip(start).Take(i - start).GroupBy(cell => cell.Cell!.Row).OrderBy(row => row.Key).Select(row => row.ToList())];
            bool goesOn = last is not null && page == last.Page + 1 && SameColumns(last.Grid, grid);
            if (!goesOn) last = new Table(count++, grid, page, -1, IsHead(rows) ? rows[0] : null, []);
            else if (last!.Head is { } head && SameText(rows[0], head) && !options.KeepFurniture)
            {
                removed.Add(new RemovedText(page, Box.Around(rows[0].Select(cell => cell.Box)), Text(rows[0]), "repeated_table_head"));
                rows.RemoveAt(0);
            }
            int next = last!.LastRow + 1;
            for (int row = 0; row < rows.Count; row++, next++)
            {
                if (row == 0 && goesOn && RunsOn(last.LastCells, rows[0])) next--;
                bool isHead = !goesOn && row == 0 && last.Head is not null;
                joined.AddRange(rows[row].Select(cell => cell with { Kind = isHead ? RegionKind.TableHead : RegionKind.TableCell, Cell = new TablePlace(last.Number, next, cell.Cell!.Column) }));
            }
            last = last with { Grid = grid, Page = page, LastRow = next - 1, LastCells = rows.Count > 0 ? rows[^1] : last.LastCells };
        }
        return (joined, removed);
    }

    private bool SameColumns(TableGrid a, TableGrid b) =>
        a.Columns.Length == b.Columns.Length && a.Columns.Zip(b.Columns).All(pair => Math.Abs(pair.First - pair.Second) <= options.MarginDrift);

    private static bool SameText(List<Region> row, List<Region> head) => Text(row) == Text(head);

    private static string Text(IEnumerable<Region> cells) => string.Join(' ', cells.Select(Text));

    private static string Text(Region cell) => string.Join(' ', cell.Lines.SelectMany(line => line.Words).Select(word => word.Text));

    /// <summary>A head row names its columns: a few words in each, no sentence, and bold or shorter than what follows.</summary>
    private static bool IsHead(List<List<Region>> rows)
    {
        List<Region> first = rows[0];
        if (first.Count < 2 || rows.Count < 2) return false;
        if (first.Any(cell => cell.Lines.Sum(line => line.Words.Length) > 8 || cell.Lines[^1].Words[^1].Text[^1] is '.' or ';')) return false;
        bool isBold = first.All(cell => cell.Lines.All(line => line.Words.All(word => word.Source.Bold)));
        return isBold || first.All(cell => char.IsLetter(cell.Lines[0].Words[0].Text[0]));
    }

    /// <summary>A row runs over the page where a cell goes on in the midst of its sentence.</summary>
    private static bool RunsOn(IReadOnlyList<Region> above, IReadOnlyList<Region> below)
    {
        bool runsOn = false;
        foreach (Region cell in below)
        {
            Region? before = above.FirstOrDefault(other => other.Cell!.Column == cell.Cell!.Column);
            string start = cell.Lines[0].Words[0].Text;
            if (before is null) return false;
            bool isOpen = before.Lines[^1].Words[^1].Text[^1] is not ('.' or ';' or ':' or '?' or '!' or '。' or '؛');
            if (!isOpen && !char.IsLower(start[0])) return false;
            runsOn |= isOpen;
        }
        return runsOn;
    }

    /// <summary>A table while it is joined.</summary>
    private sealed record Table(int Number, TableGrid Grid, int Page, int LastRow, IReadOnlyList<Region>? HeadRow, IReadOnlyList<Region> LastCells)
    {
        public List<Region>? Head => HeadRow?.ToList();
    }
}
