using Classifier.Clauses;
using Xunit;

namespace Classifier.Tests.Clauses;

/// <summary>Numbers as treaties, bills, resolutions and submissions print them.</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData("(1) A person shall not be cut off.", "(1)")]
    [InlineData("(a) a person shall not be cut off;", "(a)")]
    [InlineData("(iv) a person shall not be cut off;", "(iv)")]
    [InlineData("xviii) that a person shall not be cut off;", "xviii)")]
    [InlineData("a) that a person shall not be cut off;", "a)")]
    [InlineData("12. A person shall not be cut off.", "12.")]
    [InlineData("5.2bis A person shall not be cut off.", "5.2bis")]
    [InlineData("31A   A person shall not be cut off.", "31A")]
    [InlineData("CS 1012   A person shall not be cut off.", "CS 1012")]
    [InlineData("Article 5. A person shall not be cut off.", "Article 5.")]
    [InlineData("Section 3 A person shall not be cut off.", "Section 3")]
    public void Number_AtTheOpening_IsPartedFromTheText(string typed, string number)
    {
        Clause clause = Assert.Single(TypedDocument.Segment(typed).Clauses);
        Assert.Equal(number, clause.Number);
        Assert.EndsWith("person shall not be cut off" + typed[^1], clause.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(number, clause.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027 was the year in which the rules entered into force.")]
    [InlineData("12 States have signed the agreement so far.")]
    [InlineData("A person shall not be cut off from the network.")]
    [InlineData("I would not have the rules changed.")]
    public void Quantity_AtTheOpening_IsText(string typed)
    {
        Clause clause = Assert.Single(TypedDocument.Segment(typed).Clauses);
        Assert.Equal("", clause.Number);
        Assert.Equal(typed, clause.Text);
    }

    [Fact]
    public void Bullet_AtTheOpening_IsNoNumberAndNoText()
    {
        Clause clause = Assert.Single(TypedDocument.Segment("•  keep the networks open;").Clauses);
        Assert.Equal(("", "keep the networks open;"), (clause.Number, clause.Text));
    }

    [Fact]
    public void Renumbering_ShowsTheProposedNumber_AndIsNoChangeOfTheText()
    {
        ProposalDocument document = TypedDocument.Segment("MOD  ARV/27/4", "", "[-33-][+34+]  Members shall keep their word.", "", "MOD  ARV/27/5", "", "35  Members [-shall-][+should+] pay.");
        Assert.Equal(("34", "Members shall keep their word.", "", ClauseStatus.Unchanged), (document.Clauses[0].Number, document.Clauses[0].Text, document.Clauses[0].DeletedText, document.Clauses[0].Status));
    }

    [Fact]
    public void Reference_WrappedToALineStart_IsNoNumber()
    {
        Clause clause = Assert.Single(TypedDocument.Segment(
            "The Authority may act on a complaint made under subsection",
            "(2) of this section where the person has been heard.").Clauses);
        Assert.Equal("", clause.Number);
    }
}
