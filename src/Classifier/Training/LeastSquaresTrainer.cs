using System.Numerics.Tensors;
using Classifier.Models;

namespace Classifier.Training;

/// <summary>
/// Fits yes/no questions over sparse vectors: regularised least squares on the answers (+1 or -1), by conjugate gradients on the normal equations (Hestenes and
/// Stiefel 1952). All questions share the passes over the clauses; each runs its own descent. No sum depends on the number of threads, so a fit repeats exactly.
/// </summary>
/// <param name="l2">Weight of the squared length of the weights, bias among them, against the summed squared error; above 0.</param>
internal sealed class LeastSquaresTrainer(double l2)
{
    private const int MostSteps = 500;

    /// <summary>A question is solved when its residual has shrunk to this share.</summary>
    private const double Converged = 1e-5;

    /// <summary>Fits.</summary>
    /// <param name="features">Number of features.</param>
    /// <param name="vectors">One vector a clause.</param>
    /// <param name="answers">One list a question: the annotators' answers, one a clause.</param>
    /// <param name="weights">How much each clause counts, above 0.</param>
    /// <returns>One fit a question.</returns>
    public IReadOnlyList<LinearFit> Fit(int features, IReadOnlyList<SparseVector> vectors, IReadOnlyList<bool[]> answers, IReadOnlyList<float> weights)
    {
        int questions = answers.Count;
        // The last feature is 1 in every clause: its weight is the bias.
        SparseVector[] rows = [.. vectors.Select(vector => new SparseVector([.. vector.Indexes, features], [.. vector.Values, 1f]))], columns = Transpose(rows, features + 1);
        double[] targets = [.. weights.SelectMany((weight, row) => answers.Select(answer => answer[row] ? weight : -(double)weight))];
        double[] residual = Multiply(columns, targets, questions), direction = [.. residual], solution = new double[residual.Length];
        double[] square = Dots(residual, residual, questions), goal = [.. square.Select(value => value * Converged * Converged)];
        for (int step = 0; step < MostSteps && square.Zip(goal).Any(pair => pair.First > pair.Second); step++)
        {
            double[] seen = Multiply(rows, direction, questions);
            for (int row = 0; row < rows.Length; row++) TensorPrimitives.Multiply(seen.AsSpan(row * questions, questions), weights[row], seen.AsSpan(row * questions, questions));
            double[] turned = Multiply(columns, seen, questions);
            TensorPrimitives.MultiplyAdd(direction, l2, turned, turned);
            double[] length = Ratio(square, Dots(direction, turned, questions));
            AddScaled(solution, direction, length, solution);
            AddScaled(residual, turned, [.. length.Select(value => -value)], residual);
            double[] next = Dots(residual, residual, questions);
            AddScaled(residual, direction, Ratio(next, square), direction);
            square = next;
        }
        return [.. Enumerable.Range(0, questions).Select(question => new LinearFit(
            [.. Enumerable.Range(0, features).Select(feature => (float)solution[(feature * questions) + question])], (float)solution[(features * questions) + question]))];
    }

    private static SparseVector[] Transpose(SparseVector[] rows, int features)
    {
        int[] counts = new int[features];
        foreach (SparseVector row in rows)
        {
            foreach (int feature in row.Indexes) counts[feature]++;
        }
        SparseVector[] columns = [.. counts.Select(count => new SparseVector(new int[count], new float[count]))];
        Array.Clear(counts);
        for (int row = 0; row < rows.Length; row++)
        {
            (int[] indexes, float[] values) = rows[row];
            for (int i = 0; i < indexes.Length; i++)
            {
                int place = counts[indexes[i]]++;
                columns[indexes[i]].Indexes[place] = row;
                columns[indexes[i]].Values[place] = values[i];
            }
        }
        return columns;
    }

    /// <summary>The sparse matrix times one column a question.</summary>
    private static double[] Multiply(SparseVector[] matrix, double[] columns, int questions)
    {
        double[] product = new double[matrix.Length * questions];
        Parallel.For(0, matrix.Length, row =>
        {
            Span<double> sum = product.AsSpan(row * questions, questions);
            (int[] indexes, float[] values) = matrix[row];
            for (int i = 0; i < indexes.Length; i++) TensorPrimitives.MultiplyAdd(columns.AsSpan(indexes[i] * questions, questions), values[i], sum, sum);
        });
        return product;
    }

    /// <summary>One inner product a question.</summary>
    private static double[] Dots(double[] one, double[] other, int questions)
    {
        double[] dots = new double[questions];
        for (int at = 0; at < one.Length; at += questions) TensorPrimitives.MultiplyAdd(one.AsSpan(at, questions), other.AsSpan(at, questions), dots, dots);
        return dots;
    }

    /// <summary>sum = start + scale × added, with one scale a question.</summary>
    private static void AddScaled(double[] start, double[] added, double[] scale, double[] sum)
    {
        for (int at = 0; at < sum.Length; at += scale.Length) TensorPrimitives.MultiplyAdd(added.AsSpan(at, scale.Length), scale, start.AsSpan(at, scale.Length), sum.AsSpan(at, scale.Length));
    }

    /// <summary>A question that is solved to the last digit stays where it is.</summary>
    private static double[] Ratio(double[] over, double[] under) => [.. over.Zip(under, (a, b) => b > 0 ? a / b : 0)];
}
