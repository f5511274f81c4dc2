using Classifier.Documents;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.Documents;

/// <summary>Pages filled from their images.</summary>
public sealed class OcrReaderTests
{
    private static readonly RecognizedWord Word = new("Secrecy", 0.1, 0.3, 0.5, 0.02, 95);

    [Fact]
    public void Fill_PagesWithText_AreLeftAlone()
    {
        SourceDocument source = Read(new TypedPdf().Print(72, 100, "Member States shall cooperate.").NewPage());
        List<int> asked = [];
        SourceDocument filled = new OcrReader().Fill(source, page =>
        {
            asked.Add(page);
            return new RecognizedPage(Recognition.Read, [Word]);
        }, null);
        Assert.Equal([2], asked);
        Assert.Same(source.Pages[0], filled.Pages[0]);
        Assert.True(filled.Pages[1].IsRecognized);
    }

    [Fact]
    public void Fill_RecognisedPage_IsMarkedAsALoss_BecauseRevisionsAreNotSeen()
    {
        Issue issue = Assert.Single(Fill(new RecognizedPage(Recognition.Read, [Word])).Issues);
        Assert.Equal((Severity.Loss, "ocr", 1), (issue.Severity, issue.Category, issue.Page!.Value));
        Assert.Contains("struck words read as proposed", issue.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Recognition.TimedOut, "timeout")]
    [InlineData(Recognition.Failed, "ocr_failed")]
    public void Fill_PageThatCouldNotBeRead_IsNamedAndStaysUnread(Recognition outcome, string category)
    {
        SourceDocument filled = Fill(new RecognizedPage(outcome, []));
        Assert.Equal((Severity.Loss, category), (Assert.Single(filled.Issues).Severity, filled.Issues[0].Category));
        Assert.False(filled.Pages[0].IsRecognized);
    }

    [Fact]
    public void Fill_Specks_AreLeftOut_AndDoubtfulWordsAreCounted()
    {
        SourceDocument filled = Fill(new RecognizedPage(Recognition.Read, [Word with { Text = "'=~", Confidence = 5 }, Word with { Text = "annual", Confidence = 5 }, Word, Word, Word with { Text = "scrawl", Baseline = 0.7, Confidence = 5 }]));
        Assert.Equal(["annual", "Secrecy", "Secrecy"], filled.Pages[0].Words.Select(word => word.Text));
        Assert.Contains("One word was hard to read", filled.Issues[0].Message, StringComparison.Ordinal);
    }

    [Property]
    public bool Fill_WordsOfNearlyOneSize_GetOneSize(NonEmptyArray<byte> drifts)
    {
        RecognizedWord[] words = [.. drifts.Get.Select(drift => Word with { Size = 0.02 * (1 + drift % 10 / 100.0) })];
        return Fill(new RecognizedPage(Recognition.Read, words)).Pages[0].Words.Select(word => word.FontSize).Distinct().Count() == 1;
    }

    [Property]
    public bool Fill_WordInAnyScript_HasItsCharactersWithinItsBox(bool arabic, PositiveInt length)
    {
        string text = new(arabic ? 'س' : 's', length.Get);
        Word word = Fill(new RecognizedPage(Recognition.Read, [Word with { Text = text }])).Pages[0].Words[0];
        float[] edges = word.Edges.ToArray();
        bool rises = edges[0] <= edges[^2];
        return edges.Length == 2 * text.Length && edges.All(x => x >= word.Box.Left - 0.01 && x <= word.Box.Right + 0.01) && (text.Length == 1 || rises != arabic);
    }

    private static SourceDocument Fill(RecognizedPage page) => new OcrReader().Fill(Read(new TypedPdf()), _ => page, null);

    private static SourceDocument Read(TypedPdf pdf) => new PdfReader(new PdfReaderOptions()).Read(pdf.Bytes());
}
