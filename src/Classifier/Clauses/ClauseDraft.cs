namespace Classifier.Clauses;

/// <summary>A clause whose place and kind are known, before its marks are read and its text has a place in the document.</summary>
internal sealed record ClauseDraft
{
    public required Paragraph Paragraph { get; init; }

    /// <summary>Number as proposed; empty where there is none.</summary>
    public required string Number { get; init; }

    /// <summary>The text after the number, with its marks.</summary>
    public required MarkedText Body { get; init; }

    public required ClauseKind Kind { get; init; }

    public required IReadOnlyList<string> HeadingPath { get; init; }

    public string Proposal { get; init; } = "";

    public string Action { get; init; } = "";

    public string Context { get; init; } = "";

    public string Source { get; init; } = "";

    /// <summary>True where the clause stands in a text that is revised as a whole (a bill, a resolution, the proposed column of a table), so that no mark means no change.</summary>
    public bool InRevisedText { get; init; }
}
