using Classifier.Clauses;
using Classifier.Layout;
using Classifier.Scores;

namespace Classifier;

/// <summary>How a document ended.</summary>
public enum DocumentStatus
{
    /// <summary>Read whole.</summary>
    Done,

    /// <summary>Part of it is missing; the issues say which.</summary>
    Partial,

    /// <summary>Nothing of it is in the report; the issues say why.</summary>
    Failed,

    /// <summary>The same bytes as an earlier document, which stands for it.</summary>
    Duplicate,
}

/// <summary>A clause and what is said about it; the assessment is null where no model was asked.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Assessment">Scores and labels.</param>
public sealed record ScoredClause(Clause Clause, Assessment? Assessment);

/// <summary>Everything the reports need to know about one input file but its name, which only the reports have a use for: what is read follows from the content alone.</summary>
public sealed record ProposalResult
{
    /// <summary>SHA-256 of the file, lower-case hexadecimal; empty where the file could not be read at all.</summary>
    public required string DocumentId { get; init; }

    /// <summary>Pages in the file; 0 where it could not be opened.</summary>
    public int Pages { get; init; }

    /// <summary>What the document's head says.</summary>
    public ProposalMetadata Metadata { get; init; } = new();

    /// <summary>Text that was printed but left out of the clauses, with its reason.</summary>
    public IReadOnlyList<RemovedText> Removed { get; init; } = [];

    /// <summary>The document's main language as a two-letter code, or "und".</summary>
    public string Language { get; init; } = "und";

    /// <summary>Share of the text's characters that belong to plausible words, 0..1; null where there is no text.</summary>
    public double? TextQuality { get; init; }

    /// <summary>The document that this one repeats byte for byte, or null.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>Id of the model that scored the clauses; empty where none was asked.</summary>
    public string Model { get; init; } = "";

    /// <summary>The clauses in reading order.</summary>
    public IReadOnlyList<ScoredClause> Clauses { get; init; } = [];

    /// <summary>What the reader must know.</summary>
    public IReadOnlyList<Issue> Issues { get; init; } = [];

    /// <summary>Derived from the issues, so that a document with a loss is never called done.</summary>
    public DocumentStatus Status =>
        DuplicateOf is not null ? DocumentStatus.Duplicate
        : Issues.Any(issue => issue.Severity == Severity.Fatal) ? DocumentStatus.Failed
        : Issues.Any(issue => issue.Severity == Severity.Loss) ? DocumentStatus.Partial
        : DocumentStatus.Done;
}
