using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>What the columns of a document's tables are: their heads, which of them carry the revision, and which are numbered.</summary>
internal sealed class TableColumns
{
    private readonly Dictionary<(int Table, int Column), string> _heads = [];
    private readonly HashSet<(int Table, int Column)> _revised = [];
    private readonly HashSet<(int Table, int Column)> _numbered = [];

    public TableColumns(IReadOnlyList<Paragraph> paragraphs)
    {
        Paragraph[] cells = [.. paragraphs.Where(paragraph => paragraph.Cell is not null)];
        foreach (Paragraph head in cells.Where(cell => cell.Kind == RegionKind.TableHead))
        {
            (int, int) column = ColumnOf(head.Cell!);
            _heads[column] = _heads.TryGetValue(column, out string? above) ? $"{above} {head.Text.Proposed()}" : head.Text.Proposed();
        }
        foreach (var column in cells.Where(cell => cell.Kind == RegionKind.TableCell).GroupBy(cell => ColumnOf(cell.Cell!)))
        {
            // The current text and the comments show no marks; the proposed text does.
            if (column.Any(cell => cell.Text.HasInserted || cell.Text.HasDeleted)) _revised.Add(column.Key);
            // Half of a column's cells opening with figures that differ is a numbered column; quantities ("6 months") repeat.
            Paragraph[] firsts = [.. column.GroupBy(cell => cell.Cell!.Row).Select(row => row.First())];
            string[] numbers = [.. firsts.Select(cell => NumberPattern.Read(cell.Text.Text) is { } number ? cell.Text.Text[..number.Length] : "").Where(number => number.Length > 0)];
            if (firsts.Length > 1 && numbers.Length * 2 >= firsts.Length && numbers.Distinct().Count() > 0.7 * numbers.Length) _numbered.Add(column.Key);
        }
    }

    /// <summary>The head of the cell's column; empty where the table has no head row.</summary>
    public string HeadOf(TablePlace cell) => _heads.GetValueOrDefault(ColumnOf(cell), "");

    /// <summary>True where the cell's column shows the proposed text with its revision marks.</summary>
    public bool IsRevised(TablePlace cell) => _revised.Contains(ColumnOf(cell));

    /// <summary>True where the cell's column opens its cells with numbers.</summary>
    public bool IsNumbered(TablePlace cell) => _numbered.Contains(ColumnOf(cell));

    private static (int, int) ColumnOf(TablePlace cell) => (cell.Table, cell.Column);
}
