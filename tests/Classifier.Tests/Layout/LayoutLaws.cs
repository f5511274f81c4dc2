using Classifier.Documents;
using Classifier.Layout;
using Xunit;

namespace Classifier.Tests.Layout;

/// <summary>What holds for every document.</summary>
public sealed class LayoutLaws
{
    public static TheoryData<string> Samples() => FileNames.Samples();

    public static TheoryData<string> Proposals() => FileNames.In(ProjectFiles.InShared("pdf", "proposals"), "*.pdf");

    [Theory]
    [MemberData(nameof(Samples))]
    public void Analyze_Sample_KeepsTheLaws(string file) => KeepsTheLaws(File.ReadAllBytes(ProjectFiles.InRoot("data", "samples", file)));

    [SharedTheory("pdf/proposals")]
    [MemberData(nameof(Proposals))]
    public void Analyze_Proposal_KeepsTheLaws(string file) => KeepsTheLaws(File.ReadAllBytes(ProjectFiles.InShared("pdf", "proposals", file)));

    [Fact]
    public void Analyze_FromSeveralThreads_GivesTheSame()
    {
        byte[][] files = [.. Directory.EnumerateFiles(ProjectFiles.InRoot("data", "samples"), "*.pdf").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        LayoutAnalyzer analyzer = new(new LayoutOptions());
        string[] alone = [.. files.Select(bytes => analyzer.Analyze(LayoutReading.Read(bytes)).Dump())];
        string[] together = [.. files.AsParallel().AsOrdered().Select(bytes => analyzer.Analyze(LayoutReading.Read(bytes)).Dump())];
        Assert.Equal(alone, together);
    }

    [Fact]
    public void Analyze_Pages_AreToldInBothPasses()
    {
        TypedPdf pdf = new();
        pdf.Print(72, 100, "one").NewPage().Print(72, 100, "two").NewPage().Print(72, 100, "three");
        List<int> told = [];
        new LayoutAnalyzer(new LayoutOptions()).Analyze(LayoutReading.Read(pdf.Bytes()), told.Add);
        Assert.Equal([1, 2, 3, 1, 2, 3], told);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Analyze_KeepingFurniture_RemovesNothing(string file)
    {
        byte[] bytes = File.ReadAllBytes(ProjectFiles.InRoot("data", "samples", file));
        LaidOutDocument document = LayoutReading.Analyze(bytes, keepFurniture: true);
        Assert.Empty(document.Removed);
        Assert.Equal(Printed(LayoutReading.Read(bytes)), document.Regions.SelectMany(region => region.Lines).SelectMany(line => line.Words).Select(word => word.Text).Order(StringComparer.Ordinal));
    }

    private static void KeepsTheLaws(byte[] bytes)
    {
        SourceDocument source = LayoutReading.Read(bytes);
        LaidOutDocument document = LayoutReading.Analyze(bytes);

        // Every printed word is in exactly one region or was removed.
        IEnumerable<string> read = document.Regions.SelectMany(region => region.Lines).SelectMany(line => line.Words).Select(word => word.Text)
            .Concat(document.Removed.SelectMany(text => text.Text.Split(' '))).Order(StringComparer.Ordinal);
        Assert.Equal(Printed(source), read);

        Assert.All(document.Regions, region =>
        {
            Assert.NotEmpty(region.Lines);
            Assert.All(region.Lines, line => Assert.NotEmpty(line.Words));
            Assert.Equal(region.Kind is RegionKind.TableCell or RegionKind.TableHead, region.Cell is not null);
            Assert.All(region.Lines.SelectMany(line => line.Words), word => Assert.Equal(word.Text.Length, word.Marks.Count));
        });
        Assert.Equal(document.Regions.Select(region => region.Page).Order(), document.Regions.Select(region => region.Page));
        if (!document.HasRevisionMarks) Assert.Equal("", document.Marked(Mark.Inserted) + document.Marked(Mark.Deleted));
        Assert.Equal(document.Dump(), LayoutReading.Analyze(bytes).Dump());
    }

    private static IEnumerable<string> Printed(SourceDocument source) =>
        source.Pages.SelectMany(page => page.Words.Concat(page.TurnedWords).Concat(page.SlantedWords)).Select(word => word.Text).Order(StringComparer.Ordinal);
}
