using Classifier.Models;

namespace Classifier.Training;

/// <summary>What came of a training run.</summary>
/// <param name="Folder">The model folder.</param>
/// <param name="Metrics">How the model fares, and what it must beat.</param>
/// <param name="Curve">How it fares with fewer labels; null where that was not asked for.</param>
public sealed record TrainingResult(string Folder, TrainingMetrics Metrics, LearningCurve? Curve = null);

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
        if (request.Base is not null) return new AdaptationRun(options, tell).Run(request);
        TrainingInputs inputs = TrainingInputs.Read(request, start: null);
        TrainingSet data = TrainingSet.Read(request.Sources);
        tell?.Invoke($"{data.Clauses.Count} labelled clauses, {data.Measured.Count} of them at full weight");
        (ClauseVectors? vectors, byte[]? vectorsFile) = request.Vectors is null ? default : ModelFolder.Vectors(request.Vectors);
        CrossValidation crossed = CrossValidation.Run(data, options, vectors, tell);
        LearningCurve? curve = request.Curve ? LearningCurve.Measure(share => CrossValidation.Run(data, options, vectors, tell, share), crossed) : null;
        tell?.Invoke("fitting on all clauses");
        (LinearWeights ngrams, KernelWeights? kernel) = new TermFit(options, vectors).Fit(data, [.. Enumerable.Range(0, data.Clauses.Count)]);
        LearntClauses learnt = LearntClauses.Of(data.Clauses);
        Dictionary<string, byte[]> files = new() { [ModelFolder.WeightsFile] = ngrams.ToBytes(), [ModelFolder.LearntFile] = learnt.ToBytes() };
        if (kernel is not null && vectorsFile is not null)
        {
            files[ModelFolder.KernelFile] = kernel.ScaledBy(crossed.OutOfFold.KernelScale!).ToBytes();
            files[ModelFolder.VectorsFile] = vectorsFile;
        }
        return new TrainedModel(TrainedModel.ManifestOf(data, crossed.Calibration, options, vectorsFile), files).Save(request, inputs, crossed, Baselines.Of(data, crossed.OutOfFold), learnt, curve, tell);
    }
}
