namespace Classifier.Scores;

/// <summary>What the product says about one clause: probabilities, the labels drawn from them, and how far to trust them.</summary>
public sealed record Assessment
{
    /// <summary>Calibrated probabilities 0..1, 11 values in the order of <see cref="Models.ScoreLabels.All"/>.</summary>
    public required IReadOnlyList<float> Probabilities { get; init; }

    /// <summary>The layer.</summary>
    public required Layer Layer { get; init; }

    /// <summary>The rights impact.</summary>
    public required RightsImpact RightsImpact { get; init; }

    /// <summary>The rights touched; none exactly where the impact is none.</summary>
    public required Rights Rights { get; init; }

    /// <summary>The framing.</summary>
    public required Framing Framing { get; init; }

    /// <summary>The legal force.</summary>
    public required Force Force { get; init; }

    /// <summary>The labels of all axes.</summary>
    internal AxisValues Axes => new(Layer, RightsImpact, Rights, Framing, Force);

    /// <summary>What the clause changes, where the document marks its changes; null where it does not, or the clause is not part of a change.</summary>
    public Effect? Effect { get; init; }

    /// <summary>How pressing the clause is for a reader who looks for threats to rights and to open governance, 0..100.</summary>
    public required double Priority { get; init; }

    /// <summary>True where the scores should not be trusted without reading the clause.</summary>
    public required bool Review { get; init; }

    /// <summary>The words that moved the scores most, with signs; empty where no label is given.</summary>
    public required string Reasons { get; init; }
}
