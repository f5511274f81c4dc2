using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>Puts a document's words into reading order and joins revision marks to them.</summary>
public sealed class LayoutAnalyzer(LayoutOptions options)
{
    private readonly LineBuilder lineBuilder = new(options);
    private readonly ColumnFinder columnFinder = new(options);
    private readonly FurnitureFinder furnitureFinder = new(options);

    /// <summary>Lays a document out.</summary>
    /// <param name="source">The document as read.</param>
    /// <returns>Its regions in reading order, and what was taken out.</returns>
    public LaidOutDocument Analyze(SourceDocument source)
    {
        List<Region> regions = [];
        List<RemovedText> removed = [];
        IReadOnlyList<LaidOutLine>[] rows = [.. source.Pages.Select(page => lineBuilder.Build(page.Number, page.Words))];
        IReadOnlyDictionary<LaidOutLine, string> furniture = furnitureFinder.Find(rows);
        if (!options.KeepFurniture)
            removed.AddRange(furniture.Select(row => new RemovedText(row.Key.Page, row.Key.Box, FurnitureFinder.Text(row.Key), row.Value)));
        for (int i = 0; i < rows.Length; i++)
        {
            DocumentPage page = source.Pages[i];
            HashSet<Word> gone = new(ReferenceEqualityComparer.Instance);
            if (!options.KeepFurniture)
                gone.UnionWith(rows[i].Where(furniture.ContainsKey).SelectMany(row => row.Words).Select(word => word.Source));
            Word[] words = [.. page.Words.Where(word => !gone.Contains(word))];
            RevisionMarker marker = new(page, []);
            foreach (IReadOnlyList<int> group in columnFinder.Split([.. words.Select(word => word.Box)]))
            {
                LaidOutLine[] lines = [.. lineBuilder.Build(page.Number, group.Select(index => words[index])).Select(marker.Mark)];
                regions.Add(new Region { Kind = RegionKind.Body, Page = page.Number, Box = Box.Around(lines.Select(line => line.Box)), Lines = lines });
            }
        }
        bool hasMarks = regions.SelectMany(region => region.Lines).SelectMany(line => line.Words).Any(word => word.Marks.Contains(Mark.Deleted));
        return new LaidOutDocument { Regions = regions, Removed = removed, HasRevisionMarks = hasMarks };
    }
}
