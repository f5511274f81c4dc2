using System.Reflection;
using System.Text.Json;
using Classifier.Models;
using Classifier.Training.Exchange;

namespace Classifier.Training;

/// <summary>A model that has been fitted and is about to be saved.</summary>
/// <param name="Manifest">What will stand in its <c>model.json</c>.</param>
/// <param name="Files">Its other files by name.</param>
internal sealed record TrainedModel(ModelManifest Manifest, IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>Saves the model, measures it on the request's test files, and writes what readers want to know beside it.</summary>
    /// <param name="request">Where the model goes and what it is measured on.</param>
    /// <param name="crossed">How it fares.</param>
    /// <param name="baselines">What it must beat.</param>
    /// <param name="learnt">What it learnt from.</param>
    /// <param name="curve">How it fares with fewer labels; null where that was not asked for.</param>
    /// <param name="tell">Told of test files that it knows.</param>
    public TrainingResult Save(TrainingRequest request, CrossValidation crossed, IReadOnlyList<Baseline> baselines, LearntClauses learnt, LearningCurve? curve, Action<string>? tell)
    {
        ModelFolder.Save(request.Folder, Manifest, Files);
        Evaluation evaluation = crossed.Evaluate();
        if (ThresholdChoice.TooRare(evaluation) is { Length: > 0 } rare) tell?.Invoke(rare);
        Describe(request, Manifest, new TrainingMetrics(evaluation, Coverage.Of(crossed.Calibration.Card, crossed.Calibration.Probabilities, crossed.Measured), baselines, Tests(request, learnt, ModelFolder.Open(request.Folder), tell)));
        curve?.Write(Path.Combine(request.Folder, "curve.csv"));
        return new TrainingResult(request.Folder, evaluation, curve);
    }

    /// <summary>Measures the finished model on the request's test files.</summary>
    public static IReadOnlyList<TestMetrics> Tests(TrainingRequest request, LearntClauses learnt, IClauseModel model, Action<string>? tell)
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
    public static void Describe(TrainingRequest request, ModelManifest manifest, TrainingMetrics metrics)
    {
        string name = new DirectoryInfo(request.Folder).Name, notes = request.Notes is null ? "" : File.ReadAllText(request.Notes);
        File.WriteAllText(Path.Combine(request.Folder, "metrics.json"), JsonSerializer.Serialize(metrics, ModelManifest.Json) + "\n");
        File.WriteAllText(Path.Combine(request.Folder, "card.md"), CardText.Write(name, manifest, metrics, notes));
    }

    /// <summary>The manifest of a model of n-grams, or of n-grams and word vectors.</summary>
    public static ModelManifest ManifestOf(TrainingSet data, Calibration calibration, TrainingOptions options, WordVectors? vectors) =>
        ManifestOf(vectors is null ? ModelFolder.LinearKind : ModelFolder.BlendKind, data, calibration, options.Targets, options, "microsoft.ml", typeof(Microsoft.ML.Trainers.LbfgsLogisticRegressionBinaryTrainer)) with
        {
            Vectors = vectors is null ? "" : ModelFolder.Hash(vectors.Bytes),
        };

    /// <summary>What the manifests of all kinds of trained models have in common.</summary>
    /// <param name="kind">The model's kind.</param>
    /// <param name="data">What it learnt from.</param>
    /// <param name="calibration">Its calibration and thresholds.</param>
    /// <param name="targets">What these were chosen for.</param>
    /// <param name="options">How it was trained; written as JSON.</param>
    /// <param name="engine">Name of the library that fitted it.</param>
    /// <param name="engineType">A type of that library, which tells its version.</param>
    public static ModelManifest ManifestOf<TOptions>(string kind, TrainingSet data, Calibration calibration, LabelTargets targets, TOptions options, string engine, Type engineType) => new()
    {
        Format = ModelManifest.CurrentFormat,
        Kind = kind,
        Labels = ScoreLabels.Names,
        Thresholds = calibration.Card.Thresholds,
        ThresholdTarget = targets.Thresholds,
        ReviewBands = calibration.Card.ReviewBands,
        ReviewPrecision = targets.ReviewPrecision,
        Calibrators = calibration.Calibrators,
        Languages = ["en"],
        TrainedOn = data.Files,
        Options = JsonSerializer.SerializeToElement(options, ModelManifest.Json),
        Versions = new Dictionary<string, string> { ["classifier"] = Version(typeof(TrainingRun)), [engine] = Version(engineType) },
        Files = new Dictionary<string, string>(),
    };

    private static string Version(Type type) => type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
}
