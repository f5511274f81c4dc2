using System.Globalization;
using System.Text;
using Classifier.Models;

namespace Classifier.Training;

/// <summary>Writes a model's card: what it is, what it learnt from, and how it fares, from the facts of the training run.</summary>
internal static class CardText
{
    /// <summary>The card as Markdown.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="manifest">What is stored beside it.</param>
    /// <param name="metrics">How it fares.</param>
    /// <param name="notes">Text of the people who made it, set below; may be empty.</param>
    public static string Write(string name, ModelManifest manifest, TrainingMetrics metrics, string notes)
    {
        StringBuilder card = new();
        Line(card, $"# Model card: {name}\n");
        Line(card, $"Eleven calibrated yes/no questions about one clause of a policy proposal, in {string.Join(", ", manifest.Languages)}. ");
        string form = manifest.Kind switch
        {
            ModelFolder.BlendKind => "a sum of two terms: a linear one over n-grams of words (1-3) and characters (3-5), fitted by logistic regression and by least squares, and a kernel term over the mean of the clause's word vectors and, beside it where the file of vectors has one, the vector of a small sentence network",
            ModelFolder.LinearKind => "linear in n-grams of words (1-3) and characters (3-5), fitted by logistic regression and by least squares",
            _ => "one linear head, shared by all questions, over the mean state of a transformer encoder",
        };
        Line(card, $"Each score is {form}.\n");
        if (manifest.Base.Length > 0) Line(card, $"It was adapted from {manifest.Base}: the weights of that model's n-grams were moved as far as the clauses named last below ask for.\n");
        Line(card, $"## Learnt from\n\n| file | clauses | weight | SHA-256 |\n|---|---|---|---|");
        foreach (TrainingFile file in manifest.TrainedOn) Line(card, $"| {file.Name} | {file.Clauses} | {file.Weight} | `{file.Sha256[..16]}` |");
        string chosen = manifest.Base.Length > 0 ? "The base's calibration stays. What was chosen for this model comes" : "Calibration, in which a document's clauses count by its design effect, and thresholds come";
        Line(card, $"\nThresholds: {manifest.ThresholdTarget}. {chosen} from clauses at full weight, each scored by a model that saw nothing of its document, group or near-duplicates.\n");
        if (ThresholdChoice.TooRare(metrics.CrossValidation) is { Length: > 0 } rare) Line(card, $"{rare}\n");
        Line(card, $"## Cross-validation, parted by document ({metrics.CrossValidation.Clauses} clauses)\n");
        Table(card, metrics.CrossValidation);
        Line(card, $"\n| beside it | mean average precision | mean macro-F1 |\n|---|---|---|");
        Line(card, $"| **this model** | {Share(metrics.CrossValidation.MeanAveragePrecision)} | {Share(metrics.CrossValidation.MeanMacroF1)} |");
        foreach (Baseline baseline in metrics.Baselines) Line(card, $"| {baseline.Name} | {Share(baseline.CrossValidation.MeanAveragePrecision)} | {Share(baseline.CrossValidation.MeanMacroF1)} |");
        Line(card, $"\n## Review: coverage against accuracy\n");
        Line(card, $"A clause is marked for review where the share of right answers at its probability falls below a level; this model's level is {Share(manifest.ReviewPrecision)}. On the clauses of the cross-validation:\n");
        Line(card, $"| level | clauses not marked | all four axes right | right axes |\n|---|---|---|---|");
        foreach (Coverage it in metrics.Coverage) Line(card, $"| {(it.Precision == 0 ? "none marked" : it.Precision.ToString("0.##", CultureInfo.InvariantCulture))} | {Share(it.Share)} | {Share(it.Accuracy)} | {Share(it.AxisAccuracy)} |");
        foreach (TestMetrics test in metrics.Tests)
        {
            Line(card, $"\n## {test.File}: clauses that took no part in training or choices ({test.Evaluation.Clauses} clauses)\n");
            Table(card, test.Evaluation);
        }
        return notes.Length == 0 ? card.ToString() : $"{card}\n{notes.Trim()}\n";
    }

    private static void Table(StringBuilder card, Evaluation it)
    {
        Line(card, $"Mean average precision of the six labels of layer, rights impact and framing: **{Share(it.MeanAveragePrecision)}**. Mean macro-F1 of the four axes: **{Share(it.MeanMacroF1)}**.\n");
        Line(card, $"| label | positives | threshold | precision | recall | F1 | average precision | precision at 80 % recall | at 90 % | Brier | calibration error |\n|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (LabelMetrics label in it.Labels)
        {
            Line(card, $"| {label.Label} | {label.Positives} | {Share(label.Threshold)} | {Share(label.Precision)} | {Share(label.Recall)} | {Share(label.F1)} | {Share(label.AveragePrecision)} | {Share(label.PrecisionAt80)} | {Share(label.PrecisionAt90)} | {Share(label.Brier)} | {Share(label.CalibrationError)} |");
        }
        Line(card, $"\n| axis | macro-F1 | accuracy |\n|---|---|---|");
        foreach (AxisMetrics axis in it.Axes) Line(card, $"| {axis.Axis} | {Share(axis.MacroF1)} | {Share(axis.Accuracy)} |");
    }

    private static string Share(double? value) => value?.ToString("F3", CultureInfo.InvariantCulture) ?? "";

    private static void Line(StringBuilder card, FormattableString line) => card.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
