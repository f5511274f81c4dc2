using Classifier.Documents;
using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>The lines that belong together: a clause or heading, or a line of the document's head.</summary>
internal sealed record Paragraph
{
    public required IReadOnlyList<TextLine> Lines { get; init; }

    /// <summary>The lines joined, hyphens at line ends mended; a number at its opening is still in it.</summary>
    public required MarkedText Text { get; init; }

    public TextLine First => Lines[0];

    public RegionKind Kind => First.Region.Kind;

    public TablePlace? Cell => First.Region.Cell;

    public int Page => First.Source.Page;

    public bool Bold => Lines.All(line => line.Bold);

    public bool Italic => Lines.All(line => line.Italic);

    public double FontSize => First.FontSize;

    public bool Centred => Lines.All(line => line.Centred);

    public IEnumerable<string> NoteReferences => Lines.SelectMany(line => line.NoteReferences);

    /// <summary>The paragraph as text that is printed but is no clause.</summary>
    public RemovedText SetAside(string reason) => new(Page, Boxes[0].Box, Text.Text, reason);

    public IReadOnlyList<PageBox> Boxes => Lines[^1].Source.Page == Page && Lines.All(line => line.Source.Page == Page)
        ? [new PageBox(Page, Box.Around(Lines.Select(line => line.Source.Box)))]
        : [.. Lines.GroupBy(line => line.Source.Page).OrderBy(page => page.Key).Select(page => new PageBox(page.Key, Box.Around(page.Select(line => line.Source.Box))))];
}
