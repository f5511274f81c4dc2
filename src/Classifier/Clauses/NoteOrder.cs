namespace Classifier.Clauses;

/// <summary>Puts each note after the clause that refers to it, wherever it is printed: there it is read, and there it belongs to a proposal.</summary>
internal static class NoteOrder
{
    public static IReadOnlyList<ClauseDraft> Apply(IReadOnlyList<ClauseDraft> drafts)
    {
        Dictionary<ClauseDraft, List<ClauseDraft>> notes = [];
        HashSet<ClauseDraft> placed = [];
        foreach (ClauseDraft note in drafts.Where(draft => draft.Kind == ClauseKind.Footnote))
        {
            string label = NoteLabel.Of(note.Paragraph.First.Source);
            ClauseDraft? referrer = label.Length == 0 ? null : Referrer(drafts, note, label);
            if (referrer is null) continue;
            if (!notes.TryGetValue(referrer, out List<ClauseDraft>? own)) notes[referrer] = own = [];
            own.Add(note with { HeadingPath = referrer.HeadingPath, Proposal = referrer.Proposal, Action = referrer.Action, Source = referrer.Source });
            placed.Add(note);
        }
        List<ClauseDraft> ordered = [];
        foreach (ClauseDraft draft in drafts)
        {
            if (placed.Contains(draft)) continue;
            ordered.Add(draft);
            if (notes.TryGetValue(draft, out List<ClauseDraft>? own)) ordered.AddRange(own);
        }
        return ordered;
    }

    // A note may speak of another; it stands by the text that refers to it all the same.
    // Notes at the foot count anew on each page in some documents: the page decides first, then the last reference before the note.
    private static ClauseDraft? Referrer(IReadOnlyList<ClauseDraft> drafts, ClauseDraft note, string label) =>
        drafts.LastOrDefault(draft => draft.Kind != ClauseKind.Footnote && draft.Paragraph.Lines.Any(line => line.Source.Page == note.Paragraph.Page && line.NoteReferences.Contains(label)))
        ?? drafts.TakeWhile(draft => !ReferenceEquals(draft, note)).LastOrDefault(draft => draft.Kind != ClauseKind.Footnote && draft.Paragraph.NoteReferences.Contains(label));
}
