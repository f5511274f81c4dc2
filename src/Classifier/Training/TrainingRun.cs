using System.Reflection;
using System.Text.Json;
using Classifier.Models;
using Classifier.Training.Exchange;

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
    /// <summary>Trains a model of n-grams alone and saves it.</summary>
    /// <param name="sources">Labelled clauses.</param>
    /// <param name="folder">The model folder to write.</param>
    /// <exception cref="InvalidDataException">The data are not as expected; the message says where and what.</exception>
    public TrainingResult Run(IReadOnlyList<TrainingSource> sources, string folder) => Run(new TrainingRequest { Sources = sources, Folder = folder });

    /// <summary>Trains a model and saves it.</summary>
    /// <param name="request">What to train on and where the model goes.</param>
    /// <exception cref="InvalidDataException">The data are not as expected; the message says where and what.</exception>
    public TrainingResult Run(TrainingRequest request)
    {
        TrainingSet data = TrainingSet.Read(request.Sources);
        tell?.Invoke($"{data.Clauses.Count} labelled clauses, {data.Measured.Count} of them at full weight");
        WordVectors? vectors = request.Vectors is null ? null : ModelFolder.Vectors(request.Vectors);
        CrossValidation crossed = CrossValidation.Run(data, options, vectors, tell);
        Evaluation evaluation = crossed.Evaluate();
        tell?.Invoke("fitting on all clauses");
        (LinearWeights ngrams, KernelWeights? kernel) = new TermFit(options, vectors).Fit(data, [.. Enumerable.Range(0, data.Clauses.Count)]);
        LearntClauses learnt = LearntClauses.Of(data.Clauses);
        Dictionary<string, byte[]> files = new() { [ModelFolder.WeightsFile] = ngrams.ToBytes(), [LearntClauses.File] = learnt.ToBytes() };
        if (kernel is not null && vectors is not null)
        {
            files[ModelFolder.KernelFile] = kernel.ScaledBy(crossed.OutOfFold.KernelScale!).ToBytes();
            files[ModelFolder.VectorsFile] = vectors.Bytes;
        }
        ModelManifest manifest = Manifest(data, crossed.Calibration, vectors);
        ModelFolder.Save(request.Folder, manifest, files);
        Describe(request, manifest, new TrainingMetrics(evaluation, Coverage.Of(crossed.Calibration.Card, crossed.Calibration.Probabilities, crossed.Measured), Baselines.Of(data, crossed.OutOfFold), Tests(request, learnt, ModelFolder.Open(request.Folder), tell)));
        return new TrainingResult(request.Folder, evaluation);
    }

    /// <summary>Measures the finished model on the request's test files.</summary>
    internal static IReadOnlyList<TestMetrics> Tests(TrainingRequest request, LearntClauses learnt, IClauseModel model, Action<string>? tell)
    {
        List<TestMetrics> tests = [];
        foreach (string file in request.Tests)
        {
            IReadOnlyList<LabelledClause> clauses = LabelledClauseReader.Read(file);
            foreach (string warning in learnt.Warnings(clauses)) tell?.Invoke($"{file}: {warning}");
            tests.Add(new TestMetrics(Path.GetFileName(file), Evaluation.Of(model, clauses)));
        }
        return tests;
    }

    /// <summary>Writes what readers want to know beside a finished model.</summary>
    internal static void Describe(TrainingRequest request, ModelManifest manifest, TrainingMetrics metrics)
    {
        string name = new DirectoryInfo(request.Folder).Name, notes = request.Notes is null ? "" : File.ReadAllText(request.Notes);
        File.WriteAllText(Path.Combine(request.Folder, "metrics.json"), JsonSerializer.Serialize(metrics, ModelManifest.Json) + "\n");
        File.WriteAllText(Path.Combine(request.Folder, "card.md"), CardText.Write(name, manifest, metrics, notes));
    }

    private ModelManifest Manifest(TrainingSet data, Calibration calibration, WordVectors? vectors) => new()
    {
        Format = ModelManifest.CurrentFormat,
        Kind = vectors is null ? ModelFolder.LinearKind : ModelFolder.BlendKind,
        Labels = ScoreLabels.Names,
        Thresholds = calibration.Card.Thresholds,
        ThresholdTarget = options.Targets.Thresholds,
        ReviewBands = calibration.Card.ReviewBands,
        ReviewPrecision = options.Targets.ReviewPrecision,
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
