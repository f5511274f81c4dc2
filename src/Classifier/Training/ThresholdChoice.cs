namespace Classifier.Training;

/// <summary>Chooses, on probabilities of clauses that the model did not learn from, where a label counts as given.</summary>
internal static class ThresholdChoice
{
    /// <summary>The threshold where nothing can be chosen, as no clause has the label.</summary>
    public const float Undecided = 0.5f;

    /// <summary>
    /// The threshold whose F1 is best by what the calibrated probabilities lead one to expect (Lipton, Elkan and Naryanaswamy 2014, Optimal thresholding of
    /// classifiers to maximize F1). With few positives it is far steadier than the best F1 on the answers themselves.
    /// </summary>
    public static float BestF1(IReadOnlyList<float> probabilities)
    {
        float[] falling = [.. probabilities.OrderDescending()];
        double all = falling.Sum(probability => (double)probability), hits = 0;
        (double F1, float Threshold) best = (double.NegativeInfinity, Undecided);
        for (int i = 0; i < falling.Length; i++)
        {
            hits += falling[i];
            float next = i + 1 < falling.Length ? falling[i + 1] : 0;
            if (next == falling[i]) continue;
            double f1 = 2 * hits / (i + 1 + all);
            if (f1 > best.F1) best = (f1, Between(next, falling[i]));
        }
        return best.Threshold;
    }

    /// <summary>The highest threshold at which at least a share <paramref name="recall"/>, 0..1, of the positives is found.</summary>
    public static float Recall(IReadOnlyList<float> probabilities, IReadOnlyList<bool> answers, double recall)
    {
        float[] positives = [.. probabilities.Where((_, i) => answers[i]).OrderDescending()];
        if (positives.Length == 0) return Undecided;
        return positives[Math.Clamp((int)Math.Ceiling((recall * positives.Length) - 1e-9) - 1, 0, positives.Length - 1)];
    }

    private static float Between(float below, float above) => (below + above) / 2 is var middle && middle > below ? middle : above;
}
