using Classifier.Models;
using Classifier.Scores;

namespace Classifier.Training;

/// <summary>What marking clauses for review buys: how many are left, and how often the labels of those are right.</summary>
/// <param name="Precision">Share of right answers below which a clause is marked, 0..1; 0 where none is.</param>
/// <param name="Share">Share of clauses that are not marked, 0..1; null without clauses.</param>
/// <param name="Accuracy">Share of those with the right value on all four axes; null where none is left.</param>
/// <param name="AxisAccuracy">Mean over the axes of the share with the right value; null where none is left.</param>
public sealed record Coverage(double Precision, double? Share, double? Accuracy, double? AxisAccuracy)
{
    private const int AxisCount = 4;

    private static readonly double[] Levels = [0, 0.5, 0.55, 0.6, 0.7, 0.8, 0.9];

    /// <summary>Measures at several levels. The bands are chosen on the clauses that they are measured on; with two numbers a label that flatters little.</summary>
    /// <param name="card">Where the thresholds stand.</param>
    /// <param name="scores">One row a clause, one column a label.</param>
    /// <param name="clauses">The clauses.</param>
    public static IReadOnlyList<Coverage> Of(ModelCard card, float[,] scores, IReadOnlyList<LabelledClause> clauses)
    {
        float[][] rows = [.. clauses.Select((_, row) => ScoreLabels.All.Select(label => scores[row, (int)label]).ToArray())];
        return [.. Levels.Select(level => At(level, card with { ReviewBands = Bands(scores, clauses, level) }, rows, clauses))];
    }

    /// <summary>The band of every label.</summary>
    /// <param name="scores">One row a clause, one column a label.</param>
    /// <param name="clauses">The clauses.</param>
    /// <param name="precision">Share of right answers that is enough.</param>
    internal static IReadOnlyList<ReviewBand> Bands(float[,] scores, IReadOnlyList<LabelledClause> clauses, double precision) =>
        [.. ScoreLabels.All.Select(label => precision == 0 ? ReviewBand.Empty : ReviewChoice.Band(Evaluation.Column(scores, label), [.. clauses.Select(clause => clause.Has(label))], precision))];

    private static Coverage At(double precision, ModelCard card, float[][] rows, IReadOnlyList<LabelledClause> clauses)
    {
        AxisLabels labels = new(card);
        int[] right = [.. rows.Select(labels.Draw).Zip(clauses).Where(pair => !pair.First.Review).Select(pair => Right(pair.First, pair.Second))];
        return new Coverage(
            precision, clauses.Count == 0 ? null : (double)right.Length / clauses.Count,
            right.Length == 0 ? null : (double)right.Count(axes => axes == AxisCount) / right.Length, right.Length == 0 ? null : right.Average() / AxisCount);
    }

    private static int Right(Assessment given, LabelledClause clause) =>
        (given.Layer == clause.Layer ? 1 : 0) + (given.RightsImpact == clause.RightsImpact ? 1 : 0) + (given.Framing == clause.Framing ? 1 : 0) + (given.Force == clause.Force ? 1 : 0);
}
