using Classifier.Models;
using Classifier.Reports;
using Classifier.Scores;

namespace Classifier.Training;

/// <summary>How one label fared. Null where a measure is undefined.</summary>
/// <param name="Label">Column name of the label.</param>
/// <param name="Positives">Clauses that the annotators gave it.</param>
/// <param name="Threshold">The probability from which the model gives it.</param>
/// <param name="Precision">Share of right ones among those given by the model.</param>
/// <param name="Recall">Share of the annotators' ones that the model gives.</param>
/// <param name="F1">Harmonic mean of both.</param>
/// <param name="AveragePrecision">Mean precision over the positives' ranks.</param>
/// <param name="PrecisionAt80">Best precision at 80 % recall or more.</param>
/// <param name="PrecisionAt90">Best precision at 90 % recall or more.</param>
/// <param name="Brier">Mean squared distance of probability and answer.</param>
/// <param name="CalibrationError">Expected calibration error over ten bins of equal count.</param>
public sealed record LabelMetrics(
    string Label, int Positives, float Threshold, double? Precision, double? Recall, double? F1,
    double? AveragePrecision, double? PrecisionAt80, double? PrecisionAt90, double? Brier, double? CalibrationError);

/// <summary>How one axis fared.</summary>
/// <param name="Axis">Name of its column in the report.</param>
/// <param name="MacroF1">Mean F1 of the values that occur in the annotators' labels; null without clauses.</param>
/// <param name="Accuracy">Share of clauses with the right value; null without clauses.</param>
/// <param name="Confusion">Counts of clauses by the annotators' value and the model's.</param>
public sealed record AxisMetrics(string Axis, double? MacroF1, double? Accuracy, IReadOnlyList<ConfusionCount> Confusion);

/// <summary>One cell of a confusion table.</summary>
/// <param name="Labelled">The annotators' value.</param>
/// <param name="Given">The model's value.</param>
/// <param name="Clauses">How many clauses.</param>
public sealed record ConfusionCount(string Labelled, string Given, int Clauses);

/// <summary>A model's answers on labelled clauses, measured. The definitions are those of <c>../shared/tools/score_labels.py</c>.</summary>
/// <param name="Clauses">Number of clauses.</param>
/// <param name="MeanAveragePrecision">Mean over the six labels of layer, rights impact and framing; null where one has no positives.</param>
/// <param name="MeanMacroF1">Mean over the four axes; null without clauses.</param>
/// <param name="Labels">One entry a label, in score order.</param>
/// <param name="Axes">One entry an axis.</param>
public sealed record Evaluation(int Clauses, double? MeanAveragePrecision, double? MeanMacroF1, IReadOnlyList<LabelMetrics> Labels, IReadOnlyList<AxisMetrics> Axes)
{
    private static readonly ScoreLabel[] Headline =
        [ScoreLabel.Infrastructure, ScoreLabel.Content, ScoreLabel.Restricts, ScoreLabel.Protects, ScoreLabel.StateCentric, ScoreLabel.Multistakeholder];

    /// <summary>True for a label that the mean average precision is taken over.</summary>
    internal static bool IsHeadline(string label) => Headline.Any(one => one.Name() == label);

    /// <summary>Measures a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="clauses">Clauses that it was not fitted on.</param>
    public static Evaluation Of(IClauseModel model, IReadOnlyList<LabelledClause> clauses) =>
        Of(model.Card, model.Score([.. clauses.Select(clause => clause.Text)]), clauses);

    /// <summary>Measures probabilities.</summary>
    /// <param name="card">Where the thresholds stand.</param>
    /// <param name="scores">One row a clause, one column a label.</param>
    /// <param name="clauses">The clauses with the annotators' labels.</param>
    public static Evaluation Of(ModelCard card, float[,] scores, IReadOnlyList<LabelledClause> clauses)
    {
        LabelMetrics[] labels = [.. ScoreLabels.All.Select(label => Label(label, card.Thresholds[(int)label], Column(scores, label), [.. clauses.Select(clause => clause.Has(label))]))];
        AxisLabels axes = new(card);
        Assessment[] given = [.. clauses.Select((_, row) => axes.Draw([.. ScoreLabels.All.Select(label => scores[row, (int)label])]))];
        AxisMetrics[] measured =
        [
            Axis("layer", clauses.Select(clause => clause.Layer), given.Select(assessment => assessment.Layer)),
            Axis("rights_impact", clauses.Select(clause => clause.RightsImpact), given.Select(assessment => assessment.RightsImpact)),
            Axis("framing", clauses.Select(clause => clause.Framing), given.Select(assessment => assessment.Framing)),
            Axis("force", clauses.Select(clause => clause.Force), given.Select(assessment => assessment.Force)),
        ];
        return new Evaluation(clauses.Count, Mean(Headline.Select(label => labels[(int)label].AveragePrecision)), Mean(measured.Select(axis => axis.MacroF1)), labels, measured);
    }

    /// <summary>One label's column of a score matrix.</summary>
    internal static float[] Column(float[,] scores, ScoreLabel label) => [.. Enumerable.Range(0, scores.GetLength(0)).Select(row => scores[row, (int)label])];

    private static LabelMetrics Label(ScoreLabel label, float threshold, float[] scores, bool[] answers)
    {
        int given = scores.Count(score => score >= threshold), positives = answers.Count(answer => answer);
        int hits = scores.Where((score, i) => score >= threshold && answers[i]).Count();
        return new LabelMetrics(
            label.Name(), positives, threshold, Ratio(hits, given), Ratio(hits, positives), Ratio(2 * hits, given + positives),
            RankMetrics.AveragePrecision(scores, answers), RankMetrics.PrecisionAtRecall(scores, answers, 0.8), RankMetrics.PrecisionAtRecall(scores, answers, 0.9),
            RankMetrics.Brier(scores, answers), RankMetrics.CalibrationError(scores, answers));
    }

    private static AxisMetrics Axis<T>(string name, IEnumerable<T> labelled, IEnumerable<T> given) where T : struct, Enum
    {
        (T Labelled, T Given)[] pairs = [.. labelled.Zip(given)];
        double[] f1 = [.. pairs.Select(pair => pair.Labelled).Distinct().Order().Select(value => F1(pairs, value))];
        ConfusionCount[] confusion = [.. pairs.CountBy(pair => pair).OrderBy(count => count.Key).Select(count => new ConfusionCount(CellText.Of(count.Key.Labelled), CellText.Of(count.Key.Given), count.Value))];
        return new AxisMetrics(name, f1.Length == 0 ? null : f1.Average(), Ratio(pairs.Count(pair => pair.Labelled.Equals(pair.Given)), pairs.Length), confusion);
    }

    private static double F1<T>((T Labelled, T Given)[] pairs, T value) where T : struct, Enum
    {
        int labelled = pairs.Count(pair => pair.Labelled.Equals(value)), given = pairs.Count(pair => pair.Given.Equals(value)), both = pairs.Count(pair => pair.Labelled.Equals(value) && pair.Given.Equals(value));
        return 2.0 * both / (labelled + given);
    }

    private static double? Ratio(int part, int whole) => whole == 0 ? null : (double)part / whole;

    private static double? Mean(IEnumerable<double?> values)
    {
        double?[] all = [.. values];
        return all.Any(value => value is null) ? null : all.Average();
    }
}
