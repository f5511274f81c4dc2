using System.Text.Json.Serialization;

namespace Classifier.Models;

/// <summary>Where answers to one question are not to be trusted: probabilities at which, on clauses not learnt from, too few of the answers were right.</summary>
/// <param name="Low">Up to this probability, 0..1, "no" was right often enough.</param>
/// <param name="High">From this probability, 0..1, "yes" was right often enough.</param>
[method: JsonConstructor]
public readonly record struct ReviewBand(float Low, float High)
{
    /// <summary>Nothing is doubted.</summary>
    public static ReviewBand Empty { get; } = new(1, 0);

    /// <summary>Answers are doubted that the probability itself calls more likely wrong than right: for a model whose folder names no bands.</summary>
    public static ReviewBand Even { get; } = new(0.5f, 0.5f);

    /// <summary>True where an answer is in doubt.</summary>
    /// <param name="given">The answer.</param>
    /// <param name="probability">The probability behind it, 0..1.</param>
    public bool Holds(bool given, float probability) => given ? probability < High : probability > Low;
}
