using Classifier.Models;

namespace Classifier.Scores;

/// <summary>
/// How pressing a clause is for a reader who looks for threats to rights and to open governance:
/// <c>100 × (1 − (1 − R)(1 − 0.7·S)(1 − 0.3·P)(1 − 0.3·M)) × (0.6 + 0.4·binding)</c>, the chance that something in the clause matters, with
/// restrictions counted in full and less where no duty is owed. The weights are a choice, not a measurement: a restriction outranks a
/// claim to control, and both outrank good news.
/// </summary>
public static class Priority
{
    /// <summary>The priority of a clause that stands for itself: R, S, P, M are its own scores.</summary>
    /// <param name="scores">Probabilities in label order.</param>
    /// <returns>0..100, not rounded.</returns>
    public static double Of(IReadOnlyList<float> scores) => Formula(
        scores[(int)ScoreLabel.Restricts], scores[(int)ScoreLabel.StateCentric], scores[(int)ScoreLabel.Protects], scores[(int)ScoreLabel.Multistakeholder],
        scores[(int)ScoreLabel.Binding]);

    /// <summary>
    /// The priority of a change: R is the restriction added or the protection taken away, S the control given to governments or taken from
    /// others, P and M the opposite; deleting a protection is as pressing as adding a restriction.
    /// </summary>
    /// <param name="effect">What the change does.</param>
    /// <param name="binding">Probability that a duty is owed on the side that weighs more, 0..1.</param>
    /// <returns>0..100, not rounded.</returns>
    public static double Of(Effect effect, double binding) => Formula(
        Highest(effect.Restricts, -effect.Protects), Highest(effect.StateCentric, -effect.Multistakeholder),
        Highest(effect.Protects, -effect.Restricts), Highest(effect.Multistakeholder, -effect.StateCentric),
        binding);

    private static double Formula(double restricts, double stateCentric, double protects, double multistakeholder, double binding)
    {
        double nothing = (1 - restricts) * (1 - 0.7 * stateCentric) * (1 - 0.3 * protects) * (1 - 0.3 * multistakeholder);
        return 100 * (1 - nothing) * (0.6 + 0.4 * binding);
    }

    private static double Highest(double one, double other) => Math.Max(0, Math.Max(one, other));
}
