using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>A table that is ruled with lines, as found on one page.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Box">The table's outer edges.</param>
/// <param name="Columns">The x of every column's edge, from left to right; one more than there are columns.</param>
/// <param name="Cells">The cells row by row; merged cells stand at their first row and column.</param>
/// <param name="Rules">The drawn lines that it consists of.</param>
internal sealed record TableGrid(int Page, Box Box, IReadOnlyList<double> Columns, IReadOnlyList<GridCell> Cells, IReadOnlyList<RuledLine> Rules);

/// <summary>A cell of a table on one page.</summary>
/// <param name="Row">Row on this page, from 0.</param>
/// <param name="Column">Column from 0.</param>
/// <param name="Box">Its edges.</param>
internal sealed record GridCell(int Row, int Column, Box Box);
