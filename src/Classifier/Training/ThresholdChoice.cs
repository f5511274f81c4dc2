namespace Classifier.Training;

/// <summary>Chooses, on probabilities of clauses that the model did not learn from, where a label counts as given.</summary>
internal static class ThresholdChoice
{
    /// <summary>The threshold where nothing can be chosen, as hardly a clause has the label.</summary>
    public const float Undecided = 0.5f;

    /// <summary>Positives that it takes to choose a threshold: by fewer a calibrator tells so little that the best F1 to expect is that of giving the label to nearly every clause.</summary>
    public const int LeastPositives = 10;

    /// <summary>Says for which labels no threshold could be chosen; empty where one could be for all.</summary>
    public static string TooRare(Evaluation measured)
    {
        string rare = string.Join(", ", measured.Labels.Where(label => label.Positives < LeastPositives).Select(label => $"{label.Label} ({label.Positives})"));
        return rare.Length == 0 ? "" : $"Too few positives to choose a threshold by, so that 0.5 or the base's stands: {rare}; it takes {LeastPositives}.";
    }

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
