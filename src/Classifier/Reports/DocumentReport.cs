using Classifier.Models;
using Classifier.Scores;

namespace Classifier.Reports;

/// <summary>A document as a row.</summary>
/// <param name="Document">Its name in the reports.</param>
/// <param name="Head">The document without its clauses.</param>
/// <param name="Totals">What its clauses come to.</param>
/// <param name="Issues">Number of issues.</param>
internal sealed record DocumentRow(string Document, ProposalResult Head, DocumentTotals Totals, int Issues)
{
    public Assessment? Pressing => Totals.MostPressing?.Assessment;
}

/// <summary>The columns of <c>documents.csv</c>.</summary>
internal static class DocumentReport
{
    /// <summary>Characters shown of the most pressing clause.</summary>
    private const int Opening = 160;

    public static IReadOnlyList<ReportColumn<DocumentRow>> Columns { get; } =
    [
        ReportColumn<DocumentRow>.Text("document", row => row.Document),
        ReportColumn<DocumentRow>.Text("document_id", row => row.Head.DocumentId),
        ReportColumn<DocumentRow>.Value("status", row => CellText.Of(row.Head.Status)),
        ReportColumn<DocumentRow>.Value("priority", row => row.Pressing is { } it ? CellText.Tenths(it.Priority) : ""),
        ReportColumn<DocumentRow>.Text("clause_id", row => row.Totals.MostPressing?.Clause.Id ?? ""),
        ReportColumn<DocumentRow>.Text("clause", row => CellText.Beginning(row.Totals.MostPressing?.Clause.Text ?? "", Opening)),
        ReportColumn<DocumentRow>.Value("pages", row => CellText.Of(row.Head.Pages)),
        ReportColumn<DocumentRow>.Value("clauses", row => CellText.Of(row.Totals.Clauses)),
        ReportColumn<DocumentRow>.Value("scored", row => CellText.Of(row.Totals.Scored)),
        .. ScoreLabels.All.Select(label => ReportColumn<DocumentRow>.Value($"count_{label.Name()}", row => row.Totals.Scored == 0 ? "" : CellText.Of(row.Totals.Counts[(int)label]))),
        .. ScoreLabels.All.Select(label => ReportColumn<DocumentRow>.Value($"expected_{label.Name()}", row => row.Totals.Scored == 0 ? "" : CellText.Score(row.Totals.Expected[(int)label]))),
        ReportColumn<DocumentRow>.Value("language", row => row.Head.Language),
        ReportColumn<DocumentRow>.Value("text_quality", row => row.Head.TextQuality is { } quality ? CellText.Score(quality) : ""),
        ReportColumn<DocumentRow>.Text("duplicate_of", row => row.Head.DuplicateOf ?? ""),
        ReportColumn<DocumentRow>.Text("source", row => row.Head.Metadata.Source),
        ReportColumn<DocumentRow>.Text("document_number", row => row.Head.Metadata.DocumentNumber),
        ReportColumn<DocumentRow>.Text("meeting", row => row.Head.Metadata.Meeting),
        ReportColumn<DocumentRow>.Text("date", row => row.Head.Metadata.Date),
        ReportColumn<DocumentRow>.Text("agenda_item", row => row.Head.Metadata.AgendaItem),
        ReportColumn<DocumentRow>.Text("title", row => row.Head.Metadata.Title),
        ReportColumn<DocumentRow>.Text("original_language", row => row.Head.Metadata.OriginalLanguage),
        ReportColumn<DocumentRow>.Value("issues", row => CellText.Of(row.Issues)),
    ];
}
