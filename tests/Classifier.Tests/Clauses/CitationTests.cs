using Classifier.Clauses;
using Xunit;

namespace Classifier.Tests.Clauses;

/// <summary>Which notes only cite; what they would say is never lost.</summary>
public sealed class CitationTests
{
    [Theory]
    [InlineData("Ibid.")]
    [InlineData("See A/AC.905/1137.")]
    [InlineData("TC.3/2031/WP.4/Add.1.")]
    [InlineData("https://example.org/networks/open and-shut/case_7.html")]
    [InlineData("Postal Networks Act 2019 (Vic) s 15AA(1); Reader v Writer (2007) 933 CLR 307, 348.")]
    [InlineData("Anna Reader, ‘Who has hours to read what isn’t written?’ The Coast (Web Page, 22 July 2029) https://example.org/who-has-hours. Accessed 2 June 2030.")]
    [InlineData("Reader, A., & Writer, B. (2029). The nets of the sea. Journal of Nets, 40(4), pp. 607–626.")]
    public void Note_ThatOnlyCites_IsSetAside(string note)
    {
        ProposalDocument document = Segment(note);
        Assert.DoesNotContain(document.Clauses, clause => clause.Kind == ClauseKind.Footnote);
        Assert.Contains(note, Assert.Single(document.SetAside, text => text.Reason == "citation").Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The figure excludes satellite terminals.")]
    [InlineData("Iran objects to paragraph 4.")]
    [InlineData("Brazil opposes the deletion of paragraph 3 (2029).")]
    [InlineData("Arvenia reserves the right to return to Art. 9, p. 7.")]
    [InlineData("[States shall not intercept communications under Art. 17 (2029).]")]
    [InlineData("Convention of 2029 (2029) (This provision shall not apply to Art. 5, p. 3.)")]
    [InlineData("One delegation asked on 3 June 2029 that this paragraph be placed in square brackets.")]
    [InlineData("Providers shall keep no lists: Postal Networks Act 2019 (Vic) s 15.")]
    [InlineData("Article 12: “No one shall be subjected to arbitrary interference with his privacy, family, home or correspondence, nor to attacks upon his honour and reputation, and everyone has the right to the protection of the law.”")]
    [InlineData("Le ministre a déclaré le contraire dans la réponse (2029) et dans les débats de la commission.")]
    [InlineData("The “closed” networks of the coast.")]
    public void Note_ThatSaysSomething_IsAClause(string note) =>
        Assert.Equal(note, Assert.Single(Segment(note).Clauses, clause => clause.Kind == ClauseKind.Footnote).Text);

    [Fact]
    public void Note_LongerThanAnyReferences_IsAClause()
    {
        string note = $"Ibid. {string.Join(' ', Enumerable.Range(0, 400).Select(i => $"'a{i}"))}";
        Assert.Single(Segment(note).Clauses, clause => clause.Kind == ClauseKind.Footnote);
    }

    private static ProposalDocument Segment(string note) => TypedDocument.Segment("The operator shall keep no list of what visitors have read.", $"note:1 {note}");
}
