using Classifier.Models;

namespace Classifier.Training;

/// <summary>
/// Scores before calibration of every clause, each from terms that saw neither the clause nor its siblings, and how the terms are balanced. All rows are in the
/// order of the training set.
/// </summary>
/// <param name="Scores">One row a clause, one column a label.</param>
/// <param name="Ngrams">The same of the n-gram term alone.</param>
/// <param name="KernelScale">For each label what the kernel term is multiplied by; null without word vectors.</param>
internal sealed record OutOfFold(double[][] Scores, double[][] Ngrams, float[]? KernelScale)
{
    /// <summary>Adds the kernel term at a given share of the n-gram term's spread.</summary>
    /// <param name="ngrams">Scores of the n-gram term.</param>
    /// <param name="kernel">Scores of the kernel term.</param>
    /// <param name="measured">Rows over which the spreads are measured.</param>
    /// <param name="share">The kernel term's spread in the sum, in units of the n-gram term's.</param>
    public static OutOfFold Blend(double[][] ngrams, double[][] kernel, IReadOnlyList<int> measured, float share)
    {
        float[] scale = [.. ScoreLabels.All.Select(label => Scale(label))];
        return new OutOfFold([.. ngrams.Zip(kernel, (one, other) => one.Select((score, label) => score + (scale[label] * other[label])).ToArray())], ngrams, scale);

        float Scale(ScoreLabel label)
        {
            double spread = Spread(kernel, measured, label);
            return spread == 0 ? 0 : (float)(share * Spread(ngrams, measured, label) / spread);
        }
    }

    private static double Spread(double[][] scores, IReadOnlyList<int> rows, ScoreLabel label)
    {
        double mean = rows.Average(row => scores[row][(int)label]);
        return Math.Sqrt(rows.Average(row => Math.Pow(scores[row][(int)label] - mean, 2)));
    }
}
