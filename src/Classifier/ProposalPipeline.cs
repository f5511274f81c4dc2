using Classifier.Clauses;
using Classifier.Documents;
using Classifier.Layout;
using Classifier.Scores;

namespace Classifier;

/// <summary>
/// How a PDF becomes rows: bytes, pages, lines in reading order, clauses, a verdict on their quality, scores. Every stage takes what the one before it made and
/// changes nothing of it. The pipeline holds no state; one instance serves any number of documents, one at a time or from several threads.
/// </summary>
/// <param name="reader">Bytes to pages of words and drawn lines.</param>
/// <param name="layout">Pages to regions in reading order, without page furniture, with revision marks.</param>
/// <param name="segmenter">Regions to clauses.</param>
/// <param name="scorer">Clauses to scores and labels; null to extract only.</param>
public sealed class ProposalPipeline(PdfReader reader, LayoutAnalyzer layout, ClauseSegmenter segmenter, ClauseScorer? scorer)
{
    private readonly OcrReader _ocr = new();
    private readonly QualityGate _gate = new();

    /// <summary>Reads one document.</summary>
    /// <param name="documentId">SHA-256 of <paramref name="bytes"/>, lower-case hexadecimal.</param>
    /// <param name="bytes">The file's content.</param>
    /// <param name="pageRead">Told the number of every page that was tried, and again as it is laid out; or null.</param>
    /// <param name="recognize">Recognises the text on pages that are images, or null.</param>
    /// <returns>Its clauses and issues. Never throws for what is in the file.</returns>
    public ProposalResult Process(string documentId, byte[] bytes, Action<int>? pageRead = null, PageRecognizer? recognize = null)
    {
        SourceDocument source = reader.Read(bytes, pageRead);
        if (recognize is not null) source = _ocr.Fill(source, recognize, pageRead);
        LaidOutDocument laidOut = layout.Analyze(source, pageRead);
        ProposalDocument proposal = segmenter.Segment(documentId, laidOut);
        QualityVerdict quality = _gate.Judge(source, laidOut, proposal);
        // What could not be read is not scored as if it had been.
        if (quality.IsFatal) proposal = proposal with { Clauses = [] };
        IReadOnlyList<ScoredClause> clauses = scorer?.Score(proposal.Clauses) ?? [.. proposal.Clauses.Select(clause => new ScoredClause(clause, null))];
        IReadOnlyList<Issue> unscored = scorer?.Unscored(clauses) ?? [];
        return new ProposalResult
        {
            DocumentId = documentId,
            Pages = source.PageCount,
            Language = proposal.Language,
            TextQuality = quality.TextQuality,
            Metadata = proposal.Metadata,
            Model = scorer?.Model ?? "",
            Clauses = clauses,
            Removed = [.. laidOut.Removed, .. proposal.SetAside],
            Issues = [.. source.Issues, .. quality.Issues, .. unscored],
        };
    }
}
