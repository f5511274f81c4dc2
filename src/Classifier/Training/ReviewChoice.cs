using Classifier.Models;

namespace Classifier.Training;

/// <summary>
/// Chooses, on clauses that the model did not learn from, where answers are right too seldom. The share of positives at each probability comes from isotonic
/// regression (pool adjacent violators: Ayer et al. 1955), by Laplace's rule in each pool, so that a few clauses at the end prove little.
/// </summary>
internal static class ReviewChoice
{
    /// <summary>The band of one label.</summary>
    /// <param name="probabilities">One a clause.</param>
    /// <param name="answers">The annotators' answers.</param>
    /// <param name="precision">Share of right answers, 0..1, that is enough.</param>
    public static ReviewBand Band(IReadOnlyList<float> probabilities, IReadOnlyList<bool> answers, double precision)
    {
        List<Pool> pools = Pools(probabilities, answers);
        Pool? low = pools.LastOrDefault(pool => 1 - pool.Share >= precision), high = pools.FirstOrDefault(pool => pool.Share >= precision);
        return new ReviewBand(low?.Highest ?? 0, high?.Lowest ?? 1);
    }

    /// <summary>Neighbouring clauses with one share of positives.</summary>
    private sealed record Pool(int Clauses, int Positives, float Lowest, float Highest)
    {
        public double Mean => (double)Positives / Clauses;

        public double Share => (Positives + 1.0) / (Clauses + 2);
    }

    private static List<Pool> Pools(IReadOnlyList<float> probabilities, IReadOnlyList<bool> answers)
    {
        List<Pool> pools = [];
        foreach (IGrouping<float, int> equal in Enumerable.Range(0, answers.Count).GroupBy(i => probabilities[i]).OrderBy(group => group.Key))
        {
            Pool pool = new(equal.Count(), equal.Count(i => answers[i]), equal.Key, equal.Key);
            while (pools.Count > 0 && pools[^1].Mean >= pool.Mean)
            {
                pool = new Pool(pools[^1].Clauses + pool.Clauses, pools[^1].Positives + pool.Positives, pools[^1].Lowest, pool.Highest);
                pools.RemoveAt(pools.Count - 1);
            }
            pools.Add(pool);
        }
        return pools;
    }
}
