using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>A table that is ruled with lines, as found on one page.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Columns">The x of every column's edge, from left to right; one more than there are columns.</param>
/// <param name="Rows">The y of every row's edge, from top to bottom; one more than there are rows.</param>
/// <param name="Places">The cell that covers each row and column; a merged cell covers several.</param>
/// <param name="Rules">The drawn lines that it consists of.</param>
internal sealed record TableGrid(int Page, double[] Columns, double[] Rows, GridCell[,] Places, IReadOnlyList<RuledLine> Rules)
{
    /// <summary>The table's outer edges.</summary>
    public Box Box { get; } = new(Columns[0], Rows[0], Columns[^1], Rows[^1]);

    /// <summary>The cells row by row; merged cells stand at their first row and column.</summary>
    public IReadOnlyList<GridCell> Cells { get; } = [.. Places.Cast<GridCell>().Distinct()];

    /// <summary>The cell in which the middle of a word lies; null outside the table.</summary>
    public GridCell? CellOf(Box word)
    {
        int column = Stretch(Columns, (word.Left + word.Right) / 2), row = Stretch(Rows, (word.Top + word.Bottom) / 2);
        return column < 0 || row < 0 ? null : Places[row, column];
    }

    /// <summary>Which stretch between two edges holds the place, its first edge included; -1 outside all.</summary>
    private static int Stretch(double[] edges, double at)
    {
        int found = Array.BinarySearch(edges, at);
        int stretch = found >= 0 ? found : ~found - 1;
        return stretch < edges.Length - 1 ? stretch : -1;
    }
}

/// <summary>A cell of a table on one page.</summary>
/// <param name="Row">Row on this page, from 0.</param>
/// <param name="Column">Column from 0.</param>
/// <param name="Box">Its edges.</param>
internal sealed record GridCell(int Row, int Column, Box Box);
