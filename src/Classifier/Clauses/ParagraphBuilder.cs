using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>
/// Gathers lines into paragraphs. Running text flows on through all body regions; each table cell and each note is a flow of its own,
/// so that neither tables nor notes at the foot of a page break a sentence that goes on overleaf.
/// </summary>
internal sealed class ParagraphBuilder
{
    public IReadOnlyList<Paragraph> Build(LaidOutDocument laidOut)
    {
        LineReader reader = new(NoteLabels(laidOut));
        List<(int Order, List<TextLine> Lines)> flows = [];
        List<TextLine> all = [];
        Dictionary<object, List<TextLine>> byPlace = [];
        object body = RegionKind.Body, lastNote = RegionKind.Footnote;
        for (int i = 0; i < laidOut.Regions.Count; i++)
        {
            Region region = laidOut.Regions[i];
            // A note without a label goes on with the note before it.
            if (region.Kind == RegionKind.Footnote && NoteLabel.Of(region.Lines[0]).Length > 0) lastNote = region;
            object place = region.Kind switch
            {
                RegionKind.Body => body,
                RegionKind.Footnote => lastNote,
                _ => (region.Kind, (object?)region.Cell ?? region),
            };
            if (!byPlace.TryGetValue(place, out List<TextLine>? flow))
            {
                byPlace[place] = flow = [];
                flows.Add((i, flow));
            }
            TextMeasure measure = TextMeasure.Of(region);
            foreach (LaidOutLine line in region.Lines)
            {
                TextLine read = reader.Read(line, region, measure);
                // Rules typed with underscores or stars part texts and are none.
                if (!Characters.AreWritten(read.Text.Text)) continue;
                flow.Add(read);
                all.Add(read);
            }
        }
        double bodySize = all.Where(line => line.Region.Kind == RegionKind.Body).GroupBy(line => line.FontSize).OrderByDescending(size => size.Sum(line => line.Text.Text.Length)).Select(size => size.Key).FirstOrDefault();
        ParagraphBreaks breaks = new(new LineLeading(all), bodySize);
        Hyphenation hyphenation = new(all);
        Dictionary<Region, int> order = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < laidOut.Regions.Count; i++) order[laidOut.Regions[i]] = i;
        return [.. flows.SelectMany(flow => Gather(flow.Lines, breaks, hyphenation)).OrderBy(paragraph => order[paragraph.First.Region])];
    }

    private static IEnumerable<Paragraph> Gather(List<TextLine> lines, ParagraphBreaks breaks, Hyphenation hyphenation)
    {
        List<TextLine> paragraph = [];
        IReadOnlySet<int> entryEnds = ContentsList.EntryEnds(lines);
        for (int i = 0; i < lines.Count; i++)
        {
            if (paragraph.Count > 0 && (entryEnds.Contains(i - 1) || breaks.Opens(paragraph, lines[i], i + 1 < lines.Count ? lines[i + 1] : null)))
            {
                yield return Join(paragraph, hyphenation);
                paragraph = [];
            }
            paragraph.Add(lines[i]);
        }
        if (paragraph.Count > 0) yield return Join(paragraph, hyphenation);
    }

    private static Paragraph Join(List<TextLine> lines, Hyphenation hyphenation) =>
        new() { Lines = lines, Text = hyphenation.Join(lines) };

    // A note answers to the mark that it opens with.
    private static HashSet<string> NoteLabels(LaidOutDocument laidOut) =>
        [.. laidOut.Regions.Where(region => region.Kind == RegionKind.Footnote).Select(region => NoteLabel.Of(region.Lines[0])).Where(label => label.Length > 0)];
}
