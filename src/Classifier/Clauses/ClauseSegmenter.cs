using System.Security.Cryptography;
using System.Text;
using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>Splits a laid-out document into clauses: lines to paragraphs, the document's head to metadata, paragraphs to clauses, marks to status.</summary>
public sealed class ClauseSegmenter
{
    /// <summary>Segments a document.</summary>
    /// <param name="documentId">SHA-256 of the file, from which the clauses' ids are made.</param>
    /// <param name="laidOut">The document in reading order.</param>
    public ProposalDocument Segment(string documentId, LaidOutDocument laidOut)
    {
        IReadOnlyList<Paragraph> paragraphs = new ParagraphBuilder().Build(laidOut);
        DocumentHead head = DocumentHead.Read(paragraphs);
        IReadOnlySet<int> signature = LetterParts.Signature(paragraphs);
        IReadOnlyList<Paragraph> text = [.. paragraphs.Where((paragraph, i) => (i >= head.Length || paragraph.Kind == RegionKind.Footnote) && !signature.Contains(i))];
        (IReadOnlyList<ClauseDraft> read, _) = new ClauseGrammar(text, Genre.Of(paragraphs), head.Metadata.Source).Read();
        IReadOnlyList<ClauseDraft> drafts = NoteOrder.Apply(read);
        return Write(documentId, drafts, new RevisionReader(laidOut.HasRevisionMarks), head.Metadata);
    }

    private static ProposalDocument Write(string documentId, IReadOnlyList<ClauseDraft> drafts, RevisionReader revisions, ProposalMetadata metadata)
    {
        StringBuilder text = new();
        List<Clause> clauses = [];
        foreach (ClauseDraft draft in drafts)
        {
            Revision revision = revisions.Read(draft);
            clauses.Add(new Clause
            {
                Id = IdOf(documentId, clauses.Count),
                Page = draft.Paragraph.Page,
                Number = draft.Number,
                HeadingPath = draft.HeadingPath,
                Kind = draft.Kind,
                Proposal = draft.Proposal,
                Action = draft.Action,
                Status = revision.Status,
                Text = revision.Text,
                DeletedText = revision.Deleted,
                TextBefore = revision.Before,
                Context = draft.Context,
                Source = draft.Source,
                Language = "en",
                Boxes = draft.Paragraph.Boxes,
                Start = text.Length,
            });
            text.Append(revision.Text).Append('\n');
        }
        return new ProposalDocument { Text = text.ToString(), Clauses = clauses, Metadata = metadata, Language = "en" };
    }

    private static string IdOf(string documentId, int place) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{documentId}/{place}")))[..16];
}
