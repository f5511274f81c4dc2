using Classifier.Models;

namespace Classifier.Scores;

/// <summary>How pressing a clause is for a reader who looks for threats to rights and to open governance.</summary>
public static class Priority
{
    /// <summary>
    /// <c>100 × (1 − (1 − restricts)(1 − 0.7·state_centric)(1 − 0.3·protects)(1 − 0.3·multistakeholder)) × (0.6 + 0.4·binding)</c>:
    /// the chance that something in the clause matters, with restrictions counted in full, and less where no duty is owed.
    /// </summary>
    /// <param name="scores">Probabilities in label order.</param>
    /// <returns>0..100, not rounded.</returns>
    public static double Of(IReadOnlyList<float> scores)
    {
        double P(ScoreLabel label) => scores[(int)label];
        double nothing = (1 - P(ScoreLabel.Restricts)) * (1 - 0.7 * P(ScoreLabel.StateCentric)) * (1 - 0.3 * P(ScoreLabel.Protects)) * (1 - 0.3 * P(ScoreLabel.Multistakeholder));
        return 100 * (1 - nothing) * (0.6 + 0.4 * P(ScoreLabel.Binding));
    }
}
