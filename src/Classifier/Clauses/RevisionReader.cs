using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>What a clause's action and marks come to.</summary>
/// <param name="Status">What would happen to the clause.</param>
/// <param name="Text">The text as proposed.</param>
/// <param name="Deleted">The words that would go.</param>
/// <param name="Before">The text as it stood; empty where nothing stood or nothing is known of it.</param>
internal sealed record Revision(ClauseStatus Status, string Text, string Deleted, string Before);

/// <summary>Reads a clause's revision: the action decides where it says all (ADD, SUP, NOC), the marks where it does not.</summary>
/// <param name="documentShowsMarks">True where the document shows its changes by marks.</param>
internal sealed class RevisionReader(bool documentShowsMarks)
{
    public Revision Read(ClauseDraft draft)
    {
        MarkedText body = draft.Body;
        ClauseStatus status = StatusOf(draft);
        // What is to be suppressed may be printed without a strike.
        if (draft.Action == "SUP" && status == ClauseStatus.Deleted) return new Revision(status, "", Collapse(body.Text), Collapse(body.Text));
        string before = status switch
        {
            ClauseStatus.Deleted or ClauseStatus.Unchanged => body.Former(),
            ClauseStatus.Modified => documentShowsMarks ? body.Former() : "",
            _ => "",
        };
        return new Revision(status, body.Proposed(), body.Runs(Mark.Deleted), before);
    }

    private ClauseStatus StatusOf(ClauseDraft draft)
    {
        if (draft.Kind is ClauseKind.Reason or ClauseKind.Footnote) return ClauseStatus.None;
        MarkedText body = draft.Body;
        return draft.Action switch
        {
            "ADD" => ClauseStatus.Added,
            "SUP" => ClauseStatus.Deleted,
            "NOC" => ClauseStatus.Unchanged,
            // A document without any marks prints the text that it proposes.
            "MOD" => documentShowsMarks ? FromMarks(body) : ClauseStatus.Modified,
            _ => documentShowsMarks && (draft.InRevisedText || ShowsRevision(draft)) ? FromMarks(body) : ClauseStatus.None,
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
