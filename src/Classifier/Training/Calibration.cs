using Classifier.Models;

namespace Classifier.Training;

/// <summary>Where scores become probabilities and probabilities become labels, chosen on clauses that the scoring model did not learn from.</summary>
/// <param name="Calibrators">One for each label.</param>
/// <param name="Probabilities">The calibrated out-of-fold probabilities of the clauses of full weight.</param>
/// <param name="Card">Holds the thresholds and review bands.</param>
internal sealed record Calibration(IReadOnlyList<Calibrator> Calibrators, float[,] Probabilities, ModelCard Card)
{
    /// <summary>How far clauses of one document go astray together, as a correlation: chosen by cross-validation, see the table of calibrations in the default model's card.</summary>
    private const double WithinDocument = 0.05;

    /// <summary>Chooses on the clauses of full weight alone: those of lower weight are richer in every label than life.</summary>
    /// <param name="data">The clauses.</param>
    /// <param name="outOfFold">Scores before calibration, one row a clause.</param>
    /// <param name="targets">What labels are wanted for; null for the usual.</param>
    public static Calibration Choose(TrainingSet data, double[][] outOfFold, LabelTargets? targets = null)
    {
        foreach ((double[] scores, int row) in outOfFold.Select((scores, row) => (scores, row)))
        {
            if (Array.FindIndex(scores, score => !double.IsFinite(score)) is >= 0 and var label)
                throw new InvalidDataException($"clause {data.Clauses[row].Id}: found the score {scores[label]} for {((ScoreLabel)label).Name()}; expected a number. The training went astray: lower its learning rate.");
        }
        double[] weights = Weights([.. data.Measured.Select(row => data.Clauses[row])]);
        Calibrator[] calibrators = [.. ScoreLabels.All.Select(label => CalibratorFit.Fit(
            [.. data.Measured.Select(row => outOfFold[row][(int)label])], [.. data.Measured.Select(row => data.Clauses[row].Has(label))], weights))];
        return Decide(data, outOfFold, calibrators, targets ?? new LabelTargets());
    }

    /// <summary>
    /// How much each clause counts in a calibrator: 1 over its document's design effect (Kish 1965, Survey Sampling), for a statute of two hundred clauses has labels of
    /// its own all through, and says less about the next document than two hundred clauses of many would.
    /// </summary>
    private static double[] Weights(IReadOnlyList<LabelledClause> clauses)
    {
        Dictionary<string, int> sizes = clauses.CountBy(clause => clause.Document).ToDictionary();
        return [.. clauses.Select(clause => clause.Document.Length == 0 ? 1 : 1 / (1 + ((sizes[clause.Document] - 1) * WithinDocument)))];
    }

    /// <summary>Chooses thresholds and review bands alone.</summary>
    /// <param name="data">The clauses.</param>
    /// <param name="outOfFold">Scores before calibration, one row a clause.</param>
    /// <param name="calibrators">One for each label.</param>
    /// <param name="targets">What labels are wanted for.</param>
    /// <param name="known">Thresholds of best F1 that are known from more clauses than these, one for each label; null to choose them.</param>
    public static Calibration Decide(TrainingSet data, double[][] outOfFold, IReadOnlyList<Calibrator> calibrators, LabelTargets targets, IReadOnlyList<float>? known = null)
    {
        float[,] probabilities = new float[data.Measured.Count, ScoreLabels.All.Count];
        float[] thresholds = new float[ScoreLabels.All.Count];
        foreach (ScoreLabel label in ScoreLabels.All)
        {
            double[] scores = [.. data.Measured.Select(row => outOfFold[row][(int)label])];
            bool[] answers = [.. data.Measured.Select(row => data.Clauses[row].Has(label))];
            for (int i = 0; i < scores.Length; i++) probabilities[i, (int)label] = calibrators[(int)label].Probability(scores[i]);
            IReadOnlyList<float> column = Evaluation.Column(probabilities, label);
            thresholds[(int)label] = answers.Count(answer => answer) < ThresholdChoice.LeastPositives ? known?[(int)label] ?? ThresholdChoice.Undecided
                : targets.LeastRecall is { } recall ? ThresholdChoice.Recall(column, answers, recall) : known?[(int)label] ?? ThresholdChoice.BestF1(column);
        }
        IReadOnlyList<ReviewBand> bands = Coverage.Bands(probabilities, [.. data.Measured.Select(row => data.Clauses[row])], targets.ReviewPrecision);
        return new Calibration(calibrators, probabilities, new ModelCard { Name = "", Hash = "", Thresholds = thresholds, ReviewBands = bands, Languages = ["en"] });
    }
}
