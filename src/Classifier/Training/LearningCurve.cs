using System.Globalization;

namespace Classifier.Training;

/// <summary>How a model fares that learnt from a part of the labels, on the clauses of documents that it did not learn from.</summary>
/// <param name="Clauses">Labelled clauses that it had, about: each part of the cross-validation leaves some out.</param>
/// <param name="MeanAveragePrecision">Over six labels; null where undefined.</param>
/// <param name="MeanMacroF1">Over four axes; null where undefined.</param>
public sealed record CurvePoint(int Clauses, double? MeanAveragePrecision, double? MeanMacroF1);

/// <summary>What more labels bring: the same cross-validation with an eighth, a quarter, a half and all of the documents.</summary>
/// <param name="Points">From few labels to all.</param>
/// <param name="LastDoubling">What the second half of the labels added to the mean average precision, with its interval over documents.</param>
public sealed record LearningCurve(IReadOnlyList<CurvePoint> Points, Interval LastDoubling)
{
    /// <summary>A gain of less than this in mean average precision is not worth a doubling of the labels.</summary>
    private const double Little = 0.005;

    private static readonly double[] Shares = [0.125, 0.25, 0.5];

    /// <summary>Measures.</summary>
    /// <param name="cross">Cross-validates with a share, 0..1, of the documents.</param>
    /// <param name="whole">The cross-validation with all of them.</param>
    internal static LearningCurve Measure(Func<double, CrossValidation> cross, CrossValidation whole)
    {
        CrossValidation[] all = [.. Shares.Select(cross), whole];
        (Interval gain, _) = new Bootstrap().Compare(whole.Measured, rows => AveragePrecision(all[^2], rows), rows => AveragePrecision(whole, rows));
        return new LearningCurve([.. all.Zip([.. Shares, 1.0], Point)], gain);
    }

    /// <summary>A sentence on whether more labels would help.</summary>
    public string Verdict => LastDoubling switch
    {
        { Value: null } or { Low: null } => "Whether more labels would help cannot be told: some label has no clauses to measure on.",
        { Low: > 0 } => Said($"more labels of this kind would help"),
        { High: < Little } => Said($"more labels of this kind would hardly help"),
        _ => Said($"whether more labels would help cannot be told from so few documents"),
    };

    /// <summary>The curve as lines of text, the sentence last.</summary>
    public IEnumerable<string> Lines() =>
        [$"{"labelled clauses",-18}{"avg. prec.",12}{"macro F1",10}", .. Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.Clauses,-18}{point.MeanAveragePrecision,12:F3}{point.MeanMacroF1,10:F3}")), Verdict];

    /// <summary>Writes the curve as CSV.</summary>
    internal void Write(string path) => File.WriteAllText(path, string.Concat(
        Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.Clauses},{point.MeanAveragePrecision:F4},{point.MeanMacroF1:F4}\n")).Prepend("clauses,mean_average_precision,mean_macro_f1\n")));

    private string Said(string verdict) => string.Create(CultureInfo.InvariantCulture,
        $"From {Points[^2].Clauses} to {Points[^1].Clauses} labelled clauses mean average precision changed by {LastDoubling.Value:+0.000;-0.000} (95 % interval {LastDoubling.Low:+0.000;-0.000} to {LastDoubling.High:+0.000;-0.000}): {verdict}.");

    private static CurvePoint Point(CrossValidation crossed, double share)
    {
        Evaluation evaluation = crossed.Evaluate();
        return new CurvePoint((int)Math.Round(share * crossed.Data.Clauses.Count), evaluation.MeanAveragePrecision, evaluation.MeanMacroF1);
    }

    private static double? AveragePrecision(CrossValidation crossed, IReadOnlyList<int> rows) =>
        EvaluationReport.On(crossed.Calibration.Card, crossed.Calibration.Probabilities, crossed.Measured, rows).MeanAveragePrecision;
}
