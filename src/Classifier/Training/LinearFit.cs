using Classifier.Models;

namespace Classifier.Training;

/// <summary>One fitted yes/no question: score = bias + sum of weight × feature.</summary>
/// <param name="Weights">One for each feature.</param>
/// <param name="Bias">The score where no feature is known.</param>
internal sealed record LinearFit(float[] Weights, float Bias)
{
    /// <summary>The question whose scores are this one's and <paramref name="share"/> times the other's.</summary>
    public LinearFit Plus(LinearFit other, double share) =>
        new([.. Weights.Zip(other.Weights, (own, added) => (float)(own + (share * added)))], (float)(Bias + (share * other.Bias)));

    /// <summary>The standard deviation of its scores.</summary>
    /// <param name="vectors">The clauses that are scored; at least one.</param>
    public double Spread(IReadOnlyList<SparseVector> vectors)
    {
        double[] scores = [.. vectors.Select(Score)];
        double mean = scores.Average();
        return Math.Sqrt(scores.Average(score => (score - mean) * (score - mean)));
    }

    private double Score(SparseVector vector)
    {
        double score = Bias;
        for (int i = 0; i < vector.Indexes.Length; i++) score += Weights[vector.Indexes[i]] * vector.Values[i];
        return score;
    }
}
