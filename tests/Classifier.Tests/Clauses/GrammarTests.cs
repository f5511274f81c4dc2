using Classifier.Clauses;
using Xunit;

namespace Classifier.Tests.Clauses;

/// <summary>Kinds, headings and proposals.</summary>
public sealed class GrammarTests
{
    private static readonly string[] Proposal =
    [
        "NOC  ARV/27/1",
        "",
        "<ARTICLE 3A>",
        "<Robustness of networks>",
        "",
        "MOD  ARV/27/2#49990",
        "",
        "32  Members [-should-][+shall+] meet every year.",
        "",
        "Reasons:  The present wording has two readings.",
        "",
        "(ADD)  ARV/27/3",
        "",
        "32A  Nobody shall be cut off.",
        "",
        "SUP*  ARV/27/4",
        "",
        "33  Members may filter.",
    ];

    [Fact]
    public void ActionLines_BecomeColumns_AndAreNoClauses()
    {
        ProposalDocument document = TypedDocument.Segment(Proposal);
        Assert.Equal(
            [
                ("", ClauseKind.Heading, "NOC", "ARV/27/1", ClauseStatus.Unchanged, "ARTICLE 3A", ""),
                ("", ClauseKind.Heading, "NOC", "ARV/27/1", ClauseStatus.Unchanged, "Robustness of networks", ""),
                ("32", ClauseKind.Provision, "MOD", "ARV/27/2", ClauseStatus.Modified, "Members shall meet every year.", "should"),
                ("", ClauseKind.Reason, "", "ARV/27/2", ClauseStatus.None, "Reasons: The present wording has two readings.", ""),
                ("32A", ClauseKind.Provision, "ADD", "ARV/27/3", ClauseStatus.Added, "Nobody shall be cut off.", ""),
                ("33", ClauseKind.Provision, "SUP", "ARV/27/4", ClauseStatus.Deleted, "", "Members may filter."),
            ],
            document.Clauses.Select(clause => (clause.Number, clause.Kind, clause.Action, clause.Proposal, clause.Status, clause.Text, clause.DeletedText)));
        Assert.Equal(["ARTICLE 3A", "Robustness of networks"], document.Clauses[^1].HeadingPath);
    }

    [Theory]
    [InlineData("Motifs: Le texte actuel a deux sens.")]
    [InlineData("Motivos: El texto actual tiene dos lecturas.")]
    [InlineData("Основания: Нынешний текст допускает два толкования.")]
    [InlineData("理由：现行条文过于笼统。")]
    [InlineData("الأسباب: النص الحالي غير واضح.")]
    public void Reasons_InAllSixLanguages_AreKnown(string reason)
    {
        Clause clause = TypedDocument.Segment("MOD  ARV/27/2", "", "32  Text that stays the same.", "", reason).Clauses[1];
        Assert.Equal((ClauseKind.Reason, "", "ARV/27/2"), (clause.Kind, clause.Action, clause.Proposal));
    }

    [Fact]
    public void Resolution_LeadInsAreHeadings_ItemsTakeTheirKindFromThem()
    {
        ProposalDocument document = TypedDocument.Segment(
            "<RESOLUTION 58 (Rev. City, 2027)>", "", "<Open networks>", "", "The World Conference (City, 2027),", "",
            "considering", "", "a)  that networks are open;", "", "resolves", "", "1  that they shall stay open;", "",
            "instructs the Secretary-General", "", "to report on them every year.");
        Assert.Equal(
            [ClauseKind.Heading, ClauseKind.Heading, ClauseKind.Paragraph, ClauseKind.Heading, ClauseKind.Recital, ClauseKind.Heading, ClauseKind.Provision, ClauseKind.Heading, ClauseKind.Provision],
            document.Clauses.Select(clause => clause.Kind));
        Assert.Equal(["RESOLUTION 58 (Rev. City, 2027)", "Open networks", "resolves"], document.Clauses[6].HeadingPath);
        Assert.Equal("resolves", document.Clauses[6].Context);
        Assert.Equal(("1", "that they shall stay open;"), (document.Clauses[6].Number, document.Clauses[6].Text));
    }

    [Fact]
    public void Bill_SectionHeadingsCarryTheirNumbers_DefinitionsAreKnown()
    {
        ProposalDocument document = TypedDocument.Segment(
            "<PART I>", "<PRELIMINARY>", "", "*2.  Interpretation*", "(1)  In this Act, unless the context otherwise requires,", "(a)  \"user\" means a person who uses a service;", "(2)  Providers shall keep no lists.", "", "<PART II>");
        Assert.Equal(("2.", "Interpretation"), (document.Clauses[2].Number, document.Clauses[2].Text));
        Assert.Equal(ClauseKind.Definition, document.Clauses[4].Kind);
        Assert.Equal(ClauseKind.Provision, document.Clauses[5].Kind);
        Assert.Equal(["PART I", "PRELIMINARY", "2. Interpretation"], document.Clauses[4].HeadingPath);
        Assert.Equal("In this Act, unless the context otherwise requires,", document.Clauses[4].Context);
    }

