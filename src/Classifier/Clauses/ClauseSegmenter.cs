using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>Splits a laid-out document into clauses: lines to paragraphs, the document's head to metadata, paragraphs to clauses, marks to status.</summary>
public sealed class ClauseSegmenter
{
    // Underlined headings and captions are shorter.
    private const int ShortestSentence = 60;

    // "inter alia" is a phrase of two words, and one may be stressed.
    private const int PhraseWords = 3, FewestPhrases = 2;

    /// <summary>Segments a document.</summary>
    /// <param name="documentId">SHA-256 of the file, from which the clauses' ids are made.</param>
    /// <param name="laidOut">The document in reading order.</param>
    public ProposalDocument Segment(string documentId, LaidOutDocument laidOut)
    {
        IReadOnlyList<Paragraph> paragraphs = new ParagraphBuilder().Build(laidOut);
        DocumentHead head = DocumentHead.Read(paragraphs);
        IReadOnlySet<int> signature = LetterParts.Signature(paragraphs);
        IReadOnlySet<int> contents = ContentsList.Find(paragraphs);
        IReadOnlySet<int> names = NameList.Find(paragraphs, head.Length, contents);
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
        bool revises = laidOut.HasRevisionMarks && (genre.HasActionLines || ShowsRevision(text));
        ProposalDocument document = new ClauseWriter(documentId, new RevisionReader(revises)).Write(NoteOrder.Apply(drafts));
        return document with { Metadata = head.Metadata, SetAside = [.. setAside, .. lines] };
    }

    // Typewriters underline what print sets in italics. Without a struck word, a whole new sentence or several new phrases, underlining is emphasis.
    private static bool ShowsRevision(IReadOnlyList<Paragraph> paragraphs) =>
        paragraphs.Any(paragraph => paragraph.Text.HasDeleted || IsNewSentence(paragraph.Text)) || paragraphs.Sum(paragraph => NewPhrases(paragraph.Text)) >= FewestPhrases;

    // The number of a new clause may be marked or not.
    private static bool IsNewSentence(MarkedText text)
    {
        MarkedText body = NumberPattern.Read(text.Text) is { } number ? text.From(number.Length) : text;
        return body.Wholly(Mark.Inserted) && body.Text.Length >= ShortestSentence && Characters.EndsSentence(body.Text);
    }

    // Words, names and titles of works are underlined for emphasis; ", subject to review by a court" and "only under a warrant" are not.
    private static int NewPhrases(MarkedText text) =>
        text.Wholly(Mark.Inserted) ? 0 : text.Stretches(Mark.Inserted).Count(stretch => (Characters.StartsSmall(stretch) || stretch[0] is ',' or ';') && stretch.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= PhraseWords);
}
