namespace Classifier.Training;

/// <summary>Chooses, on probabilities of clauses that the model did not learn from, where a label counts as given.</summary>
internal static class ThresholdChoice
{
    /// <summary>The threshold where nothing can be chosen, as no clause or every clause has the label.</summary>
    public const float Undecided = 0.5f;

    /// <summary>The threshold of the best F1; halfway between two scores, the higher one among equals.</summary>
    public static float BestF1(IReadOnlyList<float> probabilities, IReadOnlyList<bool> answers) => Best(probabilities, answers, (hits, given, positives) => 2.0 * hits / (given + positives));

    /// <summary>The highest threshold at which at least a share <paramref name="recall"/>, 0..1, of the positives is found.</summary>
    public static float Recall(IReadOnlyList<float> probabilities, IReadOnlyList<bool> answers, double recall) =>
        Best(probabilities, answers, (hits, given, positives) => hits >= (recall * positives) - 1e-9 ? 1.0 / given : -1);

    private static float Best(IReadOnlyList<float> probabilities, IReadOnlyList<bool> answers, Func<int, int, int, double> gain)
    {
        int positives = answers.Count(answer => answer), hits = 0;
        if (positives == 0 || positives == answers.Count) return Undecided;
        int[] order = [.. Enumerable.Range(0, answers.Count).OrderByDescending(i => probabilities[i])];
        (double Gain, float Threshold) best = (double.NegativeInfinity, Undecided);
        for (int i = 0; i < order.Length; i++)
        {
            if (answers[order[i]]) hits++;
            float here = probabilities[order[i]], next = i + 1 < order.Length ? probabilities[order[i + 1]] : 0;
            if (next == here) continue;
            double value = gain(hits, i + 1, positives);
            if (value > best.Gain) best = (value, Between(next, here));
        }
        return best.Threshold;
    }

    private static float Between(float below, float above) => (below + above) / 2 is var middle && middle > below ? middle : above;
}
