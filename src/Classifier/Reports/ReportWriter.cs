namespace Classifier.Reports;

/// <summary>Writes all reports of a run, document by document, in the order of the documents' names. Memory does not grow with the number of clauses.</summary>
public sealed class ReportWriter : IDisposable
{
    // As many as can be read in an afternoon, and as many as stand in the closing summary.
    private const int Listed = 40;
    private const int Shown = 5;

    // A text has nearly the same priority wherever it is tabled.
    private const int Remembered = 1000;

    private readonly RunFacts _facts;
    private readonly CsvReport<ClauseRow> _clauses;
    private readonly SortedReport<DocumentRow> _documents;
    private readonly CsvReport<IssueRow> _issues;
    private readonly CsvReport<RemovedRow> _removed;
    private readonly ClauseLines? _lines;
    private readonly RunRecord _record;
    private readonly GuardTally _tally = new();
    private readonly int[] _statuses = new int[Enum.GetValues<DocumentStatus>().Length];
    private readonly PressingClauses _pressing = new(Listed, Remembered);
    private readonly CsvReport<ClauseRow>? _pressingReport;
    private long _pages, _clauseCount;

    /// <summary>Begins the reports.</summary>
    /// <param name="folder">Where they are written; it must exist.</param>
    /// <param name="form">Who they are for.</param>
    /// <param name="facts">What the run is. Without a model, <c>clauses.csv</c> has no columns for scores and <c>clauses.jsonl</c> is written as well.</param>
    /// <param name="splitRows">Most rows below the head of a table's file; null for as many as a spreadsheet holds, and no limit in the exact form.</param>
    public ReportWriter(string folder, ReportForm form, RunFacts facts, int? splitRows = null)
    {
        bool scored = facts.Model.Length > 0;
        _facts = facts;
        _clauses = new CsvReport<ClauseRow>(folder, "clauses", scored ? ClauseReport.Columns : ClauseReport.UnscoredColumns, form, splitRows);
        _documents = new SortedReport<DocumentRow>(folder, "documents", DocumentReport.Columns, form, splitRows);
        _issues = new CsvReport<IssueRow>(folder, "issues", IssueReport.Columns, form, splitRows);
        _removed = new CsvReport<RemovedRow>(folder, "removed", RemovedReport.Columns, form, splitRows);
        _pressingReport = scored ? new CsvReport<ClauseRow>(folder, "pressing", ClauseReport.PressingColumns, form, splitRows) : null;
        _lines = scored ? null : new ClauseLines(Path.Combine(folder, ClauseLines.File));
        _record = new RunRecord(Path.Combine(folder, "run.json"), facts);
    }

    /// <summary>Writes a document.</summary>
    /// <param name="document">Its name in the reports: the path relative to the input it came from, with <c>/</c>.</param>
    /// <param name="head">The document; its own list of clauses is not looked at.</param>
    /// <param name="clauses">Its clauses in reading order, which may come from a stream.</param>
    public void Write(string document, ProposalResult head, IEnumerable<ScoredClause> clauses)
    {
        DocumentTotals totals = new();
        int issues = head.Issues.Count;
        foreach (Issue issue in head.Issues) _issues.Write(new IssueRow(document, issue), _tally);
        foreach (ScoredClause clause in clauses)
        {
            totals.Add(clause);
            ClauseRow row = new(document, head.DocumentId, clause, head.Model);
            foreach (string column in _clauses.Write(row, _tally)) _issues.Write(new IssueRow(document, Cut(clause, column)), null);
            _lines?.Write(row);
            _pressing.Add(row);
        }
        foreach (Layout.RemovedText removed in head.Removed) _removed.Write(new RemovedRow(document, removed), _tally);
        _documents.Write(totals.MostPressing?.Assessment?.Priority ?? -1, new DocumentRow(document, head, totals, issues), _tally);
        foreach (Issue issue in _tally.Take()) _issues.Write(new IssueRow(document, issue), null);
        _record.Write(document, head, totals.Clauses);
        _statuses[(int)head.Status]++;
        _pages += head.Pages;
        _clauseCount += totals.Clauses;
    }

    /// <summary>Ends the reports. <c>run.json</c> is the last of the summary's files: where it stands, the reports are whole.</summary>
    public RunSummary Finish()
    {
        // What was changed for spreadsheets in these rows is told with the clauses, which they repeat.
        foreach (ClauseRow row in _pressing.Rows) _pressingReport?.Write(row, null);
        List<string> files = [.. _pressingReport?.Finish() ?? [], .. _clauses.Finish(), .. _documents.Finish(), .. _issues.Finish(), .. _removed.Finish()];
        if (_lines is not null) files.Add(ClauseLines.File);
        files.Add("run.json");
        RunSummary summary = new()
        {
            Inputs = _facts.Inputs,
            Statuses = _statuses,
            Pages = _pages,
            Clauses = _clauseCount,
            MostPressing = [.. _pressing.Rows.Take(Shown).Select(row => new PressingClause(row.Document, row.Scored))],
            Files = files,
        };
        _record.Finish(summary);
        return summary;
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        _pressingReport?.Dispose();
        _clauses.Dispose();
        _documents.Dispose();
        _issues.Dispose();
        _removed.Dispose();
        _lines?.Dispose();
        _record.Dispose();
    }

    private static Issue Cut(ScoredClause clause, string column) => new(Severity.Note, "report", clause.Clause.Page, "cut",
        $"The {column} of clause {clause.Clause.Id} is longer than a spreadsheet's cell can hold ({CellGuard.MostCharacters} characters, {CellGuard.MostLineFeeds} line feeds) and was cut. Run with --exact for the whole of it.");
}
