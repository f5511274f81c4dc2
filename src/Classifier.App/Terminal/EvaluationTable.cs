using System.Globalization;
using Classifier.Training;
using static Classifier.App.Terminal.Figures;

namespace Classifier.App.Terminal;

/// <summary>An evaluation as lines of text; what is undefined stays empty.</summary>
internal static class EvaluationTable
{
    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(Evaluation it)
    {
        yield return Invariant($"{it.Clauses} clauses, mean average precision {MeanAveragePrecision(it)}, mean macro F1 {Share(it.MeanMacroF1)}");
        yield return Invariant($"{"label",-18}{"positives",10}{"threshold",11}{"precision",11}{"recall",9}{"F1",9}{"avg. prec.",12}{"Brier",9}{"calibration",13}");
        foreach (LabelMetrics label in it.Labels)
        {
            yield return Invariant($"{label.Label,-18}{label.Positives,10}{Share(label.Threshold),11}{Share(label.Precision),11}{Share(label.Recall),9}{Share(label.F1),9}")
                + Invariant($"{Share(label.AveragePrecision),12}{Share(label.Brier),9}{Share(label.CalibrationError),13}");
        }
        yield return Invariant($"{"axis",-18}{"macro F1",10}{"accuracy",11}");
        foreach (AxisMetrics axis in it.Axes) yield return Invariant($"{axis.Axis,-18}{Share(axis.MacroF1),10}{Share(axis.Accuracy),11}");
    }

    /// <summary>What a model must beat, as lines of text.</summary>
    /// <param name="it">How the model fares.</param>
    /// <param name="baselines">How simple ways of answering fare on the same clauses.</param>
    public static IEnumerable<string> Beside(Evaluation it, IReadOnlyList<Baseline> baselines)
    {
        (string Name, Evaluation Evaluation)[] rows = [("this model", it), .. baselines.Select(baseline => (baseline.Name, baseline.CrossValidation))];
        int width = rows.Max(row => row.Name.Length) + 1;
        yield return Invariant($"{"beside it".PadRight(width)}{"avg. prec.",12}{"macro F1",10}");
        foreach ((string name, Evaluation evaluation) in rows) yield return Invariant($"{name.PadRight(width)}{Share(evaluation.MeanAveragePrecision),12}{Share(evaluation.MeanMacroF1),10}");
    }

    private static string MeanAveragePrecision(Evaluation it) => it.MeanAveragePrecision is { } mean ? Share(mean)
        : $"undefined (no clause is {string.Join(" or ", it.Labels.Where(label => label.AveragePrecision is null && Evaluation.IsHeadline(label.Label)).Select(label => label.Label))})";

    private static string Invariant(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
