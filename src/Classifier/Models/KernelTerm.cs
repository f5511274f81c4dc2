using System.Numerics.Tensors;

namespace Classifier.Models;

/// <summary>
/// The term of word vectors: a sum of bell curves around landmarks in the space of clauses' mean vectors. It sees that "suspend" and "cut off" are alike, which
/// n-grams cannot.
/// </summary>
internal sealed class KernelTerm : ILogOddsTerm
{
    private readonly KernelWeights _weights;
    private readonly WordVectors _vectors;
    private readonly float[] _landmarks, _squares;

    /// <summary>One row a label: the landmarks' weights, side by side so that a score is one inner product.</summary>
    private readonly float[][] _byLabel;
    private readonly RecentResults<ScannedClause, Point> _points;

    public KernelTerm(KernelWeights weights, WordVectors vectors)
    {
        if (weights.Means.Length != vectors.Dimensions) throw new InvalidDataException($"found landmarks of {weights.Means.Length} dimensions and word vectors of {vectors.Dimensions}; expected the same");
        (_weights, _vectors) = (weights, vectors);
        _landmarks = new float[weights.Landmarks.Length];
        TensorPrimitives.ConvertToSingle(weights.Landmarks, _landmarks);
        _squares = [.. Enumerable.Range(0, Landmarks).Select(m => TensorPrimitives.SumOfSquares<float>(Landmark(m)))];
        _byLabel = [.. Enumerable.Range(0, Labels).Select(label => Enumerable.Range(0, Landmarks).Select(m => weights.Weights[(m * Labels) + label]).ToArray())];
        _points = new RecentResults<ScannedClause, Point>(Locate);
    }

    /// <summary>Where a clause lies.</summary>
    /// <param name="Mean">The mean of its words' vectors.</param>
    /// <param name="Scaled">The same in deviations from the training clauses' mean.</param>
    /// <param name="Nearness">The kernel of the clause and each landmark.</param>
    private sealed record Point(float[] Mean, float[] Scaled, float[] Nearness);

    private int Dimensions => _weights.Means.Length;

    private int Labels => _weights.Biases.Length;

    private int Landmarks => _weights.Landmarks.Length / Dimensions;

    public void AddTo(ScannedClause clause, Span<float> odds)
    {
        TensorPrimitives.Add(odds, _weights.Biases, odds);
        float[] nearness = _points.Of(clause).Nearness;
        for (int label = 0; label < odds.Length; label++) odds[label] += TensorPrimitives.Dot<float>(_byLabel[label], nearness);
    }

    /// <summary>The kernel of a clause and each landmark, each 0..1.</summary>
    public float[] Nearness(ScannedClause clause) => Locate(clause).Nearness;

    /// <summary>
    /// To first order, what taking a token out would cost: the slope of the score times the way that the clause's point would move. Exact sums exist only for
    /// linear terms; a test checks by deletion that these name the right words.
    /// </summary>
    public void AddContributions(ScannedClause clause, int label, Span<double> contributions)
    {
        Point point = _points.Of(clause);
        float[] slope = Slope(point, label), vector = new float[Dimensions];
        float along = TensorPrimitives.Dot<float>(slope, point.Mean);
        (int Token, int Index)[] known = [.. clause.Words.Select(word => (word.Token, Index: _vectors.Find(word.Hash))).Where(word => word.Index >= 0)];
        float total = known.Sum(word => _vectors.Information(word.Index));
        foreach ((int token, int index) in known)
        {
            _vectors.Copy(index, vector);
            float information = _vectors.Information(index);
            float others = Math.Max(total - information, information);
            contributions[token] += (TensorPrimitives.Dot<float>(slope, vector) - along) * information / others;
        }
    }

    private Point Locate(ScannedClause clause)
    {
        float[] mean = MeanVector.Of(clause, _vectors), scaled = Scale(mean, _weights.Means, _weights.Deviation);
        return new Point(mean, scaled, Nearness(scaled));
    }

    /// <summary>Scales a point.</summary>
    internal static float[] Scale(float[] point, float[] means, float deviation)
    {
        float[] scaled = new float[point.Length];
        TensorPrimitives.Subtract(point, means, scaled);
        TensorPrimitives.Divide(scaled, deviation, scaled);
        return scaled;
    }

    /// <summary>The kernel of the point and each landmark.</summary>
    private float[] Nearness(float[] point)
    {
        float[] nearness = new float[Landmarks];
        float square = TensorPrimitives.SumOfSquares<float>(point), scale = -_weights.Gamma / Dimensions;
        for (int m = 0; m < nearness.Length; m++) nearness[m] = scale * (square + _squares[m] - (2 * TensorPrimitives.Dot(Landmark(m), point)));
        TensorPrimitives.Exp(nearness, nearness);
        return nearness;
    }

    /// <summary>How the score changes with the clause's unscaled point.</summary>
    private float[] Slope(Point point, int label)
    {
        float[] nearness = point.Nearness, slope = new float[Dimensions];
        float sum = 0;
        for (int m = 0; m < nearness.Length; m++)
        {
            float pull = _byLabel[label][m] * nearness[m];
            TensorPrimitives.MultiplyAdd(Landmark(m), pull, slope, slope);
            sum += pull;
        }
        TensorPrimitives.MultiplyAdd(point.Scaled, -sum, slope, slope);
        TensorPrimitives.Multiply(slope, 2 * _weights.Gamma / Dimensions, slope);
        TensorPrimitives.Divide(slope, _weights.Deviation, slope);
        return slope;
    }

    private ReadOnlySpan<float> Landmark(int m) => _landmarks.AsSpan(m * Dimensions, Dimensions);
}
