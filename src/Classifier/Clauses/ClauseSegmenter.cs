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
        IReadOnlySet<int> contents = ContentsList.Find(paragraphs);
        List<RemovedText> setAside = [];
        List<Paragraph> text = [];
        for (int i = 0; i < paragraphs.Count; i++)
        {
            if (i < head.Length && paragraphs[i].Kind != RegionKind.Footnote) setAside.Add(paragraphs[i].SetAside("document_head"));
            else if (signature.Contains(i)) setAside.Add(paragraphs[i].SetAside("signature"));
            else if (contents.Contains(i)) setAside.Add(paragraphs[i].SetAside("table_of_contents"));
            else text.Add(paragraphs[i]);
        }
        (IReadOnlyList<ClauseDraft> drafts, IReadOnlyList<RemovedText> lines) = new ClauseGrammar(text, Genre.Of(paragraphs), head.Metadata.Source).Read();
        ProposalDocument document = new ClauseWriter(documentId, new RevisionReader(laidOut.HasRevisionMarks)).Write(NoteOrder.Apply(drafts));
        return document with { Metadata = head.Metadata, SetAside = [.. setAside, .. lines] };
    }
}
