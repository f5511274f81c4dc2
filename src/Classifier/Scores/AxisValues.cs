using Classifier.Models;

namespace Classifier.Scores;

/// <summary>Where a clause stands on every axis of the codebook; with that the eleven yes/no questions are answered.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="RightsImpact">The rights impact.</param>
/// <param name="Rights">The rights touched.</param>
/// <param name="Framing">The framing.</param>
/// <param name="Force">The legal force.</param>
public readonly record struct AxisValues(Layer Layer, RightsImpact RightsImpact, Rights Rights, Framing Framing, Force Force)
{
    /// <summary>The answer to one of the eleven questions.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The label is of no axis.</exception>
    public bool Has(ScoreLabel label) => label switch
    {
        ScoreLabel.Infrastructure => Layer is Layer.Infrastructure or Layer.Both,
        ScoreLabel.Content => Layer is Layer.Content or Layer.Both,
        ScoreLabel.Restricts => RightsImpact == RightsImpact.Restricts,
        ScoreLabel.Protects => RightsImpact == RightsImpact.Protects,
        ScoreLabel.Expression => Rights.HasFlag(Rights.Expression),
        ScoreLabel.Privacy => Rights.HasFlag(Rights.Privacy),
        ScoreLabel.Communication => Rights.HasFlag(Rights.Communication),
        ScoreLabel.StateCentric => Framing == Framing.StateCentric,
        ScoreLabel.Multistakeholder => Framing == Framing.Multistakeholder,
        ScoreLabel.Binding => Force == Force.Binding,
        ScoreLabel.Voluntary => Force == Force.Voluntary,
        _ => throw new ArgumentOutOfRangeException(nameof(label), label, "a label without an axis"),
    };

    /// <summary>The layer that the answers to its two questions come to.</summary>
    public static Layer LayerOf(bool infrastructure, bool content) => (infrastructure, content) switch
    {
        (true, true) => Layer.Both,
        (true, false) => Layer.Infrastructure,
        (false, true) => Layer.Content,
        _ => Layer.Neither,
    };
}
