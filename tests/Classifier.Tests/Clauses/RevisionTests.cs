using Classifier.Clauses;
using Xunit;

namespace Classifier.Tests.Clauses;

/// <summary>What marks and actions say about a clause.</summary>
public sealed class RevisionTests
{
    [Theory]
    [InlineData("32  Members shall meet.", ClauseStatus.Unchanged, "Members shall meet.", "")]
    [InlineData("32  Members [-should-][+shall+] meet [-soon-].", ClauseStatus.Modified, "Members shall meet.", "should … soon")]
    [InlineData("32  [+Members shall meet.+]", ClauseStatus.Added, "Members shall meet.", "")]
    [InlineData("32  [-Members shall meet.-]", ClauseStatus.Deleted, "", "Members shall meet.")]
    [InlineData("32  Members shall meet[+, if they wish+].", ClauseStatus.Modified, "Members shall meet, if they wish.", "")]
    public void Mod_InADocumentWithMarks_FollowsTheMarks(string typed, ClauseStatus status, string text, string deleted)
    {
        Clause clause = TypedDocument.Segment("MOD  ARV/27/2", "", typed, "", "MOD  ARV/27/3", "", "[-33-][+34+]  A rule with a mark.").Clauses[0];
        Assert.Equal((status, text, deleted), (clause.Status, clause.Text, clause.DeletedText));
    }

    [Fact]
    public void Mod_InADocumentWithoutMarks_IsModified() =>
        Assert.Equal(ClauseStatus.Modified, TypedDocument.Segment("MOD  ARV/27/2", "", "32  Members shall meet.").Clauses[0].Status);

    [Fact]
    public void Introduction_OfAProposal_IsNotInPlay()
    {
        ProposalDocument document = TypedDocument.Segment("*[+Introduction+]*", "", "We table two changes.", "", "MOD  ARV/27/2", "", "32  Members [-should-][+shall+] meet.");
        Assert.Equal([ClauseStatus.None, ClauseStatus.None, ClauseStatus.Modified], document.Clauses.Select(clause => clause.Status));
    }

    [Fact]
    public void Bill_WithMarks_UnmarkedSectionsAreUnchanged()
    {
        ProposalDocument document = TypedDocument.Segment("<PART I>", "", "(1)  Providers [-may-][+shall+] keep lists.", "(2)  Lists are kept for a year.", "", "<PART II>");
        Assert.Equal([ClauseStatus.Unchanged, ClauseStatus.Modified, ClauseStatus.Unchanged, ClauseStatus.Unchanged], document.Clauses.Select(clause => clause.Status));
    }

    [Fact]
    public void UnderlinedWords_WhereNothingIsStruck_AreEmphasis()
    {
        ProposalDocument document = TypedDocument.Segment("The General Assembly,", "", "[+Recalling+] its resolution 72/3,", "", "1.  [+Welcomes+] the report of the Council.");
        Assert.All(document.Clauses, clause => Assert.Equal(ClauseStatus.None, clause.Status));
    }

    [Fact]
    public void Bill_WithUnderlinedPhrasesAlone_ShowsWhatItWouldAdd()
    {
        ProposalDocument document = TypedDocument.Segment("<Search of Devices Bill>", "", "*1.  Application*", "", "(1)  A device may be searched [+only under a warrant+].", "",
            "*2.  Records*", "", "(1)  Records are kept[+, subject to review by a court+].", "", "(2)  Records are sealed.");
        Assert.Equal([ClauseStatus.Modified, ClauseStatus.Modified, ClauseStatus.Unchanged], document.Clauses.Where(clause => clause.Kind == ClauseKind.Provision).Select(clause => clause.Status));
    }

    [Fact]
    public void Resolution_WithCuesInItsParagraphs_UnmarkedOnesAreUnchanged()
    {
        ProposalDocument document = TypedDocument.Segment("The General Assembly,", "", "Recalling that [-some-][+all+] networks are open,", "", "Noting that cables break,", "", "1.  Decides to meet.");
        Assert.Equal([ClauseStatus.Unchanged, ClauseStatus.Modified, ClauseStatus.Unchanged, ClauseStatus.Unchanged], document.Clauses.Select(clause => clause.Status));
    }
}
