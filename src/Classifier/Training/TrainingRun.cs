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
    /// <param name="vectorsFile">Word vectors; null for a model of n-grams alone.</param>
    /// <exception cref="InvalidDataException">The data are not as expected; the message says where and what.</exception>
    public TrainingResult Run(IReadOnlyList<TrainingSource> sources, string folder, string? vectorsFile = null)
    {
        TrainingSet data = TrainingSet.Read(sources);
        tell?.Invoke($"{data.Clauses.Count} labelled clauses, {data.Measured.Count} of them at full weight");
        WordVectors? vectors = vectorsFile is null ? null : ModelFolder.Vectors(vectorsFile);
        TermFit terms = new(options, vectors);
        IReadOnlyList<int> parts = new DocumentSplit(data.Clauses, options.NearDuplicate).Deal(options.Folds, options.Seed);
        OutOfFold outOfFold = terms.Cross(data, parts, tell);
        Calibration calibration = Calibration.Choose(data, outOfFold.Scores);
        Evaluation evaluation = Evaluation.Of(calibration.Card, calibration.Probabilities, [.. data.Measured.Select(row => data.Clauses[row])]);
        tell?.Invoke("fitting on all clauses");
        (LinearWeights ngrams, KernelWeights? kernel) = terms.Fit(data, [.. Enumerable.Range(0, data.Clauses.Count)]);
        Dictionary<string, byte[]> files = new() { [ModelFolder.WeightsFile] = ngrams.ToBytes() };
        if (kernel is not null && vectors is not null)
        {
            files[ModelFolder.KernelFile] = kernel.ScaledBy(outOfFold.KernelScale!).ToBytes();
            files[ModelFolder.VectorsFile] = vectors.Bytes;
        }
        ModelFolder.Save(folder, Manifest(data, calibration, vectors), files);
        File.WriteAllText(Path.Combine(folder, "metrics.json"), JsonSerializer.Serialize(evaluation, ModelManifest.Json) + "\n");
        return new TrainingResult(folder, evaluation);
    }

    private ModelManifest Manifest(TrainingSet data, Calibration calibration, WordVectors? vectors) => new()
    {
        Format = ModelManifest.CurrentFormat,
        Kind = vectors is null ? ModelFolder.LinearKind : ModelFolder.BlendKind,
        Labels = ScoreLabels.Names,
        Thresholds = calibration.Card.Thresholds,
        ThresholdTarget = "best F1 on clauses of documents not learnt from",
        Calibrators = calibration.Calibrators,
        Languages = ["en"],
        TrainedOn = data.Files,
        Vectors = vectors is null ? "" : ModelFolder.Hash(vectors.Bytes),
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
