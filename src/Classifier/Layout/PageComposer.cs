using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>Makes a page's regions in reading order: columns, with the tables and notes in them.</summary>
internal sealed class PageComposer(LayoutOptions options)
{
    private readonly LineBuilder _lineBuilder = new(options);
    private readonly ColumnFinder _columnFinder = new(options);
    private readonly FootnoteFinder _footnoteFinder = new(options);

    public IEnumerable<Region> Compose(PageDraft draft, int firstTable, Marginalia marginalia, double bodySize)
    {
        int page = draft.Page.Number;
        RuledLine[] rules = [.. draft.Tables.SelectMany(table => table.Rules)];
        RevisionMarker marker = new(draft.Page, rules);
        HashSet<RuledLine> ruling = [.. rules];
        RuledLine[] freeLines = [.. Whole(draft.Page.Lines.Where(line => line.IsHorizontal && !ruling.Contains(line)))
            .Where(line => line.Box.Width >= options.NoteRule && line.Box.Width <= options.NoteRuleShare * draft.Page.Width)];
        Word[] words = [.. draft.Flow.Where(word => !marginalia.Words.Contains(word))];
        Box[] boxes = new Box[words.Length + draft.Tables.Count];
        for (int i = 0; i < boxes.Length; i++) boxes[i] = i < words.Length ? words[i].Box : draft.Tables[i - words.Length].Box;
        foreach (IReadOnlyList<int> group in _columnFinder.Split(boxes))
        {
            int[] tables = [.. group.Where(i => i >= words.Length).Select(i => i - words.Length).OrderBy(i => draft.Tables[i].Box.Top)];
            LaidOutLine[] lines = Lines(page, [.. group.Where(i => i < words.Length).Select(i => words[i])], marker);
            int next = 0;
            foreach (int table in tables)
            {
                int start = next;
                while (next < lines.Length && lines[next].Baseline < draft.Tables[table].Box.Bottom) next++;
                foreach (Region region in Text(lines[start..next], freeLines, bodySize, draft.Page.Height)) yield return region;
                foreach (Region cell in Cells(table, firstTable + table, draft, marker)) yield return cell;
            }
            foreach (Region region in Text(lines[next..], freeLines, bodySize, draft.Page.Height)) yield return region;
        }
        Word[] turned = [.. draft.Page.TurnedWords.Concat(draft.Page.SlantedWords).Where(word => !marginalia.Words.Contains(word))];
        if (turned.Length > 0) yield return Of(RegionKind.Body, _lineBuilder.Build(page, turned));
    }

    /// <summary>Puts the pieces of a drawn line together again: each half of a page-wide rule would pass for the rule above notes.</summary>
    private IEnumerable<RuledLine> Whole(IEnumerable<RuledLine> pieces)
    {
        List<RuledLine> whole = [];
        foreach (RuledLine piece in pieces.OrderBy(line => line.Box.Left))
        {
            int before = whole.FindLastIndex(line => Math.Abs(line.Middle - piece.Middle) <= options.RuleDrift && line.Box.Right + options.RuleGap >= piece.Box.Left);
            if (before < 0) whole.Add(piece);
            else whole[before] = new RuledLine(whole[before].Box.Union(piece.Box));
        }
        return whole;
    }

    private IEnumerable<Region> Text(IReadOnlyList<LaidOutLine> lines, IReadOnlyList<RuledLine> rules, double bodySize, double pageHeight)
    {
        if (lines.Count == 0) yield break;
        (IReadOnlyList<LaidOutLine> text, IReadOnlyList<IReadOnlyList<LaidOutLine>> notes) = _footnoteFinder.Split(lines, rules, bodySize, pageHeight);
        if (text.Count > 0) yield return Of(RegionKind.Body, text);
        foreach (IReadOnlyList<LaidOutLine> note in notes) yield return Of(RegionKind.Footnote, note);
    }

    private IEnumerable<Region> Cells(int table, int number, PageDraft draft, RevisionMarker marker)
    {
        foreach (GridCell cell in draft.Tables[table].Cells)
        {
            if (!draft.Cells.TryGetValue(cell, out IReadOnlyList<Word>? words)) continue;
            yield return Of(RegionKind.TableCell, Lines(draft.Page.Number, [.. words], marker)) with { Box = cell.Box, Cell = new TablePlace(number, cell.Row, cell.Column) };
        }
    }

    private LaidOutLine[] Lines(int page, Word[] words, RevisionMarker marker)
    {
        LaidOutLine[] lines = _lineBuilder.Build(page, words);
        for (int i = 0; i < lines.Length; i++) lines[i] = marker.Mark(lines[i]);
        return lines;
    }

    private static Region Of(RegionKind kind, IReadOnlyList<LaidOutLine> lines) =>
        new() { Kind = kind, Page = lines[0].Page, Box = Box.Around(lines.Select(line => line.Box)), Lines = lines };
}
