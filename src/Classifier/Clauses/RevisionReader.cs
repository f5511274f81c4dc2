using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>What a clause's action and marks come to.</summary>
/// <param name="Status">What would happen to the clause.</param>
/// <param name="Text">The text as proposed.</param>
/// <param name="Deleted">The words that would go.</param>
internal sealed record Revision(ClauseStatus Status, string Text, string Deleted);

/// <summary>Reads a clause's revision: the action decides where it says all (ADD, SUP, NOC), the marks where it does not.</summary>
/// <param name="documentShowsMarks">True where the document shows its changes by marks.</param>
internal sealed class RevisionReader(bool documentShowsMarks)
{
    public Revision Read(ClauseDraft draft)
    {
        MarkedText body = draft.Body;
        string text = body.Proposed(), deleted = body.Runs(Mark.Deleted);
        if (draft.Kind is ClauseKind.Reason or ClauseKind.Footnote) return new Revision(ClauseStatus.None, text, deleted);
        return draft.Action switch
        {
            "ADD" => new Revision(ClauseStatus.Added, text, deleted),
            // What is to be suppressed may be printed without a strike.
            "SUP" => new Revision(ClauseStatus.Deleted, "", Collapse(body.Text)),
            "NOC" => new Revision(ClauseStatus.Unchanged, text, deleted),
            // A document without any marks prints the text that it proposes.
            "MOD" => new Revision(documentShowsMarks ? FromMarks(body) : ClauseStatus.Modified, text, deleted),
            _ => new Revision(documentShowsMarks && (draft.InRevisedText || ShowsRevision(draft)) ? FromMarks(body) : ClauseStatus.None, text, deleted),
        };
    }

    // Outside the revised text a heading underlined as a whole is emphasis.
    private static bool ShowsRevision(ClauseDraft draft) => draft.Body.HasDeleted || (draft.Body.HasInserted && !(draft.Kind == ClauseKind.Heading && draft.Body.Wholly(Mark.Inserted)));

    private static ClauseStatus FromMarks(MarkedText body) =>
        body.Wholly(Mark.Inserted) ? ClauseStatus.Added
        : body.Wholly(Mark.Deleted) ? ClauseStatus.Deleted
        : body.HasInserted || body.HasDeleted ? ClauseStatus.Modified
        : ClauseStatus.Unchanged;

    private static string Collapse(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