    [Fact]
    public void Item_ThatIsNoSentence_CarriesItsChapeau_ItsTextStaysItsOwn()
    {
        ProposalDocument document = TypedDocument.Segment("Member States shall:", "(a)  block no site;", "(b)  keep no lists.", "Nothing in this text binds the press.");
        Assert.Equal(["", "Member States shall:", "Member States shall:", ""], document.Clauses.Select(clause => clause.Context));
        Assert.Equal("block no site;", document.Clauses[1].Text);
    }

    [Fact]
    public void Compilation_EachProposal_KeepsItsOwnSource()
    {
        ProposalDocument document = TypedDocument.Segment(
            "<Republic of Arvenia>", "<Original: English>", "", "ADD  ARV/70/1", "", "21  Networks shall be open.", "", "Reasons: They are not.", "---",
            "<Kingdom of Morvane>", "<Original: French>", "", "ADD  MVN/70/1", "", "22  Networks shall be shut.");
        Assert.Equal(["Republic of Arvenia", "Republic of Arvenia", "Kingdom of Morvane"], document.Clauses.Select(clause => clause.Source));
    }

    [Fact]
    public void ComparisonTable_IsReadByRow_UnderItsColumnHeads()
    {
        ProposalDocument document = new ClauseSegmenter().Segment(new string('0', 64), TypedDocument.Table(
            ["Current text", "Proposed text", "Comments"],
            ["11 Members should meet.", "11 Members [-should-][+shall+] meet.", "A duty is wanted."],
            ["12 They may filter.", "12 They may filter.", ""],
            ["", "[+13 They shall report.+]", "New."]));
        Clause[] cells = [.. document.Clauses.Where(clause => clause.Kind == ClauseKind.TableCell)];
        Assert.Equal(["11", "11", "", "12", "12", "13", ""], cells.Select(cell => cell.Number));
        Assert.Equal([ClauseStatus.None, ClauseStatus.Modified, ClauseStatus.None, ClauseStatus.None, ClauseStatus.Unchanged, ClauseStatus.Added, ClauseStatus.None], cells.Select(cell => cell.Status));
        Assert.Equal(["Current text", "Proposed text", "Comments"], cells.Take(3).Select(cell => cell.HeadingPath[^1]));
    }

    [Fact]
    public void NumberedParagraphs_OfASubmission_AreParagraphs()
    {
        ProposalDocument document = TypedDocument.Segment("*General remarks*", "", "1.  We welcome the draft.", "", "2.  We would delete Article 3.");
        Assert.Equal([ClauseKind.Heading, ClauseKind.Paragraph, ClauseKind.Paragraph], document.Clauses.Select(clause => clause.Kind));
        Assert.Equal(["General remarks"], document.Clauses[2].HeadingPath);
    }

    [Fact]
    public void PlenaryResolution_WithoutLeadInLines_PartsRecitalsFromProvisions()
    {
        ProposalDocument document = TypedDocument.Segment("The General Assembly,", "", "Recalling its resolution 72/3,", "", "Gravely concerned that networks are shut,", "", "1.  Welcomes the report;", "", "2.  Decides to meet again.");
        Assert.Equal([ClauseKind.Paragraph, ClauseKind.Recital, ClauseKind.Recital, ClauseKind.Provision, ClauseKind.Provision], document.Clauses.Select(clause => clause.Kind));
    }

    [Fact]
    public void NameThatLooksLikeAnArticle_InALetter_MakesNoProvisions()
    {
        ProposalDocument document = TypedDocument.Segment("We ask that the networks be opened to all.", "", "*Signatories:*", "", "*ARTICLE 19*", "", "League of the Coast");
        Assert.DoesNotContain(document.Clauses, clause => clause.Kind == ClauseKind.Provision);
    }

    [Fact]
    public void SentenceThatBeginsWithAClauseItNames_KeepsItsSubject()
    {
        Clause clause = Assert.Single(TypedDocument.Segment("Clause 12 obliges every operator to filter.").Clauses);
        Assert.Equal(("", "Clause 12 obliges every operator to filter."), (clause.Number, clause.Text));
    }

    [Fact]
    public void NumberedItems_ThatAreSentences_CarryTheirChapeauToTheLast()
    {
        ProposalDocument document = TypedDocument.Segment("A State becomes a party by:", "(a)  Signature;", "(b)  Signature and ratification;", "(c)  Accession.", "", "The depositary tells all of it.");
        Assert.Equal(["", "A State becomes a party by:", "A State becomes a party by:", "A State becomes a party by:", ""], document.Clauses.Select(clause => clause.Context));
    }

