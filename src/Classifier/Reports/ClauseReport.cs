using Classifier.Clauses;
using Classifier.Models;
using Classifier.Scores;

namespace Classifier.Reports;

/// <summary>A clause as a row: with the document it stands in and the model that scored it.</summary>
/// <param name="Document">The document's name in the reports.</param>
/// <param name="DocumentId">SHA-256 of the file.</param>
/// <param name="Scored">The clause and its assessment.</param>
/// <param name="Model">Id of the model; empty where none was asked.</param>
internal sealed record ClauseRow(string Document, string DocumentId, ScoredClause Scored, string Model)
{
    /// <summary>The clause.</summary>
    public Clause Clause => Scored.Clause;

    /// <summary>Where else the same text is tabled, in a report that lists it once.</summary>
    public IReadOnlyList<string> Again { get; init; } = [];

    /// <summary>How many places more there are.</summary>
    public int MoreAgain { get; init; }
}

/// <summary>The columns of <c>clauses.csv</c>. Their names and order are what users' programs depend on: columns are only ever added at the end.</summary>
internal static class ClauseReport
{
    /// <summary>All columns: where the clause stands, what it says, what is said about it.</summary>
    public static IReadOnlyList<ReportColumn<ClauseRow>> Columns { get; } =
    [
        ReportColumn<ClauseRow>.Text("clause_id", row => row.Clause.Id),
        ReportColumn<ClauseRow>.Text("document", row => row.Document),
        ReportColumn<ClauseRow>.Text("document_id", row => row.DocumentId),
        ReportColumn<ClauseRow>.Value("page", row => CellText.Of(row.Clause.Page)),
        ReportColumn<ClauseRow>.Text("number", row => row.Clause.Number),
        ReportColumn<ClauseRow>.Text("heading", row => string.Join(" > ", row.Clause.HeadingPath)),
        ReportColumn<ClauseRow>.Value("kind", row => CellText.Of(row.Clause.Kind)),
        ReportColumn<ClauseRow>.Text("proposal", row => row.Clause.Proposal),
        ReportColumn<ClauseRow>.Text("action", row => row.Clause.Action),
        ReportColumn<ClauseRow>.Value("status", row => CellText.Of(row.Clause.Status)),
        ReportColumn<ClauseRow>.Text("text", row => row.Clause.Text),
        ReportColumn<ClauseRow>.Text("deleted_text", row => row.Clause.DeletedText),
        .. AssessmentColumns.Labels<ClauseRow>(row => row.Scored.Assessment),
        .. AssessmentColumns.Probabilities<ClauseRow>(row => row.Scored.Assessment),
        ReportColumn<ClauseRow>.Value("language", row => row.Clause.Language),
        ReportColumn<ClauseRow>.Value("box", row => CellText.Of(row.Clause.Boxes)),
        ReportColumn<ClauseRow>.Value("start", row => CellText.Of(row.Clause.Start)),
        ReportColumn<ClauseRow>.Value("length", row => CellText.Of(row.Clause.Length)),
        ReportColumn<ClauseRow>.Text("model", row => row.Scored.Assessment is null ? "" : row.Model),
        .. AssessmentColumns.Effects<ClauseRow>(row => row.Scored.Assessment),
        ReportColumn<ClauseRow>.Text("context", row => row.Clause.Context),
        ReportColumn<ClauseRow>.Text("source", row => row.Clause.Source),
    ];

    /// <summary>The columns of the most pressing clauses: at the end, where else the same text is tabled, and by whom.</summary>
    public static IReadOnlyList<ReportColumn<ClauseRow>> PressingColumns { get; } =
        [.. Columns, ReportColumn<ClauseRow>.Text("again_in", row => string.Join("; ", row.MoreAgain == 0 ? row.Again : row.Again.Append($"and {CellText.Of(row.MoreAgain)} more")))];

    /// <summary>The columns of a run without a model.</summary>
    public static IReadOnlyList<ReportColumn<ClauseRow>> UnscoredColumns { get; } =
        [.. Columns.Where(column => column.Name != "model" && !column.Name.StartsWith("effect_", StringComparison.Ordinal) && !AssessmentColumns.Names.Contains(column.Name))];

    /// <summary>Where a clause stands, as readers cite it.</summary>
    public static string Place(string document, Clause clause) => $"{document} p. {CellText.Of(clause.Page)}{(clause.Number.Length > 0 ? $" {clause.Number}" : "")}";
}

/// <summary>The columns that a model adds to a text; the same in every report.</summary>
internal static class AssessmentColumns
{
    /// <summary>The names of all of them, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Labels<Assessment>(it => it).Concat(Probabilities<Assessment>(it => it)).Select(column => column.Name)];

    /// <summary>What the scores mean: <c>layer</c> ... <c>reasons</c>.</summary>
    public static IEnumerable<ReportColumn<T>> Labels<T>(Func<T, Assessment?> of) =>
    [
        ReportColumn<T>.Value("layer", row => of(row) is { } it ? CellText.Of(it.Layer) : ""),
        ReportColumn<T>.Value("rights_impact", row => of(row) is { } it ? CellText.Of(it.RightsImpact) : ""),
        ReportColumn<T>.Value("rights", row => of(row) is { } it ? CellText.Of(it.Rights) : ""),
        ReportColumn<T>.Value("framing", row => of(row) is { } it ? CellText.Of(it.Framing) : ""),
        ReportColumn<T>.Value("force", row => of(row) is { } it ? CellText.Of(it.Force) : ""),
        ReportColumn<T>.Value("priority", row => of(row) is { } it ? CellText.Tenths(it.Priority) : ""),
        ReportColumn<T>.Value("review", row => of(row) is { } it ? CellText.Of(it.Review) : ""),
        ReportColumn<T>.Text("reasons", row => of(row)?.Reasons ?? ""),
    ];

    /// <summary>The probabilities: <c>infrastructure</c> ... <c>voluntary</c>.</summary>
    public static IEnumerable<ReportColumn<T>> Probabilities<T>(Func<T, Assessment?> of) =>
        ScoreLabels.All.Select(label => ReportColumn<T>.Value(label.Name(), row => of(row) is { } it ? CellText.Score(it.Probabilities[(int)label]) : ""));

    /// <summary>What a change does: proposed side less deleted side; empty where a document marks no changes.</summary>
    public static IEnumerable<ReportColumn<T>> Effects<T>(Func<T, Assessment?> of) =>
    [
        ReportColumn<T>.Value("effect_restricts", row => of(row)?.Effect is { } it ? CellText.Score(it.Restricts) : ""),
        ReportColumn<T>.Value("effect_protects", row => of(row)?.Effect is { } it ? CellText.Score(it.Protects) : ""),
        ReportColumn<T>.Value("effect_state_centric", row => of(row)?.Effect is { } it ? CellText.Score(it.StateCentric) : ""),
        ReportColumn<T>.Value("effect_multistakeholder", row => of(row)?.Effect is { } it ? CellText.Score(it.Multistakeholder) : ""),
    ];
}
