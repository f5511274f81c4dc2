namespace Classifier.Clauses;

/// <summary>What the quality gate found.</summary>
/// <param name="TextQuality">Share of the text's letters that belong to plausible words, 0..1; null where there is no text.</param>
/// <param name="Issues">Why parts of the document, or all of it, should not be trusted.</param>
public sealed record QualityVerdict(double? TextQuality, IReadOnlyList<Issue> Issues);
