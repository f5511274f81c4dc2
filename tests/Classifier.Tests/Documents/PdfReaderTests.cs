using Classifier.Documents;
using Xunit;

namespace Classifier.Tests.Documents;

public sealed class PdfReaderTests
{
    private static readonly PdfReader Reader = new(new PdfReaderOptions());

    public static TheoryData<string> Samples() => FileNames.Samples();

    [Theory]
    [InlineData("", "empty")]
    [InlineData("<html>", "not_a_pdf")]
    [InlineData("%PDF-1.4 and nothing else", "malformed")]
    public void Read_BytesThatAreNoPdf_NamesTheCategory(string content, string category)
    {
        SourceDocument source = Reader.Read(System.Text.Encoding.ASCII.GetBytes(content));
        Assert.Empty(source.Pages);
        Assert.Equal(category, Assert.Single(source.Issues).Category);
    }

    [Fact]
    public void Read_TruncatedAnywhere_NeverThrows()
    {
        byte[] whole = new TypedPdf().Print(72, 100, "Member States shall cooperate.").Bytes();
        for (int length = 0; length < whole.Length; length += 97)
        {
            SourceDocument source = Reader.Read(whole[..length]);
            Assert.True(source.Pages.Count > 0 || source.Issues.Any(issue => issue.Severity == Severity.Fatal), $"cut at {length}: neither a page nor an issue");
        }
    }

    [Fact]
    public void Read_CallerCancels_PassesTheCancellationOn() =>
        Assert.Throws<OperationCanceledException>(() => Reader.Read(new TypedPdf().Print(72, 100, "text").Bytes(), _ => throw new OperationCanceledException()));

    [Fact]
    public void Read_WordPrintedTwiceForBoldness_GivesItOnce()
    {
        SourceDocument source = Reader.Read(new TypedPdf().Print(72, 100, "ARTICLE 7").Print(72.3, 100, "ARTICLE 7").Bytes());
        Assert.Equal(["ARTICLE", "7"], source.Pages[0].Words.Select(word => word.Text));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_Sample_GivesEveryCharacterItsExtent(string file)
    {
        SourceDocument source = Reader.Read(File.ReadAllBytes(ProjectFiles.InRoot("data", "samples", file)));
        Assert.Empty(source.Issues);
        Assert.Equal(source.PageCount, source.Pages.Count);
        Assert.All(source.Pages.SelectMany(page => page.Words), word =>
        {
            Assert.NotEqual("", word.Text.Trim());
            Assert.Equal(2 * word.Text.Length, word.Edges.Length);
        });
    }

    [SharedFact("pdf/proposals")]
    public void Read_SlashesPrintedOverWords_AreMarksAndNotText()
    {
        byte[] bytes = File.ReadAllBytes(Directory.EnumerateFiles(ProjectFiles.InShared("pdf", "proposals"), "d32*.pdf").Single());
        DocumentPage page = Reader.Read(bytes).Pages[0];
        Assert.Contains(page.Areas, area => area.Kind == AreaKind.Deleted);
        Assert.DoesNotContain(page.Words, word => word.Text.Contains("//", StringComparison.Ordinal));
    }
}
