using Classifier.Models;

namespace Classifier.Training;

/// <summary>
/// How a researcher's labels change a model that exists: read, score by the base, split by document, fit a correction, evaluate beside the base
/// and beside training from nothing, save. The result is a model of the base's kind and size with moved weights; scores stay sums of what each word says.
/// Calibration and thresholds stay as the base has them, unless a share of positives is asked for.
/// </summary>
/// <param name="options">The options.</param>
/// <param name="tell">Told what happens, one line a step; null for silence.</param>
internal sealed class AdaptationRun(TrainingOptions options, Action<string>? tell)
{
    /// <summary>Adapts a model and saves the result.</summary>
    /// <param name="request">What to train on, the base, and where the model goes.</param>
    /// <exception cref="InvalidDataException">The data or the base are not as expected; the message says where and what.</exception>
    public TrainingResult Run(TrainingRequest request)
    {
        TrainingInputs inputs = TrainingInputs.Read(request, request.Base);
        BaseModel basis = BaseModel.Open(request.Base!);
        TrainingSet data = TrainingSet.Read(request.Sources);
        tell?.Invoke($"{data.Clauses.Count} labelled clauses to adapt {basis.Model.Card.Id} to");
        foreach (string warning in LearntClauses.Warnings(basis.Folder, data.Clauses)) tell?.Invoke($"{basis.Folder}: {warning}");
        CorrectionFit fit = new(basis, data, options);
        DocumentSplit split = new(data.Clauses, options.NearDuplicate);
        IReadOnlyList<int> parts = split.Deal(options.Folds, options.Seed);
        CrossValidation Cross(double share) => Calibrated(basis, data, fit.Cross(parts, split.Sample(share, options.Seed)));
        CrossValidation crossed = Cross(1);
        LearningCurve? curve = request.Curve ? LearningCurve.Measure(Cross, crossed) : null;
        Correction correction = fit.Fit([.. Enumerable.Range(0, data.Clauses.Count)]);
        LearntClauses learnt = LearntClauses.Of(data.Clauses).And(LearntClauses.OfFolder(basis.Folder));
        TrainedModel model = new(Manifest(basis, data, crossed.Calibration), Files(basis, correction, data, learnt));
        IReadOnlyList<Baseline> baselines = [Base(basis, data), FromNothing(basis, data), .. Baselines.Simple(data)];
        return model.Save(request, inputs, crossed, baselines, learnt, curve, tell);
    }

    // A few hundred clauses move a threshold about by chance; the base's come from thousands, as does its calibration, and the corrected scores mean what the base's mean.
    private CrossValidation Calibrated(BaseModel basis, TrainingSet data, OutOfFold outOfFold) =>
        new(data, outOfFold, Calibration.Decide(data, outOfFold.Scores, basis.Calibrators, options.Targets, basis.Manifest.Thresholds));

    private static Baseline Base(BaseModel basis, TrainingSet data) =>
        new($"the base, {basis.Model.Card.Id}", Evaluation.Of(basis.Model, [.. data.Measured.Select(row => data.Clauses[row])]));

    private Baseline FromNothing(BaseModel basis, TrainingSet data)
    {
        tell?.Invoke("training from nothing on the same clauses, to compare");
        return new Baseline("trained from nothing on the same clauses", CrossValidation.Run(data, options, basis.Vectors, null).Evaluate());
    }

    /// <summary>The base's files with the units of its calibration and the correction worked into the weights.</summary>
    private static Dictionary<string, byte[]> Files(BaseModel basis, Correction correction, TrainingSet data, LearntClauses learnt)
    {
        float[] units = [.. basis.Manifest.Calibrators.Select(calibrator => (float)calibrator.Above)];
        int labels = units.Length;
        float[] weights = [.. basis.Ngrams.Weights.Select((weight, i) => (float)weight * units[i % labels])];
        for (int label = 0; label < labels; label++)
        {
            foreach ((int ngram, float change) in correction.Ngrams.Zip(correction.NgramWeights(label))) weights[(ngram * labels) + label] += change;
        }
        LinearWeights ngrams = basis.Ngrams with
        {
            Weights = [.. weights.Select(weight => (Half)weight)],
            Biases = [.. basis.Biases.Select((bias, label) => (float)(bias + correction.Bias(label)))],
            KnownWords = [.. basis.Ngrams.KnownWords.Union(data.Scanned.SelectMany(clause => clause.Words).Select(word => word.Hash)).Order()],
        };
        Dictionary<string, byte[]> files = new() { [ModelFolder.WeightsFile] = ngrams.ToBytes(), [ModelFolder.LearntFile] = learnt.ToBytes() };
        if (basis.Kernel is not null)
        {
            KernelWeights scaled = basis.Kernel.ScaledBy(units);
            float[][] changes = [.. Enumerable.Range(0, labels).Select(correction.LandmarkWeights)];
            files[ModelFolder.KernelFile] = (scaled with { Weights = [.. scaled.Weights.Select((weight, i) => weight + changes[i % labels][i / labels])] }).ToBytes();
            files[ModelFolder.VectorsFile] = basis.VectorsFile!;
        }
        return files;
    }

    private ModelManifest Manifest(BaseModel basis, TrainingSet data, Calibration calibration) => TrainedModel.ManifestOf(data, calibration, options, basis.VectorsFile) with
    {
        Base = basis.Model.Card.Id,
        ThresholdTarget = options.Targets.LeastRecall is not null ? options.Targets.Thresholds
            : basis.Manifest.Base.Length > 0 ? basis.Manifest.ThresholdTarget : $"those of the base: {basis.Manifest.ThresholdTarget}",
        Languages = basis.Manifest.Languages,
        TrainedOn = [.. basis.Manifest.TrainedOn, .. data.Files],
    };
}
