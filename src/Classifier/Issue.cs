namespace Classifier;

/// <summary>How much an issue costs the reader.</summary>
public enum Severity
{
    /// <summary>Nothing is missing; something was changed or should be known.</summary>
    Note,

    /// <summary>Part of the document is missing from the report.</summary>
    Loss,

    /// <summary>The whole document is missing from the report.</summary>
    Fatal,
}

/// <summary>Something that a reader of the report must know about a document.</summary>
/// <param name="Severity">What it costs.</param>
/// <param name="Stage">Where it happened: <c>input</c>, <c>read</c>, <c>layout</c>, <c>quality</c>, <c>score</c> or <c>report</c>.</param>
/// <param name="Page">The page, from 1; null where the whole document is meant.</param>
/// <param name="Category">One word that programs can group by: <c>encrypted</c>, <c>malformed</c>, <c>no_text</c>, <c>crash</c>, <c>timeout</c> ...</param>
/// <param name="Message">One or two sentences: what was found, and what to do about it.</param>
public sealed record Issue(Severity Severity, string Stage, int? Page, string Category, string Message);
