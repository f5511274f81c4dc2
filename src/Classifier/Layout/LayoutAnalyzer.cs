using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>Puts a document's words into reading order and joins revision marks to them.</summary>
public sealed class LayoutAnalyzer(LayoutOptions options)
{
    private readonly TableFinder _tableFinder = new(options);
    private readonly MarginaliaFinder _marginaliaFinder = new(options);
    private readonly PageComposer _composer = new(options);
    private readonly TableJoiner _tableJoiner = new(options);
    private readonly RevisionJudge _judge = new();

    /// <summary>Lays a document out.</summary>
    /// <param name="source">The document as read.</param>
    /// <param name="pageDone">Told the number of every page as it goes through each of the two passes over the pages, or null.</param>
    /// <returns>Its regions in reading order, and what was taken out.</returns>
    public LaidOutDocument Analyze(SourceDocument source, Action<int>? pageDone = null)
    {
        List<PageDraft> drafts = new(source.Pages.Count);
        foreach (DocumentPage page in source.Pages)
        {
            drafts.Add(PageDraft.Of(page, _tableFinder.Find(page)));
            pageDone?.Invoke(page.Number);
        }
        Marginalia marginalia = _marginaliaFinder.Find(drafts);
        double bodySize = BodySize(source.Pages);
        List<Region> composed = [];
        List<TableGrid> grids = [];
        foreach (PageDraft draft in drafts)
        {
            composed.AddRange(_composer.Compose(draft, grids.Count, marginalia, bodySize));
            grids.AddRange(draft.Tables);
            pageDone?.Invoke(draft.Page.Number);
        }
        (IReadOnlyList<Region> regions, IReadOnlyList<RemovedText> heads) = _tableJoiner.Join(composed, grids);
        bool hasRevisionMarks = _judge.HasRevisionMarks(regions);
        return new LaidOutDocument
        {
            Regions = [.. regions.Select(region => hasRevisionMarks ? _judge.WithoutUnderlinedHeadings(region) : _judge.WithoutMarks(region))],
            Removed = [.. marginalia.Removed.Concat(heads).OrderBy(text => text.Page)],
            HasRevisionMarks = hasRevisionMarks,
        };
    }

    /// <summary>The font size of most characters, in points, to a tenth.</summary>
    private static double BodySize(IReadOnlyList<DocumentPage> pages)
    {
        Dictionary<int, int> lengths = [];
        foreach (DocumentPage page in pages)
        {
            foreach (Word word in page.Words)
            {
                int size = (int)Math.Round(word.FontSize * 10);
                lengths[size] = lengths.GetValueOrDefault(size) + word.Text.Length;
            }
        }
        return lengths.Count == 0 ? 10 : lengths.OrderByDescending(size => size.Value).ThenBy(size => size.Key).First().Key / 10.0;
    }
}
