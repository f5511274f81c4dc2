using Classifier.Documents;
using Classifier.Layout;

namespace Classifier.Tests.Layout;

/// <summary>Runs a PDF through reading and layout, and shows what came out as text.</summary>
internal static class LayoutReading
{
    public static SourceDocument Read(byte[] bytes) => new PdfReader(new PdfReaderOptions()).Read(bytes);

    public static LaidOutDocument Analyze(byte[] bytes, bool keepFurniture = false) => new LayoutAnalyzer(new LayoutOptions { KeepFurniture = keepFurniture }).Analyze(Read(bytes));

    public static LaidOutDocument Analyze(this TypedPdf pdf) => Analyze(pdf.Bytes());

    public static string Text(this LaidOutLine line) => string.Join(' ', line.Words.Select(word => word.Text));

    public static IEnumerable<string> Lines(this LaidOutDocument document) => document.Regions.SelectMany(region => region.Lines).Select(Text);

    /// <summary>The characters with the mark, in reading order.</summary>
    public static string Marked(this LaidOutDocument document, Mark mark) =>
        string.Concat(document.Regions.SelectMany(region => region.Lines).SelectMany(line => line.Words).SelectMany(word => word.Text.Where((_, i) => word.Marks[i] == mark)));

    /// <summary>Everything that a laid-out document says, region by region.</summary>
    public static string Dump(this LaidOutDocument document) => string.Join('\n', document.Regions
        .Select(region => $"{region.Page} {region.Kind} {region.Cell} {string.Join('/', region.Lines.Select(Text))} {string.Concat(region.Lines.SelectMany(line => line.Words).SelectMany(word => word.Marks).Select(mark => (int)mark))}")
        .Concat(document.Removed.Select(text => $"{text.Page} {text.Reason} {text.Text}")));
}
