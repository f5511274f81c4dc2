using System.Collections.ObjectModel;
using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>A page with its tables found: which words stand in which cell, and which stand outside.</summary>
internal sealed record PageDraft
{
    public required DocumentPage Page { get; init; }

    public required IReadOnlyList<TableGrid> Tables { get; init; }

    /// <summary>Words outside all tables, in drawing order.</summary>
    public required IReadOnlyList<Word> Flow { get; init; }

    /// <summary>Words of each cell that has some, in drawing order.</summary>
    public required IReadOnlyDictionary<GridCell, IReadOnlyList<Word>> Cells { get; init; }

    public static PageDraft Of(DocumentPage page, IReadOnlyList<TableGrid> tables)
    {
        if (tables.Count == 0) return new PageDraft { Page = page, Tables = tables, Flow = page.Words, Cells = ReadOnlyDictionary<GridCell, IReadOnlyList<Word>>.Empty };
        Dictionary<GridCell, List<Word>> cells = new(ReferenceEqualityComparer.Instance);
        List<Word> flow = [];
        foreach (Word word in page.Words)
        {
            GridCell? cell = null;
            for (int i = 0; i < tables.Count && cell is null; i++) cell = tables[i].CellOf(word.Box);
            if (cell is null) flow.Add(word);
            else if (cells.TryGetValue(cell, out List<Word>? words)) words.Add(word);
            else cells[cell] = [word];
        }
        return new PageDraft
        {
            Page = page,
            Tables = tables,
            Flow = flow,
            Cells = cells.ToDictionary(cell => cell.Key, cell => (IReadOnlyList<Word>)cell.Value, (IEqualityComparer<GridCell>)ReferenceEqualityComparer.Instance),
        };
    }
}
