namespace Classifier.Reports;

/// <summary>The columns of <c>issues.csv</c>.</summary>
internal static class IssueReport
{
    public static IReadOnlyList<ReportColumn<Issue>> Columns { get; } =
    [
        ReportColumn<Issue>.Text("document", issue => issue.Document),
        ReportColumn<Issue>.Value("severity", issue => CellText.Of(issue.Severity)),
        ReportColumn<Issue>.Value("stage", issue => issue.Stage),
        ReportColumn<Issue>.Value("page", issue => issue.Page is { } page ? CellText.Of(page) : ""),
        ReportColumn<Issue>.Value("category", issue => issue.Category),
        ReportColumn<Issue>.Text("message", issue => issue.Message),
    ];
}
