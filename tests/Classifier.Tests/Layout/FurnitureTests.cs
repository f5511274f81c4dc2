using Classifier.Layout;
using Xunit;

namespace Classifier.Tests.Layout;

public sealed class FurnitureTests
{
    [Fact]
    public void Analyze_HeadsAndPageNumbers_AreRemovedWithTheirReason()
    {
        TypedPdf pdf = new();
        string[] openings = ["Operators shall keep records.", "The Minister may make rules.", "This Act enters into force in May."];
        for (int page = 1; page <= 3; page++)
        {
            if (page > 1) pdf.NewPage();
            pdf.Print(200, 40, "Public Networks Bill").Print(72, 100, openings[page - 1]).Print(72, 120, "It goes on.").Print(290, 800, $"- {page} -");
        }
        LaidOutDocument document = pdf.Analyze();
        Assert.Equal(6, document.Lines().Count());
        Assert.Equal(3, document.Removed.Count(text => text.Reason == "running_head"));
        Assert.Equal(["- 1 -", "- 2 -", "- 3 -"], document.Removed.Where(text => text.Reason == "page_number").Select(text => text.Text));
    }

    [Fact]
    public void Analyze_ActionLinesAtTheTopOfPages_AreKept()
    {
        TypedPdf pdf = new();
        for (int page = 1; page <= 4; page++)
        {
            if (page > 1) pdf.NewPage();
            pdf.Print(72, 90, $"MOD ARV/27/{page * 3}").Print(72, 120, "Parties shall cooperate.").Print(72, 140, "They shall report each year.");
        }
        Assert.Equal(12, pdf.Analyze().Lines().Count());
    }

    [Fact]
    public void Analyze_LineNumbersInTheMargin_AreRemoved()
    {
        TypedPdf pdf = new();
        for (int line = 1; line <= 30; line++)
        {
            pdf.Print(100, 80 + 20 * line, "words of the bill that fill the line from end to end");
            if (line % 5 == 0) pdf.Print(60, 80 + 20 * line, line.ToString(System.Globalization.CultureInfo.InvariantCulture), 9);
        }
        LaidOutDocument document = pdf.Analyze();
        Assert.Equal(["5", "10", "15", "20", "25", "30"], document.Removed.Where(text => text.Reason == "line_number").Select(text => text.Text));
        Assert.All(document.Lines(), line => Assert.StartsWith("words", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Analyze_NumberedParagraphs_KeepTheirNumbers()
    {
        TypedPdf pdf = new();
        for (int i = 1; i <= 10; i++) pdf.Print(72, 100 + 45 * i, $"{i}").Print(100, 100 + 45 * i, "A paragraph of two lines that").Print(100, 115 + 45 * i, "says what it has to say.");
        Assert.Empty(pdf.Analyze().Removed);
    }

    [Fact]
    public void Analyze_FeetThatNameTheirChapter_AreKnownByTheirCounter()
    {
        TypedPdf pdf = new();
        string[] feet = ["GLOSSARY", "A LONG TRADITION", "PARTICIPATION", "LESSONS"];
        for (int page = 1; page <= feet.Length; page++)
        {
            if (page > 1) pdf.NewPage();
            pdf.Print(72, 100, feet[^page] + " of text").Print(72, 120, "It goes on.").Print(72, 800, $"{feet[page - 1]} {page + 2}");
        }
        Assert.Equal(feet.Length, pdf.Analyze().Removed.Count(text => text.Reason == "running_foot"));
    }

    [Fact]
    public void Analyze_ParagraphPrintedOnTwoPages_IsKept()
    {
        TypedPdf pdf = new();
        for (int page = 1; page <= 2; page++)
        {
            if (page > 1) pdf.NewPage();
            pdf.Print(72, 80, "Who we are", 18).Print(72, 110, "We are a charity that was founded to promote and defend")
                .Print(72, 124, "human rights as they are realised in the digital age. We stand for").Print(72, 138, page == 1 ? "openness and for fairness." : "nothing else at all.");
        }
        Assert.Empty(pdf.Analyze().Removed);
    }

    [Fact]
    public void Analyze_HeadsMirroredOnFacingPages_AreRemoved()
    {
        TypedPdf pdf = new TypedPdf().Print(72, 40, "Public networks A/79/271").Print(72, 100, "Operators shall keep records.")
            .NewPage().Print(72, 40, "A/79/271 Public networks").Print(72, 100, "The Minister may make rules.");
        Assert.Equal(2, pdf.Analyze().Removed.Count);
    }

    [Theory]
    [InlineData("18-17962 (E) 021118")]
    [InlineData("GE.21-12345")]
    public void Analyze_JobNumberAtTheFoot_IsTakenOut(string number)
    {
        LaidOutDocument document = new TypedPdf().Print(72, 100, "Member States shall cooperate.").Print(72, 780, number).Analyze();
        Assert.Equal(["Member States shall cooperate."], document.Lines());
        Assert.Equal((number, "running_foot"), (document.Removed.Single().Text, document.Removed[0].Reason));
    }

    /// <summary>With two pages the head of the second repeats nothing but the title.</summary>
    [Fact]
    public void Analyze_AuthorAndTitleAtBothEdgesOfALaterPage_AreARunningHead()
    {
        TypedPdf pdf = Titled().Print(72, 50, "Harbour Collective").Print(420, 50, "Networks Order").Print(72, 90, "and it shall not be read.");
        Assert.DoesNotContain(pdf.Analyze().Lines(), line => line.Contains("Networks Order", StringComparison.Ordinal) && line.Contains("Harbour", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Harbour Collective", "Other Matters", 90)]
    [InlineData("Harbour Collective", "Networks Order", 64)]
    public void Analyze_LineThatSaysMoreOrStandsInTheText_Stays(string left, string right, double next)
    {
        TypedPdf pdf = Titled().Print(72, 50, left).Print(420, 50, right).Print(72, next, "and it shall not be read.");
        Assert.Contains(pdf.Analyze().Lines(), line => line.Contains(right, StringComparison.Ordinal) && line != "Remarks on the Networks Order");
    }

    private static TypedPdf Titled() =>
        new TypedPdf().Print(72, 60, "Remarks on the Networks Order", size: 16).Print(72, 90, "Harbour Collective, Oskarra").Print(72, 300, "Every message is confidential").NewPage();
}
