using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>Splits a laid-out document into clauses: lines to paragraphs, the document's head to metadata, paragraphs to clauses, marks to status.</summary>
public sealed class ClauseSegmenter
{
    // Underlined headings and captions are shorter.
    private const int ShortestSentence = 60;

    /// <summary>Segments a document.</summary>
    /// <param name="documentId">SHA-256 of the file, from which the clauses' ids are made.</param>
    /// <param name="laidOut">The document in reading order.</param>
    public ProposalDocument Segment(string documentId, LaidOutDocument laidOut)
    {
        IReadOnlyList<Paragraph> paragraphs = new ParagraphBuilder().Build(laidOut);
        DocumentHead head = DocumentHead.Read(paragraphs);
        IReadOnlySet<int> signature = LetterParts.Signature(paragraphs);
        IReadOnlySet<int> contents = ContentsList.Find(paragraphs);
        IReadOnlySet<int> names = NameList.Find(paragraphs, head.Length);
        List<RemovedText> setAside = [];
        List<Paragraph> text = [];
        for (int i = 0; i < paragraphs.Count; i++)
        {
            if (i < head.Length && paragraphs[i].Kind != RegionKind.Footnote) setAside.Add(paragraphs[i].SetAside("document_head"));
            else if (signature.Contains(i)) setAside.Add(paragraphs[i].SetAside("signature"));
            else if (contents.Contains(i)) setAside.Add(paragraphs[i].SetAside("table_of_contents"));
            else if (names.Contains(i)) setAside.Add(paragraphs[i].SetAside("list_of_names"));
            else text.Add(paragraphs[i]);
        }
        Genre genre = Genre.Of(paragraphs);
        (IReadOnlyList<ClauseDraft> drafts, IReadOnlyList<RemovedText> lines) = new ClauseGrammar(text, genre, head.Metadata.Source).Read();
        bool revises = laidOut.HasRevisionMarks && (genre.HasActionLines || text.Any(ShowsRevision));
        ProposalDocument document = new ClauseWriter(documentId, new RevisionReader(revises)).Write(NoteOrder.Apply(drafts));
        return document with { Metadata = head.Metadata, SetAside = [.. setAside, .. lines] };
    }

    // Typewriters underline what print sets in italics. Without a struck word or a whole new sentence, underlining is emphasis.
    private static bool ShowsRevision(Paragraph paragraph) =>
        paragraph.Text.HasDeleted || (paragraph.Text.Wholly(Mark.Inserted) && paragraph.Text.Text.Length >= ShortestSentence && Characters.EndsSentence(paragraph.Text.Text));
}
