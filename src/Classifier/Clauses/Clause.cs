using Classifier.Documents;

namespace Classifier.Clauses;

/// <summary>What a clause is within its document.</summary>
public enum ClauseKind
{
    /// <summary>An operative rule: an article, a paragraph under "resolves", a section of a bill.</summary>
    Provision,

    /// <summary>A preambular paragraph.</summary>
    Recital,

    /// <summary>"X means ...".</summary>
    Definition,

    /// <summary>The reasons given for a proposal.</summary>
    Reason,

    /// <summary>A heading; it carries no label of its own.</summary>
    Heading,

    /// <summary>Running text that argues, reports or introduces.</summary>
    Paragraph,

    /// <summary>A note at the foot of a page or the end of a text.</summary>
    Footnote,

    /// <summary>A cell of a table.</summary>
    TableCell,
}

/// <summary>What a proposal's revision marks say about a clause.</summary>
public enum ClauseStatus
{
    /// <summary>No revision marks are in play.</summary>
    None,

    /// <summary>All words are new.</summary>
    Added,

    /// <summary>All words would go.</summary>
    Deleted,

    /// <summary>Some words would change.</summary>
    Modified,

    /// <summary>Kept as it stands in a document that marks its changes.</summary>
    Unchanged,
}

/// <summary>One clause of a document. <c>document.Text.Substring(Start, Length) == Text</c> holds for every clause.</summary>
public sealed record Clause
{
    /// <summary>First 16 hexadecimal digits of a hash over the document's SHA-256 and the clause's place in it: the same on every run and machine.</summary>
    public required string Id { get; init; }

    /// <summary>The page on which the clause starts, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>Number as printed, with its punctuation ("5.2bis", "(a)"); empty where there is none.</summary>
    public required string Number { get; init; }

    /// <summary>The headings above, outermost first.</summary>
    public required IReadOnlyList<string> HeadingPath { get; init; }

    /// <summary>What the clause is.</summary>
    public required ClauseKind Kind { get; init; }

    /// <summary>Number of the proposal the clause belongs to ("RUS/27/4"); empty where there is none.</summary>
    public required string Proposal { get; init; }

    /// <summary>The proposal's action: ADD, MOD, SUP or NOC; empty where there is none.</summary>
    public required string Action { get; init; }

    /// <summary>What the revision marks say.</summary>
    public required ClauseStatus Status { get; init; }

    /// <summary>The text as proposed: without its number and without words that would be deleted; single blanks.</summary>
    public required string Text { get; init; }

    /// <summary>The words that would be deleted, runs joined by " … "; empty where there are none.</summary>
    public required string DeletedText { get; init; }

    /// <summary>
    /// The text as it stood before the proposal: struck words in their places, inserted words left out. Empty where nothing stood
    /// (a new clause) or nothing is known of it; equal to <see cref="Text"/> where the clause is unchanged.
    /// </summary>
    public string TextBefore { get; init; } = "";

    /// <summary>The words before a list that its item completes ("Member States shall:"), read with the text for scoring; empty where the clause stands on its own.</summary>
    public string Context { get; init; } = "";

    /// <summary>The state or group that tabled the clause: the document's source, or in compilations the part's own; empty where unknown.</summary>
    public string Source { get; init; } = "";

    /// <summary>Two-letter language code, or "und".</summary>
    public required string Language { get; init; }

    /// <summary>Where the clause stands: one box for each page it touches, in order.</summary>
    public required IReadOnlyList<PageBox> Boxes { get; init; }

    /// <summary>Offset of the clause's first character in the document's text.</summary>
    public required int Start { get; init; }

    /// <summary>Length of the text in characters (UTF-16 code units).</summary>
    public int Length => Text.Length;
}
