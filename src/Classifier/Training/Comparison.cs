using Classifier.Models;

namespace Classifier.Training;

/// <summary>Two models on one measure.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="First">The first model's value; null where undefined.</param>
/// <param name="Second">The second model's.</param>
/// <param name="Difference">Second less first, with its bootstrap interval over documents.</param>
/// <param name="Chance">How easily chance explains a difference of this size, 0..1 (paired bootstrap test over documents, two-sided); null where undefined.</param>
public sealed record ComparedMeasure(string Measure, double? First, double? Second, Interval Difference, double? Chance);

/// <summary>Puts two models side by side on the same clauses.</summary>
public static class Comparison
{
    /// <summary>Compares on the two headline measures and on each label's average precision.</summary>
    /// <param name="first">A model.</param>
    /// <param name="second">Another.</param>
    /// <param name="clauses">Clauses that neither was fitted on.</param>
    /// <param name="bootstrap">Draws documents.</param>
    public static IReadOnlyList<ComparedMeasure> Of(IClauseModel first, IClauseModel second, IReadOnlyList<LabelledClause> clauses, Bootstrap bootstrap)
    {
        string[] texts = [.. clauses.Select(clause => clause.Text)];
        float[,] one = first.Score(texts), other = second.Score(texts);
        ComparedMeasure Compare(string name, Func<ModelCard, float[,], IReadOnlyList<int>, double?> measure)
        {
            int[] all = [.. Enumerable.Range(0, clauses.Count)];
            (Interval difference, double? chance) = bootstrap.Compare(clauses, rows => measure(first.Card, one, rows), rows => measure(second.Card, other, rows));
            return new ComparedMeasure(name, measure(first.Card, one, all), measure(second.Card, other, all), difference, chance);
        }
        return
        [
            Compare("mean average precision", (card, scores, rows) => EvaluationReport.On(card, scores, clauses, rows).MeanAveragePrecision),
            Compare("mean macro-F1", (card, scores, rows) => EvaluationReport.On(card, scores, clauses, rows).MeanMacroF1),
            .. ScoreLabels.All.Select(label => Compare($"average precision of {label.Name()}", (_, scores, rows) =>
                RankMetrics.AveragePrecision([.. rows.Select(row => scores[row, (int)label])], [.. rows.Select(row => clauses[row].Has(label))]))),
        ];
    }
}
