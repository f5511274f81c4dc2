using System.Numerics.Tensors;

namespace Classifier.Training;

/// <summary>Solves symmetric positive definite systems by Cholesky's method, rows as arrays; the upper half is neither read nor written.</summary>
internal static class Cholesky
{
    /// <summary>Replaces the lower half by its factor L, with matrix = L Lᵀ.</summary>
    /// <exception cref="InvalidOperationException">The matrix is not positive definite.</exception>
    public static void Factor(double[][] matrix)
    {
        for (int j = 0; j < matrix.Length; j++)
        {
            double rest = matrix[j][j] - TensorPrimitives.SumOfSquares<double>(matrix[j].AsSpan(0, j));
            if (!(rest > 0)) throw new InvalidOperationException($"row {j} leaves {rest}; expected a positive definite matrix");
            double diagonal = matrix[j][j] = Math.Sqrt(rest);
            int column = j;
            Parallel.For(j + 1, matrix.Length, i =>
                matrix[i][column] = (matrix[i][column] - TensorPrimitives.Dot<double>(matrix[i].AsSpan(0, column), matrix[column].AsSpan(0, column))) / diagonal);
        }
    }

    /// <summary>Solves L Lᵀ x = right.</summary>
    public static double[] Solve(double[][] factor, double[] right)
    {
        double[] x = [.. right];
        for (int i = 0; i < x.Length; i++) x[i] = (x[i] - TensorPrimitives.Dot<double>(factor[i].AsSpan(0, i), x.AsSpan(0, i))) / factor[i][i];
        for (int i = x.Length - 1; i >= 0; i--)
        {
            x[i] /= factor[i][i];
            for (int j = 0; j < i; j++) x[j] -= factor[i][j] * x[i];
        }
        return x;
    }
}
