using System.Numerics.Tensors;

namespace Classifier.Models;

/// <summary>
/// The term of vectors: a sum of bell curves around landmarks in the space of <see cref="ClauseVectors"/>. It sees that "suspend" and "cut off" are alike, which
/// n-grams cannot.
/// </summary>
internal sealed class KernelTerm : IScoreTerm
{
    private readonly KernelWeights _weights;
    private readonly ClauseVectors _vectors;
    private readonly BellCurves _curves;

    /// <summary>One row a label: the landmarks' weights, side by side so that a score is one inner product.</summary>
    private readonly float[][] _byLabel;
    private readonly RecentResults<ScannedClause, Point> _points;

    public KernelTerm(KernelWeights weights, ClauseVectors vectors)
    {
        if (weights.Means.Length != vectors.Dimensions) throw new InvalidDataException($"found landmarks of {weights.Means.Length} dimensions and vectors of {vectors.Dimensions}; expected the same");
        (_weights, _vectors) = (weights, vectors);
        _curves = new BellCurves(weights.Landmarks, Dimensions, weights.Gamma);
        _byLabel = [.. Enumerable.Range(0, Labels).Select(label => Enumerable.Range(0, _curves.Count).Select(m => weights.Weights[(m * Labels) + label]).ToArray())];
        _points = new RecentResults<ScannedClause, Point>(clauses => Locate(clauses));
    }

    /// <summary>Where a clause lies.</summary>
    /// <param name="Raw">Its point, not scaled.</param>
    /// <param name="Scaled">The same in deviations from the training clauses' mean.</param>
    /// <param name="Nearness">The kernel of the clause and each landmark.</param>
    /// <param name="Sums">One a label: the landmarks' weights, each times its nearness.</param>
    private sealed record Point(float[] Raw, float[] Scaled, float[] Nearness, float[] Sums)
    {
        /// <summary>What its tokens' contributions to every label begin with; null until the first of them.</summary>
        public ClauseReading? Reading { get; set; }
    }

    private int Dimensions => _weights.Means.Length;

    private int Labels => _weights.Biases.Length;

    public void AddTo(IReadOnlyList<ScannedClause> clauses, float[][] sums)
    {
        IReadOnlyList<Point> points = _points.Of(clauses);
        for (int row = 0; row < sums.Length; row++)
        {
            for (int label = 0; label < Labels; label++) sums[row][label] += _weights.Biases[label] + points[row].Sums[label];
        }
    }

    /// <summary>The kernel of each clause and each landmark, 0..1.</summary>
    public IReadOnlyList<float[]> Nearness(IReadOnlyList<ScannedClause> clauses) => [.. Locate(clauses).Select(point => point.Nearness)];

    /// <summary>
    /// To first order, what each token does to the score: the slope of the score times the token's part in the clause's point. Exact sums exist only for linear
    /// terms; a test checks by deletion that these name the right words.
    /// </summary>
    public void AddContributions(ScannedClause clause, int label, Span<double> contributions)
    {
        Point point = _points.Of(clause);
        _vectors.AddContributions(clause, point.Reading ??= _vectors.Read(clause), point.Raw, Slope(point, label), contributions);
    }

    private Point[] Locate(IReadOnlyList<ScannedClause> clauses)
    {
        float[][] points = [.. clauses.Select(_vectors.Of)], scaled = [.. points.Select(point => Scale(point, _weights.Means, _weights.Deviation))];
        float[][] nearness = _curves.Of(scaled);
        return [.. points.Select((point, row) => new Point(point, scaled[row], nearness[row], BellCurves.Products(nearness[row], _byLabel)))];
    }

    /// <summary>Scales a point.</summary>
    internal static float[] Scale(float[] point, float[] means, float deviation)
    {
        float[] scaled = new float[point.Length];
        TensorPrimitives.Subtract(point, means, scaled);
        TensorPrimitives.Divide(scaled, deviation, scaled);
        return scaled;
    }

    /// <summary>How the score changes with the clause's unscaled point.</summary>
    private float[] Slope(Point point, int label)
    {
        float[] slope = _curves.Sum(_byLabel[label], point.Nearness);
        TensorPrimitives.MultiplyAdd(point.Scaled, -point.Sums[label], slope, slope);
        TensorPrimitives.Multiply(slope, 2 * _weights.Gamma / Dimensions, slope);
        TensorPrimitives.Divide(slope, _weights.Deviation, slope);
        return slope;
    }
}
