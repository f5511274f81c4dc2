using System.Security.Cryptography;
using System.Text;

namespace Classifier.Clauses;

/// <summary>Writes drafts down as clauses: reads their marks, gives them their place in the document's text, their id and their language.</summary>
internal sealed class ClauseWriter(string documentId, RevisionReader revisions)
{
    // Shorter texts hold too few function words to overrule the document's language.
    private const int LongEnoughForLanguage = 60;

    // The first part of a long document tells its language as well as the whole.
    private const int EnoughForLanguage = 20_000;

    public ProposalDocument Write(IReadOnlyList<ClauseDraft> drafts)
    {
        Revision[] read = [.. drafts.Select(revisions.Read)];
        string language = LanguageReader.Read(Beginning(read));
        int length = 0;
        List<Clause> clauses = new(drafts.Count);
        for (int i = 0; i < drafts.Count; i++)
        {
            ClauseDraft draft = drafts[i];
            clauses.Add(new Clause
            {
                Id = IdOf(i),
                Page = draft.Paragraph.Page,
                Number = draft.Number,
                HeadingPath = draft.HeadingPath,
                Kind = draft.Kind,
                Proposal = draft.Proposal,
                Action = draft.Action,
                Status = read[i].Status,
                Text = read[i].Text,
                DeletedText = read[i].Deleted,
                TextBefore = read[i].Before,
                Context = draft.Context,
                Source = draft.Source,
                Language = LanguageOf(read[i], language),
                Boxes = draft.Paragraph.Boxes,
                Start = length,
            });
            length += read[i].Text.Length + 1;
        }
        return new ProposalDocument { Text = Joined(read, length), Clauses = clauses, Metadata = new ProposalMetadata(), Language = language };
    }

    /// <summary>The texts, each with a line end.</summary>
    private static string Joined(Revision[] revisions, int length) => string.Create(length, revisions, static (room, revisions) =>
    {
        foreach (Revision revision in revisions)
        {
            revision.Text.CopyTo(room);
            room[revision.Text.Length] = '\n';
            room = room[(revision.Text.Length + 1)..];
        }
    });

    private static string LanguageOf(Revision revision, string document)
    {
        string text = revision.Text.Length > 0 ? revision.Text : revision.Deleted;
        string own = text.Length < LongEnoughForLanguage ? LanguageReader.Undetermined : LanguageReader.Read(text);
        return own == LanguageReader.Undetermined ? document : own;
    }

    private static string Beginning(IEnumerable<Revision> revisions)
    {
        StringBuilder text = new();
        foreach (Revision revision in revisions)
        {
            if (text.Length > EnoughForLanguage) break;
            text.Append(revision.Text).Append(' ').Append(revision.Deleted).Append('\n');
        }
        return text.ToString();
    }

    private string IdOf(int place) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{documentId}/{place}")).AsSpan(0, 8));
}
