namespace Classifier.Clauses;

/// <summary>Puts each note after the clause that refers to it, wherever it is printed: there it is read, and there it belongs to a proposal.</summary>
internal static class NoteOrder
{
    public static IReadOnlyList<ClauseDraft> Apply(IReadOnlyList<ClauseDraft> drafts)
    {
        // A note may speak of another; it stands by the text that refers to it all the same.
        // Notes at the foot count anew on each page in some documents: the page decides first, then the last reference before the note.
        Dictionary<(int Page, string Label), ClauseDraft> lastOnPage = [];
        foreach (ClauseDraft draft in drafts.Where(draft => draft.Kind != ClauseKind.Footnote))
            foreach (TextLine line in draft.Paragraph.Lines)
                foreach (string reference in line.NoteReferences) lastOnPage[(line.Source.Page, reference)] = draft;

        Dictionary<string, ClauseDraft> lastBefore = [];
        Dictionary<ClauseDraft, List<ClauseDraft>> notes = new(ReferenceEqualityComparer.Instance);
        HashSet<ClauseDraft> placed = new(ReferenceEqualityComparer.Instance);
        foreach (ClauseDraft draft in drafts)
        {
            if (draft.Kind != ClauseKind.Footnote)
            {
                foreach (string reference in draft.Paragraph.NoteReferences) lastBefore[reference] = draft;
                continue;
            }
            string label = NoteLabel.Of(draft.Paragraph.First.Source);
            if (label.Length == 0 || (lastOnPage.GetValueOrDefault((draft.Paragraph.Page, label)) ?? lastBefore.GetValueOrDefault(label)) is not { } referrer) continue;
            if (!notes.TryGetValue(referrer, out List<ClauseDraft>? own)) notes[referrer] = own = [];
            own.Add(draft with { HeadingPath = referrer.HeadingPath, Proposal = referrer.Proposal, Action = referrer.Action, Source = referrer.Source });
            placed.Add(draft);
        }
        return [.. drafts.Where(draft => !placed.Contains(draft)).SelectMany(draft => notes.TryGetValue(draft, out List<ClauseDraft>? own) ? own.Prepend(draft) : [draft])];
    }
}
