using Classifier.Models;

namespace Classifier.Scores;

/// <summary>Draws the labels of the four axes from probabilities and thresholds.</summary>
internal sealed class AxisLabels(IReadOnlyList<float> thresholds)
{
    public Assessment Draw(IReadOnlyList<float> scores)
    {
        bool On(ScoreLabel label) => scores[(int)label] >= thresholds[(int)label];
        RightsImpact impact = Stronger(scores, ScoreLabel.Restricts, ScoreLabel.Protects) switch
        {
            ScoreLabel.Restricts => RightsImpact.Restricts,
            ScoreLabel.Protects => RightsImpact.Protects,
            _ => RightsImpact.None,
        };
        return new Assessment
        {
            Probabilities = scores,
            Layer = (On(ScoreLabel.Infrastructure), On(ScoreLabel.Content)) switch
            {
                (true, true) => Layer.Both,
                (true, false) => Layer.Infrastructure,
                (false, true) => Layer.Content,
                _ => Layer.Neither,
            },
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
            Priority = Scores.Priority.Of(scores),
            Review = false,
            Reasons = "",
        };
    }

    /// <summary>The label that is over its threshold, the likelier one where both are; null where neither is.</summary>
    private ScoreLabel? Stronger(IReadOnlyList<float> scores, ScoreLabel first, ScoreLabel second)
    {
        bool one = scores[(int)first] >= thresholds[(int)first], other = scores[(int)second] >= thresholds[(int)second];
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
