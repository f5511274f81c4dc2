using Classifier.Documents;
using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>Splits a laid-out document into clauses.</summary>
public sealed class ClauseSegmenter
{
    /// <summary>Segments a document.</summary>
    /// <param name="documentId">SHA-256 of the file, from which the clauses' ids are made.</param>
    /// <param name="laidOut">The document in reading order.</param>
    public ProposalDocument Segment(string documentId, LaidOutDocument laidOut)
    {
        List<Clause> clauses = [];
        System.Text.StringBuilder text = new();
        foreach (Region region in laidOut.Regions)
        {
            string own = string.Join(' ', region.Lines.SelectMany(line => line.Words).Select(word => word.Text));
            clauses.Add(new Clause
            {
                Id = $"{documentId[..8]}{clauses.Count:x8}",
                Page = region.Page,
                Number = "",
                HeadingPath = [],
                Kind = ClauseKind.Paragraph,
                Proposal = "",
                Action = "",
                Status = ClauseStatus.None,
                Text = own,
                DeletedText = "",
                Language = "en",
                Boxes = [new PageBox(region.Page, region.Box)],
                Start = text.Length,
            });
            text.Append(own).Append('\n');
        }
        return new ProposalDocument { Text = text.ToString(), Clauses = clauses, Metadata = new ProposalMetadata(), Language = "en" };
    }
}
