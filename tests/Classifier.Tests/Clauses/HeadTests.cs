using Classifier.Clauses;
using Xunit;

namespace Classifier.Tests.Clauses;

/// <summary>What a document's head says, and that it is no clause.</summary>
public sealed class HeadTests
{
    [Fact]
    public void Head_OfAConferenceProposal_IsMetadata()
    {
        ProposalDocument document = TypedDocument.Segment(
            "*World Conference on Rules (WCR-27)*",
            "Tamsin Bay, 6-17 September 2027",
            "*PLENARY MEETING             Addendum 2 to Document 27-E*",
            "*                            9 March 2027*",
            "*                            Original: French*",
            "",
            "*<Republic of Arvenia>*",
            "*<PROPOSALS FOR THE WORK OF THE CONFERENCE>*",
            "<Agenda item 1.4>",
            "",
            "ADD  ARV/27A2/1",
            "",
            "32  Nobody shall be cut off.");
        Assert.Equal(
            new ProposalMetadata
            {
                Source = "Republic of Arvenia",
                DocumentNumber = "Addendum 2 to Document 27-E",
                Meeting = "World Conference on Rules (WCR-27)",
                Date = "9 March 2027",
                AgendaItem = "1.4",
                Title = "PROPOSALS FOR THE WORK OF THE CONFERENCE",
                OriginalLanguage = "French",
            },
            document.Metadata);
        Assert.Equal("Nobody shall be cut off.", Assert.Single(document.Clauses).Text);
        Assert.Equal("Republic of Arvenia", document.Clauses[0].Source);
    }

    [Fact]
    public void Letter_AddressAndSignature_AreNoClauses()
    {
        ProposalDocument document = TypedDocument.Segment(
            "Ministry of Posts", "12 Harbour Street", "Tamsin Bay", "", "Dear Minister,", "", "We ask you to keep the networks of the country open to", "all who live in it.", "", "Yours faithfully,", "", "A. Reader", "Secretary of the League");
        Assert.Equal(["We ask you to keep the networks of the country open to all who live in it."], document.Clauses.Select(clause => clause.Text));
        Assert.Equal(3, document.SetAside.Count(text => text.Reason == "signature"));
    }

    [Fact]
    public void Opening_ThatIsNoHead_StaysText()
    {
        ProposalDocument document = TypedDocument.Segment("*On open networks*", "", "Networks are open where nobody can close them, and closed", "where anybody can.");
        Assert.Equal([ClauseKind.Heading, ClauseKind.Paragraph], document.Clauses.Select(clause => clause.Kind));
    }

    [Fact]
    public void CoverOfASubmission_IsOneTitle_AndNamesNoSource()
    {
        ProposalDocument document = TypedDocument.Segment(
            "*Submission to the Office of Posts*", "", "regarding the", "", "*Open Networks Bill 2027*", "", "9 March 2027", "", "Networks are open where nobody can close them, and closed", "where anybody can.");
        Assert.Equal(("", "Submission to the Office of Posts regarding the Open Networks Bill 2027", "", "9 March 2027"), (document.Metadata.Source, document.Metadata.Title, document.Metadata.DocumentNumber, document.Metadata.Date));
    }

    [Fact]
    public void Addressee_OfALetter_IsNotItsSource()
    {
        ProposalDocument document = TypedDocument.Segment("Chair", "League of Readers", "9 March 2027", "", "Dear Chair,", "", "We ask you to keep the networks of the country open to", "all who live in it.");
        Assert.Equal("", document.Metadata.Source);
    }

    [Theory]
    [InlineData("Director, Office of Open Networks")]
    [InlineData("Building an Index of Openness")]
    [InlineData("Open Letter to the Member States of the Assembly")]
    [InlineData("Networks of the Coast, 2029")]
    public void BoldLineOverTheTitle_ThatIsNoName_IsNotTheSource(string line)
    {
        ProposalDocument document = TypedDocument.Segment($"*{line}*", "", "19 February 2029", "", "*Submission on the Networks Bill*", "", "Networks are open where nobody can close them, and closed", "where anybody can.");
        Assert.Equal("", document.Metadata.Source);
    }

    [Fact]
    public void BoldLineOverTheTitle_ThatIsAName_IsTheSource()
    {
        ProposalDocument document = TypedDocument.Segment("*Open Networks Watch*", "", "19 February 2029", "", "*Submission on the Networks Bill*", "", "Networks are open where nobody can close them, and closed", "where anybody can.");
        Assert.Equal(("Open Networks Watch", "Submission on the Networks Bill"), (document.Metadata.Source, document.Metadata.Title));
    }

    [Fact]
    public void Office_OnAMasthead_MaySpeak()
    {
        ProposalDocument document = TypedDocument.Segment("Document 46-E", "2 February 2029", "", "*<Chair of Drafting Group C>*", "*<COMPARATIVE TABLE OF PROPOSALS>*", "", "ADD  ARV/46/1", "", "10  Nobody pays.");
        Assert.Equal("Chair of Drafting Group C", document.Metadata.Source);
    }

    [Theory]
    [InlineData("UNITED A NATIONS", "UNITED NATIONS")]
    [InlineData("★ United Islands", "United Islands")]
    public void NameOnAMasthead_IsReadWithoutItsOrnament(string printed, string source) =>
        Assert.Equal(source, TypedDocument.Segment($"*{printed}*", "", "A/RES/48/900", "17 August 2029", "", "*RESOLUTION ADOPTED BY THE ASSEMBLY*", "", "Networks are open where nobody can close them, and closed", "where anybody can.").Metadata.Source);

    [Fact]
    public void SpeckOverTheHead_IsNeitherTitleNorSource()
    {
        ProposalMetadata head = TypedDocument.Segment("*/о 7-*", "", "A/RES/48/900", "17 August 2029", "", "Networks are open where nobody can close them, and closed", "where anybody can.").Metadata;
        Assert.Equal(("", "", "A/RES/48/900"), (head.Title, head.Source, head.DocumentNumber));
    }

    [Theory]
    [InlineData("Punto 3 del orden del día", "3")]
    [InlineData("Point 7 de l’ordre du jour", "7")]
    public void AgendaItem_InTheOrderOfItsLanguage_IsRead(string line, string item) =>
        Assert.Equal(item, TypedDocument.Segment("Documento 17-S", "", "*<PROPUESTAS PARA LA CONFERENCIA>*", $"<{line}>", "", "ADD  SLN/17/1", "", "41  Nadie podrá ser desconectado.").Metadata.AgendaItem);

    [Fact]
    public void Sponsors_OfADraftResolution_AreItsSource()
    {
        ProposalDocument document = TypedDocument.Segment(
            "A/C.9/66/L.12", "3 November 2031", "", "<Armont, Belvia and Corvane: draft resolution>", "*<Privacy in the age of networks>*", "", "The General Assembly,", "", "Recalling that networks are open,");
        Assert.Equal(("Armont, Belvia and Corvane: draft resolution", "Privacy in the age of networks"), (document.Metadata.Source, document.Metadata.Title));
    }
}
