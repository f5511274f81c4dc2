using Classifier.Layout;
using Xunit;

namespace Classifier.Tests.Layout;

public sealed class FootnoteTests
{
    [Fact]
    public void Analyze_ParagraphsUnderTheRuleOfARunningHead_AreText()
    {
        TypedPdf pdf = new TypedPdf().Rule(60, 65, 300, 65).Rule(300.5, 65, 540, 65);
        for (int i = 0; i < 10; i++) pdf.Print(100, 90 + 60 * i, $"{7 + i}. Calls upon States to cooperate with each other").Print(72, 104 + 60 * i, "in the exercise of their functions and to report;");
        Assert.DoesNotContain(pdf.Analyze().Regions, region => region.Kind == RegionKind.Footnote);
    }

    [Theory]
    [InlineData("1/")]
    [InlineData("1")]
    [InlineData("*")]
    public void Analyze_NotesUnderATypedRule_AreFootnotes(string mark)
    {
        TypedPdf pdf = Text().Print(72, 640, "__________").Print(72, 660, mark).Print(90, 660, "Official Records of the Conference, document 122.");
        Region note = Assert.Single(pdf.Analyze().Regions, region => region.Kind == RegionKind.Footnote);
        Assert.StartsWith(mark + " Official", note.Lines[0].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Analyze_SmallNotesThatCountOnFromTheTopOfAPage_AreFootnotes()
    {
        TypedPdf pdf = Text().NewPage().Print(72, 80, "Endnotes");
        for (int i = 1; i <= 6; i++) pdf.Print(72, 90 + 12 * i, $"{i}", 7).Print(84, 90 + 12 * i, "A newspaper, 2022, on what it had found out.", 7);
        Assert.Equal(6, pdf.Analyze().Regions.Count(region => region.Kind == RegionKind.Footnote));
    }

    [Fact]
    public void Analyze_NotesWhoseMarksTouchTheirFirstWords_AreNotesOfTheirOwn()
    {
        TypedPdf pdf = Text().Rule(72, 640, 200, 640).Print(72, 660, "1See the report of the working party on the", 9).Print(72, 671, "2Article of the statute that is quoted", 9).Print(72, 682, "9The lines of a note may open with a figure", 9);
        Assert.Equal([1, 2], pdf.Analyze().Regions.Where(region => region.Kind == RegionKind.Footnote).Select(region => region.Lines.Count));
    }

    [Fact]
    public void Analyze_MarkRaisedByHalfALine_StandsInItsLine()
    {
        TypedPdf pdf = new TypedPdf().Print(72, 83, "the right of everyone not to be subjected to an arbitrary").Print(72, 98, "interference with their privacy.").Print(231.5, 90.5, "5", 6.6);
        Assert.Equal(2, pdf.Analyze().Lines().Count());
    }

    private static TypedPdf Text()
    {
        TypedPdf pdf = new();
        for (int i = 0; i < 30; i++) pdf.Print(72, 80 + 15 * i, "words of the text that fill the line from end to end of it");
        return pdf;
    }
}
