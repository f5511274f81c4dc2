using Classifier.Clauses;
using Xunit;

namespace Classifier.Tests.Clauses;

/// <summary>Where a clause begins and ends.</summary>
public sealed class ParagraphTests
{
    [Fact]
    public void FullLines_OfOneSentence_AreOneClause()
    {
        Assert.Equal(["Operators shall keep their networks open to the traffic of all other operators in the region."], Texts(
            "Operators shall keep their networks open to the traffic of",
            "all other operators in the region."));
    }

    [Fact]
    public void ShortLine_BeforeACapital_EndsTheClause()
    {
        Assert.Equal(["Operators shall keep their networks open.", "Nobody shall be cut off from them without an order of a court."], Texts(
            "Operators shall keep their networks open.",
            "Nobody shall be cut off from them without an order of a",
            "court."));
    }

    [Fact]
    public void WideGap_BetweenFullLines_EndsTheClause()
    {
        Assert.Equal(2, Texts(
            "Operators shall keep their networks open to the traffic of",
            "all the other operators in the region and its neighbours.",
            "",
            "Nobody shall be cut off from them without an order made by",
            "a court after a hearing.").Count);
    }

    [Fact]
    public void PageBreak_WithinASentence_DoesNotPartTheClause()
    {
        ProposalDocument document = TypedDocument.Segment(
            "The operator shall keep a list of the cells which visitors",
            "---",
            "have used, and shall deliver it at the end of their stay.");
        Clause clause = Assert.Single(document.Clauses);
        Assert.Equal("The operator shall keep a list of the cells which visitors have used, and shall deliver it at the end of their stay.", clause.Text);
        Assert.Equal([1, 2], clause.Boxes.Select(box => box.Page));
        Assert.Equal(1, clause.Page);
    }

    [Fact]
    public void PageBreak_AfterASentence_BeforeANumber_PartsTheClauses()
    {
        Assert.Equal(["First rule about the networks of the whole region and more.", "Second rule about them."], Texts(
            "1.  First rule about the networks of the whole region and more.",
            "---",
            "2.  Second rule about them."));
    }

    [Fact]
    public void PageBreak_WithNotesBetween_DoesNotPartTheClause()
    {
        ProposalDocument document = TypedDocument.Segment(
            "The operator shall keep a list^1 of the cells which visitors",
            "note:1 See the report of the working party.",
            "---",
            "have used, and shall deliver it at the end of their stay.");
        Assert.Equal(
            ["The operator shall keep a list of the cells which visitors have used, and shall deliver it at the end of their stay.", "See the report of the working party."],
            document.Clauses.Select(clause => clause.Text));
        Assert.Equal(ClauseKind.Footnote, document.Clauses[1].Kind);
    }

    [Theory]
    [InlineData("The rules do not apply to the telecommuni-", "cations of ships.", "The rules do not apply to the telecommunications of ships.")]
    [InlineData("They rest on openness among many and on self-", "regulation by the trade.", "They rest on openness among many and on self-regulation by the trade.")]
    [InlineData("They were drawn up for the region of Asia-", "Pacific and for others.", "They were drawn up for the region of Asia-Pacific and for others.")]
    [InlineData("The rules do not apply to the telecommuni\u00AD", "cations of ships.", "The rules do not apply to the telecommunications of ships.")]
    public void HyphenAtLineEnd_GoesWhereItBrokeAWord_StaysInACompound(string first, string second, string joined) =>
        Assert.Equal([joined], Texts(first, second));

    [Fact]
    public void HyphenAtLineEnd_OfACompoundUsedElsewhere_Stays()
    {
        Assert.Contains("and the right of re-entry is for all.", Texts(
            "No person has been denied re-entry at the border this year.",
            "",
            "Where the travel is over, the right to leave and the right of re-",
            "entry is for all.")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void RaisedFigure_WithoutANoteThatAnswers_IsAnExponentAndStays()
    {
        Assert.Equal(["The antenna covers 40 km2 of the coast."], Texts("The antenna covers 40 km^2 of the coast."));
    }

    [Fact]
    public void TableOfContents_IsSetAside_HeadingsWithNumbersAreNot()
    {
        ProposalDocument document = TypedDocument.Segment("Introduction ..... 2", "Open networks ..... 3", "The case of the coast ..... 5", "Closed networks ..... 9", "Conclusion ..... 12", "", "We met in 2027 and agreed on all of it.");
        Assert.Equal(["We met in 2027 and agreed on all of it."], document.Clauses.Select(clause => clause.Text));
        Assert.Equal(5, document.SetAside.Count(text => text.Reason == "table_of_contents"));
    }

    [Fact]
    public void NoteOverTwoPages_IsOneClause()
    {
        ProposalDocument document = TypedDocument.Segment(
            "The operator shall keep a list^1 of the cells which visitors", "note:1 See the report of the working party that met on the coast", "---", "have used, and shall deliver it.", "note:of the western sea.");
        Assert.Equal("See the report of the working party that met on the coast of the western sea.", document.Clauses[1].Text);
    }

    [Fact]
    public void Ligatures_AreWrittenAsLetters()
    {
        Assert.Equal(["The office shall find efficient flows."], Texts("The o\uFB03ce shall \uFB01nd e\uFB03cient \uFB02ows."));
    }

    [Fact]
    public void ArabicShapes_AreWrittenAsLetters()
    {
        // Lam-alef, then the last letter of its block, then the first.
        Assert.Equal(["\u0644\u0627 \u064A \u0621"], Texts("\uFEFB \uFEF4 \uFE80"));
    }

    private static IReadOnlyList<string> Texts(params string[] lines) => [.. TypedDocument.Segment(lines).Clauses.Select(clause => clause.Text)];
}
