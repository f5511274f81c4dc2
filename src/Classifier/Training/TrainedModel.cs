using System.Reflection;
using System.Text.Json;
using Classifier.Models;

namespace Classifier.Training;

/// <summary>A model that has been fitted and is about to be saved.</summary>
/// <param name="Manifest">What will stand in its <c>model.json</c>.</param>
/// <param name="Files">Its other files by name.</param>
internal sealed record TrainedModel(ModelManifest Manifest, IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>Saves the model, measures it on the test files, and writes what readers want to know beside it.</summary>
    /// <param name="request">Where the model goes.</param>
    /// <param name="inputs">What it is measured on, and what its card says besides.</param>
    /// <param name="crossed">How it fares.</param>
    /// <param name="baselines">What it must beat.</param>
    /// <param name="learnt">What it learnt from.</param>
    /// <param name="curve">How it fares with fewer labels; null where that was not asked for.</param>
    /// <param name="tell">Told of test files that it knows.</param>
    public TrainingResult Save(TrainingRequest request, TrainingInputs inputs, CrossValidation crossed, IReadOnlyList<Baseline> baselines, LearntClauses learnt, LearningCurve? curve, Action<string>? tell)
    {
        using NewModelFolder folder = new(request.Folder);
        ModelFolder.Save(folder.Path, Manifest, Files);
        Evaluation evaluation = crossed.Evaluate();
        TrainingMetrics metrics = new(
            evaluation, Coverage.Of(crossed.Calibration.Card, crossed.Calibration.Probabilities, crossed.Measured), baselines,
            Tests(inputs, learnt, ModelFolder.Open(folder.Path), tell));
        Describe(folder, request, inputs, Manifest, metrics, tell);
        curve?.Write(Path.Combine(folder.Path, NewModelFolder.CurveFile));
        folder.TakePlace();
        return new TrainingResult(request.Folder, metrics, curve);
    }

    /// <summary>Measures the finished model on the test files.</summary>
    public static IReadOnlyList<TestMetrics> Tests(TrainingInputs inputs, LearntClauses learnt, IClauseModel model, Action<string>? tell)
    {
        List<TestMetrics> tests = [];
        foreach (TestFile test in inputs.Tests)
        {
            foreach (string warning in learnt.Warnings(test.Clauses)) tell?.Invoke($"{test.Path}: {warning}");
            tests.Add(new TestMetrics(Path.GetFileName(test.Path), Evaluation.Of(model, test.Clauses)));
        }
        return tests;
    }

    /// <summary>Writes what readers want to know beside a finished model, and tells which of its thresholds could not be chosen.</summary>
    public static void Describe(NewModelFolder folder, TrainingRequest request, TrainingInputs inputs, ModelManifest manifest, TrainingMetrics metrics, Action<string>? tell)
    {
        if (ThresholdChoice.TooRare(metrics.CrossValidation) is { Length: > 0 } rare) tell?.Invoke(rare);
        File.WriteAllText(Path.Combine(folder.Path, NewModelFolder.MetricsFile), JsonSerializer.Serialize(metrics, ModelManifest.Json) + "\n");
        File.WriteAllText(Path.Combine(folder.Path, NewModelFolder.CardFile), CardText.Write(new DirectoryInfo(request.Folder).Name, manifest, metrics, inputs.Notes));
    }

    /// <summary>The manifest of a model of n-grams, or of n-grams and vectors.</summary>
    public static ModelManifest ManifestOf(TrainingSet data, Calibration calibration, TrainingOptions options, byte[]? vectors) =>
        ManifestOf(vectors is null ? ModelFolder.LinearKind : ModelFolder.BlendKind, data, calibration, options.Targets, options, "microsoft.ml", typeof(Microsoft.ML.Trainers.LbfgsLogisticRegressionBinaryTrainer)) with
        {
            Vectors = vectors is null ? "" : ModelFolder.Hash(vectors),
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
