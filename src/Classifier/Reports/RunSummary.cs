namespace Classifier.Reports;

/// <summary>A clause that a reader should see first.</summary>
/// <param name="Document">The document it stands in.</param>
/// <param name="Clause">The clause and its assessment.</param>
public sealed record PressingClause(string Document, ScoredClause Clause);

/// <summary>What a run came to.</summary>
public sealed record RunSummary
{
    /// <summary>Number of inputs that the run was given.</summary>
    public required int Inputs { get; init; }

    /// <summary>Number of documents for each status, in the order of <see cref="DocumentStatus"/>.</summary>
    public required IReadOnlyList<int> Statuses { get; init; }

    /// <summary>Pages of all documents.</summary>
    public required long Pages { get; init; }

    /// <summary>Clauses in the report.</summary>
    public required long Clauses { get; init; }

    /// <summary>The most pressing clauses of the run, most pressing first.</summary>
    public required IReadOnlyList<PressingClause> MostPressing { get; init; }

    /// <summary>Names of the files written.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Number of documents that ended so.</summary>
    public int Count(DocumentStatus status) => Statuses[(int)status];

    /// <summary>True where every input is counted once: done + partial + failed + duplicate = inputs.</summary>
    public bool IsAccountedFor => Statuses.Sum() == Inputs;
}
