namespace Classifier.Reports;

/// <summary>An issue, as a row.</summary>
internal sealed record IssueRow(string Document, Issue Issue);

/// <summary>The columns of <c>issues.csv</c>.</summary>
internal static class IssueReport
{
    public static IReadOnlyList<ReportColumn<IssueRow>> Columns { get; } =
    [
        ReportColumn<IssueRow>.Text("document", row => row.Document),
        ReportColumn<IssueRow>.Value("severity", row => CellText.Of(row.Issue.Severity)),
        ReportColumn<IssueRow>.Value("stage", row => row.Issue.Stage),
        ReportColumn<IssueRow>.Value("page", row => row.Issue.Page is { } page ? CellText.Of(page) : ""),
        ReportColumn<IssueRow>.Value("category", row => row.Issue.Category),
        ReportColumn<IssueRow>.Text("message", row => row.Issue.Message),
    ];
}
