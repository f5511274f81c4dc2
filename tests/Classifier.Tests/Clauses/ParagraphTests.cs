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
    public void PageSetWiderThanTheDocument_KeepsItsParagraphsWhole()
    {
        string[] tight = [.. Enumerable.Repeat("Operators shall keep their networks open to the traffic of", 12)];
        IReadOnlyList<string> texts = Texts([.. tight, "its own region.", "---",
            "Nobody shall be cut off from the networks of the region,", "", "and nobody shall be made to say who they are, or to leave a", "", "name with an operator, unless a court has so ordered after", "", "a hearing.", "", "", "",
            "The court shall hear all who ask for it."]);
        Assert.Contains("Nobody shall be cut off from the networks of the region, and nobody shall be made to say who they are, or to leave a name with an operator, unless a court has so ordered after a hearing.", texts);
        Assert.Equal("The court shall hear all who ask for it.", texts[^1]);
    }

    [Fact]
    public void LineThatBreaksOff_BeforeADateOrAName_GoesOn()
    {
        Assert.Equal(["The membership of such a State shall terminate on 16 November 2027 or upon the entry into force."], Texts(
            "The membership of such a State shall terminate on", "16 November 2027 or upon the entry into force."));
    }

    [Fact]
    public void BoldWords_InTheMiddleOfASentence_AreNoHeading()
    {
        Clause clause = Assert.Single(TypedDocument.Segment(
            "The office acknowledges the urgent need for adoption of an", "*enforceable framework of rights for the region, or Charter*", "Rights would stay without a court that hears those who ask.").Clauses);
        Assert.Equal(ClauseKind.Paragraph, clause.Kind);
    }

    [Fact]
    public void BoldHeading_OverItsText_StaysOne()
    {
        ProposalDocument document = TypedDocument.Segment("*Charter of rights*", "The office acknowledges the urgent need for it and for all", "that follows from it.");
        Assert.Equal([ClauseKind.Heading, ClauseKind.Paragraph], document.Clauses.Select(clause => clause.Kind));
    }

    [Fact]
    public void HeadingOnTwoLines_IsOne()
    {
        Assert.Equal("Recommended reading & resources shared", Texts("*Recommended reading &*", "*resources shared*", "", "The report of the working party names them all.")[0]);
    }

    [Fact]
    public void ListOfNames_IsSetAside_TheTextAroundItIsNot()
    {
        ProposalDocument document = TypedDocument.Segment(
            "We ask that the networks be opened to all.", "", "*Signatories*", "", "League of the Coast", "", "Harbour Union", "", "ARTICLE 27", "", "Asociación de Lectores", "", "Tamsin Bay Institute",
            "", "Open Networks Foundation", "", "Western Sea Readers", "", "Arvenia Press Council", "", "Morvane Society, Inc.", "", "*Background*", "", "The networks were closed in the spring by an order.");
        Assert.Equal(["We ask that the networks be opened to all.", "Signatories", "Background", "The networks were closed in the spring by an order."], document.Clauses.Select(clause => clause.Text));
        Assert.Equal(9, document.SetAside.Count(text => text.Reason == "list_of_names"));
    }

    [Fact]
    public void ListOfShortPhrases_IsNoListOfNames()
    {
        string[] phrases = [.. Enumerable.Range(1, 9).SelectMany(i => new[] { $"{i}.  Open networks without filters", "" })];
        Assert.Equal(9, TypedDocument.Segment(phrases).Clauses.Count);
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
    public void SoftHyphenWithinALine_TakingRoom_IsAHyphen() =>
        Assert.Equal(["The rules on re-entry apply to all ships of the flag."], Texts("The rules on re\u00ADentry apply to all ships of the flag."));

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
    public void TableOfContents_WhoseEntriesFillTheMeasure_IsSetAside()
    {
        static string Entry(string title, int page) => title + $"{page}".PadLeft(TypedDocument.Measure - title.Length);
        ProposalDocument document = TypedDocument.Segment(
            "We met in 2028.", "", Entry("Section 3: Open networks of the coast", 2), Entry("Section 4: Closed networks of the coast and islands", 5), "Section 5: Networks that are neither open nor closed and will", Entry("not be so for long", 6), Entry("Section 6: Payments", 9), Entry("Section 7: What we conclude", 12), "", "We met in 2029 and agreed on all of it.");
        Assert.Equal(["We met in 2028.", "We met in 2029 and agreed on all of it."], document.Clauses.Select(clause => clause.Text));
        Assert.Equal(5, document.SetAside.Count(text => text.Reason == "table_of_contents"));
    }

    [Fact]
    public void TableOfContents_BesideAFewNames_LeavesThem()
    {
        static string Entry(string title, int page) => title + $"{page}".PadLeft(TypedDocument.Measure - title.Length);
        ProposalDocument document = TypedDocument.Segment("We met in 2028.", "", "Anna Reader, President", "", "Bruno Writer, Secretary", "", Entry("Open Networks", 2), Entry("Closed Networks", 3), Entry("Coastal Networks", 4), Entry("Inland Networks", 6), Entry("Sunken Networks", 7), Entry("Lasting Networks", 8), "", "We met in 2029 and agreed on all of it.");
        Assert.Equal(["We met in 2028.", "Anna Reader, President", "Bruno Writer, Secretary", "We met in 2029 and agreed on all of it."], document.Clauses.Select(clause => clause.Text));
    }

    [Theory]
    [InlineData("This is a word of the advocates of law-", "ful access to networks.", "This is a word of the advocates of lawful access to networks.")]
    [InlineData("The rule was found apply to conduct of ICT-", "related activities of States.", "The rule was found apply to conduct of ICT-related activities of States.")]
    [InlineData("Wherever it is, every one asks where, and it is asked every-", "where else.", "Wherever it is, every one asks where, and it is asked everywhere else.")]
    public void HyphenAtLineEnd_IsJudgedByItsHalves(string first, string second, string joined) => Assert.Equal([joined], Texts(first, second));

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

    [Fact]
    public void Ligatures_ThatAFontKeepsAtTheirPlaceInTheCorkEncoding_AreLetters() =>
        Assert.Equal("Five offices – the first of the fleet – shall suffice in effect.",
            Assert.Single(TypedDocument.Segment("Five o\u001Eces \u0015 the \u001Crst of the \u001Deet \u0015 shall su\u001Ece in e\u001Bect.").Clauses).Text);
}
