using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>What a document says about itself; empty where it does not say.</summary>
public sealed record ProposalMetadata
{
    /// <summary>The state or group that tabled it.</summary>
    public string Source { get; init; } = "";

    /// <summary>The document's number as printed ("Document 27-E").</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>The meeting or conference.</summary>
    public string Meeting { get; init; } = "";

    /// <summary>The date as printed.</summary>
    public string Date { get; init; } = "";

    /// <summary>The agenda item.</summary>
    public string AgendaItem { get; init; } = "";

    /// <summary>The title.</summary>
    public string Title { get; init; } = "";

    /// <summary>The language it was written in, as printed ("Original: English").</summary>
    public string OriginalLanguage { get; init; } = "";
}

/// <summary>A document as its drafters meant it: one text, and the clauses that it consists of.</summary>
public sealed record ProposalDocument
{
    /// <summary>The document's text as proposed. <c>Text.Substring(clause.Start, clause.Length) == clause.Text</c> for every clause.</summary>
    public required string Text { get; init; }

    /// <summary>The clauses in reading order; their spans are in order and do not overlap.</summary>
    public required IReadOnlyList<Clause> Clauses { get; init; }

    /// <summary>What the document's head says.</summary>
    public required ProposalMetadata Metadata { get; init; }

    /// <summary>What is printed but is no clause: lines of the head (<c>document_head</c>), of a part's head (<c>part_head</c>), action lines (<c>action_line</c>), signatures (<c>signature</c>), tables of contents (<c>table_of_contents</c>), lists of names (<c>list_of_names</c>).</summary>
    public IReadOnlyList<RemovedText> SetAside { get; init; } = [];

    /// <summary>Main language as a two-letter code, or "und".</summary>
    public required string Language { get; init; }
}
