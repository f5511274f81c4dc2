using Classifier.Models;

namespace Classifier.Training;

/// <summary>
/// Scores before calibration of every clause, each from terms that saw neither the clause nor its siblings, and how the terms are balanced. All rows are in the
/// order of the training set.
/// </summary>
/// <param name="Scores">One row a clause, one column a label.</param>
/// <param name="Ngrams">The same of the n-gram term alone.</param>
/// <param name="KernelScale">For each label what the kernel term is multiplied by; null where the scores are those of the n-grams alone.</param>
internal sealed record OutOfFold(double[][] Scores, double[][] Ngrams, float[]? KernelScale)
{
    /// <summary>The shares of the kernel term that are tried, as its spread in the sum against the spread of the n-gram term.</summary>
    private static readonly double[] Shares = [0, 0.25, 0.5, 0.75, 1, 1.5, 2];

    /// <summary>Adds the kernel term, for each label at the share that says most about the answers: what a clause is about lies in its words' meaning, its force in their form.</summary>
    /// <param name="data">The clauses; those of full weight decide.</param>
    /// <param name="ngrams">Scores of the n-gram term.</param>
    /// <param name="kernel">Scores of the kernel term.</param>
    public static OutOfFold Blend(TrainingSet data, double[][] ngrams, double[][] kernel)
    {
        float[] scale = [.. ScoreLabels.All.Select(label => Scale(data, ngrams, kernel, label))];
        return new OutOfFold([.. ngrams.Zip(kernel, (one, other) => one.Select((score, label) => score + (scale[label] * other[label])).ToArray())], ngrams, scale);
    }

    private static float Scale(TrainingSet data, double[][] ngrams, double[][] kernel, ScoreLabel label)
    {
        double[] one = [.. data.Measured.Select(row => ngrams[row][(int)label])], other = [.. data.Measured.Select(row => kernel[row][(int)label])];
        bool[] answers = [.. data.Measured.Select(row => data.Clauses[row].Has(label))];
        double spread = Spread(other);
        if (spread == 0) return 0;
        double unit = Spread(one) / spread;
        return (float)(unit * Shares.MinBy(share => CalibratorFit.LogLoss([.. one.Zip(other, (a, b) => a + (share * unit * b))], answers)));
    }

    private static double Spread(double[] scores)
    {
        double mean = scores.Average();
        return Math.Sqrt(scores.Average(score => Math.Pow(score - mean, 2)));
    }
}
