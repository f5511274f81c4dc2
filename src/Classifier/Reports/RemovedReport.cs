using Classifier.Documents;
using Classifier.Layout;

namespace Classifier.Reports;

/// <summary>A text that was left out, as a row.</summary>
internal sealed record RemovedRow(string Document, RemovedText Removed);

/// <summary>The columns of <c>removed.csv</c>.</summary>
internal static class RemovedReport
{
    public static IReadOnlyList<ReportColumn<RemovedRow>> Columns { get; } =
    [
        ReportColumn<RemovedRow>.Text("document", row => row.Document),
        ReportColumn<RemovedRow>.Value("page", row => CellText.Of(row.Removed.Page)),
        ReportColumn<RemovedRow>.Value("box", row => CellText.Of(new PageBox(row.Removed.Page, row.Removed.Box))),
        ReportColumn<RemovedRow>.Text("text", row => row.Removed.Text),
        ReportColumn<RemovedRow>.Value("reason", row => row.Removed.Reason),
    ];
}