    [Fact]
    public void DayBeforeItsMonth_IsNoNumber()
    {
        Assert.Equal(("", "16 November 2027 was the day."), TypedDocument.Segment("16  November 2027 was the day.").Clauses.Select(clause => (clause.Number, clause.Text)).Single());
    }

    [Fact]
    public void TitleUnderALabel_IsAHeading_WhateverItsType()
    {
        ProposalDocument document = TypedDocument.Segment("<Article 1>", "", "Use of networks by the States of the coast and the islands", "", "1.  States shall keep them open.", "", "<Article 2>", "", "Signature", "", "1.  States sign here.");
        Assert.Equal(["Article 1", "Use of networks by the States of the coast and the islands"], document.Clauses[2].HeadingPath);
        Assert.Equal(["Article 2", "Signature"], document.Clauses[^1].HeadingPath);
    }

    [Fact]
    public void AnnexWithoutALetter_EndsTheArticles()
    {
        ProposalDocument document = TypedDocument.Segment("<Article 1>", "", "1.  States shall keep them open.", "", "<Article 2>", "", "1.  States sign here.", "", "<ANNEX>", "", "1.  The costs are shared.");
        Assert.Equal(["ANNEX"], document.Clauses[^1].HeadingPath);
    }

    [Fact]
    public void NumberedParagraphs_OfAPaperThatQuotesADecision_AreParagraphs()
    {
        ProposalDocument document = TypedDocument.Segment("1.  Our members run networks.", "", "2.  Decides that networks are open, the resolution says.", "", "3.  We agree.");
        Assert.All(document.Clauses, clause => Assert.Equal(ClauseKind.Paragraph, clause.Kind));
    }

    [Theory]
    [InlineData("Article 4 – Traffic data", "")]
    [InlineData("*Secrecy of messages*", "")]
    [InlineData("Article 4 – Traffic data", "A note.")]
    public void TitleOfARow_HeadsItsCells(string title, string besideIt)
    {
        ProposalDocument document = new ClauseSegmenter().Segment(new string('0', 64), TypedDocument.Table(["Provision", "Text"], [title, besideIt], ["", "Providers erase traffic data."]));
        Assert.Equal([title.Trim('*'), "Text"], document.Clauses[^1].HeadingPath);
        Assert.Equal(besideIt.Length == 0 ? ClauseKind.Heading : ClauseKind.TableCell, document.Clauses[2].Kind);
    }

    [Fact]
    public void FirstPartOfACompilation_IsKnownByThoseAfterIt()
    {
        ProposalDocument document = TypedDocument.Segment(
            "CR29/90-E", "2 February 2029", "", "<Note by the Secretary-General>", "*<COMPILATION OF PROPOSALS>*", "", "We compile what was received, and add nothing of our own.", "", "*United Provinces of Hale*", "", "ADD  HAL/9/1", "", "10  Nobody pays.", "", "*Free City of Brandt*", "", "ADD  BRA/9/1", "", "11  All pay.");
        Assert.Equal(["Note by the Secretary-General", "United Provinces of Hale", "Free City of Brandt"], document.Clauses.Select(clause => clause.Source));
    }

    [Fact]
    public void FirstPartOfACompilation_RightUnderTheHead_KeepsItsOwnSource()
    {
        ProposalDocument document = TypedDocument.Segment(
            "Document 70-E", "1 July 2029", "Original: English", "", "*<Note by the Secretary-General>*", "*<COMPILATION OF PROPOSALS RECEIVED>*", "", "*<Republic of Arvenia>*", "", "<Original: French>", "",
            "ADD  ARV/70/1", "", "10  Nobody pays.", "---", "*<Kingdom of Morvane>*", "", "<Original: English>", "", "ADD  MVN/70/1", "", "11  All pay.");
        Assert.Equal(["Republic of Arvenia", "Kingdom of Morvane"], document.Clauses.Select(clause => clause.Source));
        Assert.Equal(("Note by the Secretary-General", "English"), (document.Metadata.Source, document.Metadata.OriginalLanguage));
    }

    [Fact]
    public void RussianResolution_IsReadByItsOwnWords()
    {
        ProposalDocument document = TypedDocument.Segment("ADD  ARV/52/1", "", "<ПРОЕКТ НОВОЙ РЕЗОЛЮЦИИ [ARV-1]>", "<О непрерывности связи>", "", "Всемирная конференция по связи (Линден, 2030 г.),", "", "учитывая", "", "a)  что сети открыты,");
        Assert.Equal([ClauseKind.Heading, ClauseKind.Heading, ClauseKind.Paragraph, ClauseKind.Heading, ClauseKind.Recital], document.Clauses.Select(clause => clause.Kind));
        Assert.Equal(["ПРОЕКТ НОВОЙ РЕЗОЛЮЦИИ [ARV-1]", "О непрерывности связи", "учитывая"], document.Clauses[^1].HeadingPath);
    }
}
