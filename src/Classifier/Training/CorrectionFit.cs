using Classifier.Models;

namespace Classifier.Training;

/// <summary>
/// Fits a correction of a base model to some clauses: the base's scores are given, and the weights of its own n-grams and landmarks move as little as the
/// labels allow (maximum a posteriori with the base as prior: Chelba and Acero 2004, Adaptation of maximum entropy capitalizer: little data can help a lot).
/// </summary>
internal sealed class CorrectionFit
{
    private readonly TrainingSet _data;
    private readonly IReadOnlyList<Calibrator> _calibrators;
    private readonly double[][] _given;
    private readonly SparseVector[] _vectors;
    private readonly float[][] _nearness;
    private readonly CorrectionSpace _space;
    private readonly double _biasL2;

    /// <param name="basis">The base.</param>
    /// <param name="data">All clauses.</param>
    /// <param name="options">How firmly the weights are held.</param>
    public CorrectionFit(BaseModel basis, TrainingSet data, TrainingOptions options)
    {
        _data = data;
        _biasL2 = options.AdaptationBiasL2;
        _calibrators = basis.Calibrators;
        _given = [.. data.Scanned.Select(basis.Scores)];
        _vectors = [.. data.Scanned.Select(basis.Ngrams.Featurizer.Transform)];
        KernelTerm? kernel = basis.Kernel is null ? null : new KernelTerm(basis.Kernel, basis.Vectors!);
        _nearness = [.. data.Scanned.Chunk(ClauseGroup.Size).SelectMany(clauses => kernel?.Nearness(clauses) ?? [.. clauses.Select(_ => Array.Empty<float>())])];
        _space = new CorrectionSpace(
            (float)(1 / Math.Sqrt(options.AdaptationL2)), (float)(1 / Math.Sqrt(options.AdaptationKernelL2)),
            [.. Enumerable.Range(0, _nearness[0].Length).Select(m => (float)_nearness.Average(near => (double)near[m]))]);
    }

    /// <summary>Fits.</summary>
    /// <param name="rows">Indexes of the clauses to learn from.</param>
    public Correction Fit(IReadOnlyList<int> rows)
    {
        int[] ngrams = [.. rows.SelectMany(row => _vectors[row].Indexes).Distinct().Order()];
        SparseVector[] features = [.. rows.Select(row => _space.Features(ngrams, _vectors[row], _nearness[row]))];
        float[] weights = [.. rows.Select(row => _data.Weights[row])];
        LinearFit[] fits = new LinearFit[ScoreLabels.All.Count];
        Parallel.ForEach(ScoreLabels.All, label =>
        {
            // A clause keeps the slope of the base's score, though its correction may take it over the bend: over a line that flattens the loss of a negative is not convex.
            Calibrator calibrator = _calibrators[(int)label];
            double[] given = [.. rows.Select(row => _given[row][(int)label])];
            fits[(int)label] = new OffsetLogisticTrainer(1, _biasL2).Fit(
                ngrams.Length + _space.MeanNearness.Length, features, [.. given.Select(calibrator.LogOdds)], [.. given.Select(calibrator.SlopeAt)], [.. rows.Select(row => _data.Clauses[row].Has(label))], weights);
        });
        return new Correction(ngrams, _space, fits);
    }

    /// <summary>The corrected scores of a clause, one a label, before the base's calibration.</summary>
    public double[] Scores(Correction correction, int row)
    {
        SparseVector features = _space.Features(correction.Ngrams, _vectors[row], _nearness[row]);
        return [.. _given[row].Zip(correction.Fits, (score, fit) => score + fit.Bias + features.Indexes.Zip(features.Values, (feature, value) => (double)fit.Weights[feature] * value).Sum())];
    }

    /// <summary>Scores of every clause by corrections that saw neither it nor its siblings.</summary>
    /// <param name="parts">The part of each clause.</param>
    /// <param name="learnable">The clauses that may be learnt from.</param>
    public OutOfFold Cross(IReadOnlyList<int> parts, IReadOnlyList<bool> learnable)
    {
        double[][] scores = new double[parts.Count][];
        foreach (int part in parts.Distinct().Order())
        {
            Correction correction = Fit([.. Enumerable.Range(0, parts.Count).Where(row => parts[row] != part && learnable[row])]);
            foreach (int row in Enumerable.Range(0, parts.Count).Where(row => parts[row] == part)) scores[row] = Scores(correction, row);
        }
        return new OutOfFold(scores, scores, null);
    }
}
