using System.Numerics.Tensors;
using Classifier.Models;

namespace Classifier.Training;

/// <summary>
/// Fits the kernel term: regularised least squares on the answers (+1 or -1) in the span of landmarks (subset of regressors: Rasmussen and Williams 2006,
/// Gaussian Processes for Machine Learning, 8.3.1), in closed form and double precision. Clauses and landmarks are compared by exp(-gamma × mean squared distance).
/// </summary>
internal sealed class KernelFit(TrainingOptions options, ClauseVectors vectors)
{
    /// <summary>Keeps the normal equations solvable where landmarks lie close together; small against the kernel's 1.</summary>
    private const double Jitter = 1e-6;

    private const int Block = 512;

    /// <summary>Fits.</summary>
    /// <param name="data">All clauses.</param>
    /// <param name="rows">Indexes of those to learn from; nothing else of <paramref name="data"/> is looked at.</param>
    public KernelWeights Fit(TrainingSet data, IReadOnlyList<int> rows)
    {
        float[][] points = [.. rows.Select(row => vectors.Of(data.Scanned[row]))];
        (float[] means, float deviation) = Spread(points);
        float[][] scaled = [.. points.Select(point => KernelTerm.Scale(point, means, deviation))];
        float[][] landmarks = [.. Landmarks(data, rows).Select(i => Round(scaled[i]))];
        double[][] kernel = Kernel(landmarks, scaled);
        double[] weights = [.. rows.Select(row => (double)data.Weights[row])];
        double[][] solution = Solve(kernel, Kernel(landmarks, landmarks), weights, Answers(data, rows));
        return new KernelWeights(
            options.KernelGamma, means, deviation, [.. landmarks.SelectMany(landmark => landmark).Select(value => (Half)value)],
            [.. Enumerable.Range(0, landmarks.Length).SelectMany(m => solution.Select(label => (float)label[m]))],
            [.. solution.Select(label => (float)label.Sum())]);
    }

    private static double[][] Answers(TrainingSet data, IReadOnlyList<int> rows) =>
        [.. ScoreLabels.All.Select(label => rows.Select(row => data.Clauses[row].Has(label) ? 1.0 : -1.0).ToArray())];

    /// <summary>A random choice among clauses of all kinds, by hash, that does not depend on their order.</summary>
    private IEnumerable<int> Landmarks(TrainingSet data, IReadOnlyList<int> rows) =>
        Enumerable.Range(0, rows.Count).OrderBy(i => NgramHash.HashText(data.Clauses[rows[i]].Text)).ThenBy(i => i).Take(options.Landmarks);

    /// <summary>Landmarks are stored in half precision, so they are fitted in it.</summary>
    private static float[] Round(float[] point) => [.. point.Select(value => (float)(Half)value)];

    /// <summary>One deviation serves all dimensions: scaled each by its own, the many that say little would drown the few that say much.</summary>
    private static (float[] Means, float Deviation) Spread(float[][] points)
    {
        float[] means = [.. Enumerable.Range(0, points[0].Length).Select(d => (float)points.Average(point => (double)point[d]))];
        double variance = points.Average(point => Math.Pow(TensorPrimitives.Distance<float>(point, means), 2)) / means.Length;
        return (means, (float)Math.Max(Math.Sqrt(variance), 1e-6));
    }

    /// <summary>One row a landmark, one column a point. The constant 1 stands for a bias that is regularised like any weight.</summary>
    private double[][] Kernel(float[][] landmarks, float[][] points)
    {
        double[][] kernel = new double[landmarks.Length][];
        double scale = -(double)options.KernelGamma / landmarks[0].Length;
        Parallel.For(0, landmarks.Length, m => kernel[m] = [.. points.Select(point => 1 + Math.Exp(scale * Squared(TensorPrimitives.Distance<float>(landmarks[m], point))))]);
        return kernel;

        static double Squared(double value) => value * value;
    }

    /// <summary>(K W Kᵀ + λ Kₘₘ) a = K W y, by Cholesky's method, one solution a label. Overwrites the kernel.</summary>
    private double[][] Solve(double[][] kernel, double[][] among, double[] weights, double[][] answers)
    {
        int size = kernel.Length;
        double[][] matrix = [.. among.Select(row => row.Select(value => options.KernelRidge * value).ToArray())];
        // The matrix of all clauses is the largest thing in a training run: it is weighted in place, by roots on either side, and not copied.
        double[] roots = [.. weights.Select(Math.Sqrt)];
        Parallel.For(0, size, m => TensorPrimitives.Multiply(kernel[m], roots, kernel[m]));
        double[][] right = [.. answers.Select(answer => answer.Zip(roots, (value, root) => value * root).ToArray()).Select(answer => kernel.Select(row => TensorPrimitives.Dot<double>(row, answer)).ToArray())];
        Parallel.For(0, size, i =>
        {
            for (int start = 0; start < weights.Length; start += Block)
            {
                int length = Math.Min(Block, weights.Length - start);
                ReadOnlySpan<double> own = kernel[i].AsSpan(start, length);
                for (int j = 0; j <= i; j++) matrix[i][j] += TensorPrimitives.Dot(own, kernel[j].AsSpan(start, length));
            }
            matrix[i][i] += Jitter * size;
        });
        Cholesky.Factor(matrix);
        return [.. right.Select(column => Cholesky.Solve(matrix, column))];
    }
}
