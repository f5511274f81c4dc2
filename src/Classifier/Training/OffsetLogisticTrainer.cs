using System.Numerics.Tensors;
using Classifier.Models;

namespace Classifier.Training;

/// <summary>
/// Fits a logistic regression on top of log-odds that are given: log-odds = offset + slope × (bias + sum of weight × feature), with the squared length of weights and
/// bias held small, so that few labels change little. Nesterov's accelerated gradient for strongly convex functions (2004), on one thread in double precision, which
/// repeats exactly; ML.NET's trainers take no offset.
/// </summary>
/// <param name="l2">Weight of half the squared length of the weights against the summed loss; above 0.</param>
/// <param name="biasL2">The same of the bias; at least as high, or the steps would not be the right ones.</param>
internal sealed class OffsetLogisticTrainer(double l2, double biasL2)
{
    private const int MostSteps = 500, PowerSteps = 12;
    private const double Converged = 1e-7;

    /// <summary>Fits one question.</summary>
    /// <param name="features">Number of features.</param>
    /// <param name="vectors">One vector a clause.</param>
    /// <param name="offsets">The given log-odds, in the same order.</param>
    /// <param name="slopes">What each clause's log-odds move by for each unit of the sum, above 0.</param>
    /// <param name="answers">The annotators' answers, in the same order.</param>
    /// <param name="weights">How much each clause counts, above 0.</param>
    public LinearFit Fit(int features, IReadOnlyList<SparseVector> vectors, IReadOnlyList<double> offsets, IReadOnlyList<double> slopes, IReadOnlyList<bool> answers, IReadOnlyList<float> weights)
    {
        // The bias is the last coordinate, a feature that is always 1.
        double[] place = new double[features + 1], ahead = new double[features + 1], gradient = new double[features + 1];
        double steepest = (1.1 * LargestCurvature(features, vectors, [.. weights.Zip(slopes, (weight, slope) => weight * slope * slope)])) + biasL2, momentum = (1 - Math.Sqrt(l2 / steepest)) / (1 + Math.Sqrt(l2 / steepest));
        for (int step = 0; step < MostSteps; step++)
        {
            TensorPrimitives.Multiply(ahead, l2, gradient);
            gradient[features] = ahead[features] * biasL2;
            for (int i = 0; i < vectors.Count; i++)
            {
                double probability = 1 / (1 + Math.Exp(-(offsets[i] + (slopes[i] * Dot(vectors[i], ahead)))));
                Add(vectors[i], weights[i] * slopes[i] * (probability - (answers[i] ? 1 : 0)), gradient);
            }
            double largest = 0;
            for (int k = 0; k < place.Length; k++)
            {
                double next = ahead[k] - (gradient[k] / steepest), change = next - place[k];
                largest = Math.Max(largest, Math.Abs(change));
                (place[k], ahead[k]) = (next, next + (momentum * change));
            }
            if (largest < Converged) break;
        }
        return new LinearFit([.. place[..features].Select(weight => (float)weight)], (float)place[features]);
    }

    /// <summary>A bound on the loss's second derivative: a quarter of the largest eigenvalue of the weighted vectors' products, by the power method.</summary>
    private static double LargestCurvature(int features, IReadOnlyList<SparseVector> vectors, IReadOnlyList<double> weights)
    {
        double[] direction = [.. Enumerable.Repeat(1.0, features + 1)];
        double largest = 1;
        for (int step = 0; step < PowerSteps; step++)
        {
            double[] next = new double[features + 1];
            for (int i = 0; i < vectors.Count; i++) Add(vectors[i], weights[i] * Dot(vectors[i], direction), next);
            largest = TensorPrimitives.Norm<double>(next);
            if (largest == 0) return 0;
            TensorPrimitives.Divide(next, largest, direction);
        }
        return largest / 4;
    }

    private static double Dot(SparseVector vector, double[] weights)
    {
        double sum = weights[^1];
        for (int k = 0; k < vector.Indexes.Length; k++) sum += weights[vector.Indexes[k]] * vector.Values[k];
        return sum;
    }

    private static void Add(SparseVector vector, double factor, double[] sum)
    {
        for (int k = 0; k < vector.Indexes.Length; k++) sum[vector.Indexes[k]] += factor * vector.Values[k];
        sum[^1] += factor;
    }
}
