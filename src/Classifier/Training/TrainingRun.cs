using System.Reflection;
using System.Text.Json;
using Classifier.Models;

namespace Classifier.Training;

/// <summary>What came of a training run.</summary>
/// <param name="Folder">The model folder.</param>
/// <param name="CrossValidation">The model measured on clauses of documents that it did not learn from, part by part.</param>
public sealed record TrainingResult(string Folder, Evaluation CrossValidation);

/// <summary>
/// How labels become a model: read, split by document, fit, calibrate, choose thresholds, evaluate, save. The same files and options give the same
/// bytes on one machine, in whatever order files and rows stand; on another kind of processor scores may differ in their last digits, as ML.NET uses the
/// vector instructions that it finds.
/// </summary>
/// <param name="options">The options.</param>
/// <param name="tell">Told what happens, one line a step; null for silence.</param>
public sealed class TrainingRun(TrainingOptions options, Action<string>? tell = null)
{
    /// <summary>Trains a model and saves it.</summary>
    /// <param name="sources">Labelled clauses.</param>
    /// <param name="folder">The model folder to write.</param>
    /// <exception cref="InvalidDataException">The data are not as expected; the message says where and what.</exception>
    public TrainingResult Run(IReadOnlyList<TrainingSource> sources, string folder)
    {
        TrainingSet data = TrainingSet.Read(sources);
        tell?.Invoke($"{data.Clauses.Count} labelled clauses, {data.Measured.Count} of them at full weight");
        IReadOnlyList<int> parts = new DocumentSplit(data.Clauses, options.NearDuplicate).Deal(options.Folds, options.Seed);
        double[][] outOfFold = Cross(data, parts);
        Calibration calibration = Calibration.Choose(data, outOfFold);
        Evaluation evaluation = Evaluation.Of(calibration.Card, calibration.Probabilities, [.. data.Measured.Select(row => data.Clauses[row])]);
        tell?.Invoke("fitting on all clauses");
        LinearWeights weights = new LinearFit(options).Fit(data, [.. Enumerable.Range(0, data.Clauses.Count)]);
        ModelFolder.Save(folder, Manifest(data, calibration), weights);
        File.WriteAllText(Path.Combine(folder, "metrics.json"), JsonSerializer.Serialize(evaluation, ModelManifest.Json) + "\n");
        return new TrainingResult(folder, evaluation);
    }

    /// <summary>Scores before calibration, each from a model that saw neither the clause nor its siblings.</summary>
    private double[][] Cross(TrainingSet data, IReadOnlyList<int> parts)
    {
        double[][] scores = new double[data.Clauses.Count][];
        for (int part = 0; part < options.Folds; part++)
        {
            tell?.Invoke($"fitting part {part + 1} of {options.Folds}");
            LinearWeights weights = new LinearFit(options).Fit(data, [.. Enumerable.Range(0, parts.Count).Where(row => parts[row] != part)]);
            LinearScorer scorer = new(weights);
            foreach (int row in Enumerable.Range(0, parts.Count).Where(row => parts[row] == part)) scores[row] = [.. scorer.LogOdds(data.Scanned[row]).Select(odds => (double)odds)];
        }
        return scores;
    }

    private ModelManifest Manifest(TrainingSet data, Calibration calibration) => new()
    {
        Format = ModelManifest.CurrentFormat,
        Kind = ModelFolder.LinearKind,
        Labels = ScoreLabels.Names,
        Thresholds = calibration.Card.Thresholds,
        ThresholdTarget = "best F1 on clauses of documents not learnt from",
        Calibrators = calibration.Calibrators,
        Languages = ["en"],
        TrainedOn = data.Files,
        Options = JsonSerializer.SerializeToElement(options, ModelManifest.Json),
        Versions = new Dictionary<string, string>
        {
            ["classifier"] = Version(typeof(TrainingRun)),
            ["microsoft.ml"] = Version(typeof(Microsoft.ML.Trainers.LbfgsLogisticRegressionBinaryTrainer)),
        },
        Files = new Dictionary<string, string>(),
    };

    private static string Version(Type type) => type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
}
