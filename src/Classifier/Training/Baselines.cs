using Classifier.Models;

namespace Classifier.Training;

/// <summary>A simple way of answering, measured on the same clauses as the model.</summary>
/// <param name="Name">What it is.</param>
/// <param name="CrossValidation">How it fares on clauses of documents that it did not learn from.</param>
public sealed record Baseline(string Name, Evaluation CrossValidation);

/// <summary>What a model must beat to be worth its name: always the commonest answer, a list of words, and n-grams alone.</summary>
internal static class Baselines
{
    /// <summary>Labels that are answered together.</summary>
    private static readonly ScoreLabel[][] Questions =
    [
        [ScoreLabel.Infrastructure, ScoreLabel.Content], [ScoreLabel.Restricts, ScoreLabel.Protects], [ScoreLabel.StateCentric, ScoreLabel.Multistakeholder], [ScoreLabel.Binding, ScoreLabel.Voluntary],
        [ScoreLabel.Expression], [ScoreLabel.Privacy], [ScoreLabel.Communication],
    ];

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
        return
        [
            new("commonest answer", Commonest([.. data.Measured.Select(row => data.Clauses[row])])),
            new("list of words", Measured(data, [.. data.Clauses.Select(clause => KeywordLexicon.Score(clause.Text).Select(share => (double)share).ToArray())])),
        ];
    }

    /// <summary>Every clause has each label's share for its probability, and on every axis the value that most have.</summary>
    private static Evaluation Commonest(IReadOnlyList<LabelledClause> clauses)
    {
        float[] shares = [.. ScoreLabels.All.Select(label => (float)clauses.Count(clause => clause.Has(label)) / clauses.Count)];
        bool[] given = new bool[shares.Length];
        foreach (ScoreLabel[] question in Questions)
        {
            int commonest = clauses.CountBy(clause => Answer(question, clause)).OrderByDescending(answer => answer.Value).ThenBy(answer => answer.Key).First().Key;
            for (int i = 0; i < question.Length; i++) given[(int)question[i]] = (commonest >> i & 1) == 1;
        }
        ModelCard card = new() { Name = "", Hash = "", Thresholds = [.. given.Select(always => always ? 0f : 1f)], ReviewBands = [.. given.Select(_ => ReviewBand.Empty)], Languages = ["en"] };
        float[,] probabilities = new float[clauses.Count, shares.Length];
        for (int row = 0; row < clauses.Count; row++)
        {
            for (int label = 0; label < shares.Length; label++) probabilities[row, label] = shares[label];
        }
        return Evaluation.Of(card, probabilities, clauses);
    }

    /// <summary>Which of a question's labels a clause has, one bit for each.</summary>
    private static int Answer(ScoreLabel[] question, LabelledClause clause) => question.Select((label, i) => clause.Has(label) ? 1 << i : 0).Sum();

    private static Evaluation Measured(TrainingSet data, double[][] scores)
    {
        Calibration calibration = Calibration.Choose(data, scores);
        return Evaluation.Of(calibration.Card, calibration.Probabilities, [.. data.Measured.Select(row => data.Clauses[row])]);
    }
}
