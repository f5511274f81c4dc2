namespace Classifier.Training;

/// <summary>What labels are wanted for: where thresholds stand, and which labels are marked for review.</summary>
public sealed record LabelTargets
{
    /// <summary>The share of positives, 0..1, that thresholds must find; null for the best F1, or for the thresholds of the model that is adapted.</summary>
    public double? LeastRecall { get; init; }

    /// <summary>
    /// Share of right answers, 0..1, below which a clause is marked for review; 0.5: labels that are more likely wrong than right. On clauses of real documents
    /// that marks about a fifth, 0.6 over a third, 0.7 more than half of them.
    /// </summary>
    public double ReviewPrecision { get; init; } = 0.5;

    /// <summary>How thresholds were chosen, in words.</summary>
    internal string Thresholds => LeastRecall is { } recall ? FormattableString.Invariant($"at least {100 * recall:0.#} % of the positives found") : "best F1 that the calibrated probabilities lead one to expect";
}
