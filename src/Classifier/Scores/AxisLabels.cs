using Classifier.Models;

namespace Classifier.Scores;

/// <summary>Draws the labels of the four axes from a model's probabilities and thresholds.</summary>
public sealed class AxisLabels(ModelCard card)
{
    // What a reader of reasons looks for first.
    private static readonly ScoreLabel[] ByWeight =
    [
        ScoreLabel.Restricts, ScoreLabel.Protects, ScoreLabel.Expression, ScoreLabel.Privacy, ScoreLabel.Communication, ScoreLabel.StateCentric, ScoreLabel.Multistakeholder,
        ScoreLabel.Infrastructure, ScoreLabel.Content, ScoreLabel.Binding, ScoreLabel.Voluntary,
    ];

    /// <summary>Draws the labels of one clause.</summary>
    /// <param name="scores">Probabilities in label order.</param>
    /// <returns>An assessment without reasons, with the priority of a text that stands for itself.</returns>
    public Assessment Draw(IReadOnlyList<float> scores)
    {
        bool On(ScoreLabel label) => scores[(int)label] >= card.Thresholds[(int)label];
        RightsImpact impact = Stronger(scores, ScoreLabel.Restricts, ScoreLabel.Protects) switch
        {
            ScoreLabel.Restricts => RightsImpact.Restricts,
            ScoreLabel.Protects => RightsImpact.Protects,
            _ => RightsImpact.None,
        };
        Assessment drawn = new()
        {
            Probabilities = scores,
            Layer = AxisValues.LayerOf(On(ScoreLabel.Infrastructure), On(ScoreLabel.Content)),
            RightsImpact = impact,
            Rights = impact == RightsImpact.None ? Rights.None : Touched(scores, On),
            Framing = Stronger(scores, ScoreLabel.StateCentric, ScoreLabel.Multistakeholder) switch
            {
                ScoreLabel.StateCentric => Framing.StateCentric,
                ScoreLabel.Multistakeholder => Framing.Multistakeholder,
                _ => Framing.Neutral,
            },
            Force = Stronger(scores, ScoreLabel.Binding, ScoreLabel.Voluntary) switch
            {
                ScoreLabel.Binding => Force.Binding,
                ScoreLabel.Voluntary => Force.Voluntary,
                _ => Force.None,
            },
            Priority = Priority.Of(scores),
            Review = false,
            Reasons = "",
        };
        IReadOnlyList<ScoreLabel> given = Given(drawn);
        return drawn with { Review = ScoreLabels.All.Any(label => !IsRight(label) && card.ReviewBands[(int)label].Holds(given.Contains(label), scores[(int)label])) };
    }

    /// <summary>The score labels behind an assessment's labels, those that matter most first.</summary>
    /// <param name="assessment">The assessment.</param>
    public static IReadOnlyList<ScoreLabel> Given(Assessment assessment) => [.. ByWeight.Where(assessment.Axes.Has)];

    /// <summary>The rights are drawn only with an impact, and their thresholds decide nothing without one.</summary>
    private static bool IsRight(ScoreLabel label) => label is ScoreLabel.Expression or ScoreLabel.Privacy or ScoreLabel.Communication;

    /// <summary>The label that is over its threshold, the likelier one where both are; null where neither is.</summary>
    private ScoreLabel? Stronger(IReadOnlyList<float> scores, ScoreLabel first, ScoreLabel second)
    {
        bool one = scores[(int)first] >= card.Thresholds[(int)first], other = scores[(int)second] >= card.Thresholds[(int)second];
        if (one && other) return scores[(int)first] >= scores[(int)second] ? first : second;
        return one ? first : other ? second : null;
    }

    /// <summary>The rights over their thresholds; the likeliest one where an impact is sure and no right is, as an impact is always one on some right.</summary>
    private static Rights Touched(IReadOnlyList<float> scores, Func<ScoreLabel, bool> on)
    {
        (ScoreLabel Label, Rights Right)[] all = [(ScoreLabel.Expression, Rights.Expression), (ScoreLabel.Privacy, Rights.Privacy), (ScoreLabel.Communication, Rights.Communication)];
        Rights touched = all.Where(pair => on(pair.Label)).Aggregate(Rights.None, (sum, pair) => sum | pair.Right);
        return touched != Rights.None ? touched : all.MaxBy(pair => scores[(int)pair.Label]).Right;
    }
}
