using Classifier.Models;

namespace Classifier.Scores;

/// <summary>
/// What a proposal does to a text: the score of what would stand less the score of what stood, each −1..1. A side that is not
/// there counts as 0, so a new clause has its own scores and a suppressed one the negative of what it would remove.
/// </summary>
/// <param name="Restricts">Above 0 where the change restricts more.</param>
/// <param name="Protects">Below 0 where the change takes protection away.</param>
/// <param name="StateCentric">Above 0 where the change gives more to governments.</param>
/// <param name="Multistakeholder">Below 0 where the change takes from other stakeholders.</param>
public sealed record Effect(double Restricts, double Protects, double StateCentric, double Multistakeholder)
{
    /// <summary>The effect of a change.</summary>
    /// <param name="after">Probabilities of the text as proposed, in label order; null where nothing would stand.</param>
    /// <param name="before">Probabilities of the text as it stood; null where nothing stood.</param>
    public static Effect Of(IReadOnlyList<float>? after, IReadOnlyList<float>? before)
    {
        double Step(ScoreLabel label) => (after?[(int)label] ?? 0) - (before?[(int)label] ?? 0);
        return new Effect(Step(ScoreLabel.Restricts), Step(ScoreLabel.Protects), Step(ScoreLabel.StateCentric), Step(ScoreLabel.Multistakeholder));
    }
}
