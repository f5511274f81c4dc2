using Classifier.Models;

namespace Classifier.Training;

/// <summary>A simple way of answering, measured on the same clauses as the model.</summary>
/// <param name="Name">What it is.</param>
/// <param name="CrossValidation">How it fares on clauses of documents that it did not learn from.</param>
public sealed record Baseline(string Name, Evaluation CrossValidation);

/// <summary>What a model must beat to be worth its name: always the commonest answer, a list of words, and n-grams alone.</summary>
internal static class Baselines
{
    /// <summary>Measures them.</summary>
    /// <param name="data">The clauses.</param>
    /// <param name="outOfFold">The scores of the model's terms on clauses not learnt from.</param>
    public static IReadOnlyList<Baseline> Of(TrainingSet data, OutOfFold outOfFold)
    {
        List<Baseline> baselines = [.. Simple(data)];
        if (outOfFold.KernelScale is not null) baselines.Add(new("n-grams alone (TF-IDF, logistic regression and least squares)", Measured(data, outOfFold.Ngrams)));
        return baselines;
    }

    /// <summary>Measures those that learn nothing.</summary>
    /// <param name="data">The clauses.</param>
    public static IReadOnlyList<Baseline> Simple(TrainingSet data)
    {
        double[] shares = [.. ScoreLabels.All.Select(label => (double)data.Measured.Count(row => data.Clauses[row].Has(label)) / data.Measured.Count)];
        return
        [
            new("commonest answer", Measured(data, [.. data.Clauses.Select(_ => shares)])),
            new("list of words", Measured(data, [.. data.Clauses.Select(clause => KeywordLexicon.Score(clause.Text).Select(share => (double)share).ToArray())])),
        ];
    }

    private static Evaluation Measured(TrainingSet data, double[][] scores)
    {
        Calibration calibration = Calibration.Choose(data, scores);
        return Evaluation.Of(calibration.Card, calibration.Probabilities, [.. data.Measured.Select(row => data.Clauses[row])]);
    }
}
