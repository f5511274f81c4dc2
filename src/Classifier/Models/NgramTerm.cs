using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Classifier.Models;

/// <summary>The linear term: bias and the weights of the clause's n-grams. Contributions are exact: with the bias they add up to the score.</summary>
internal sealed class NgramTerm : IScoreTerm
{
    private readonly NgramFeaturizer _featurizer;
    private readonly float[] _weights, _biases;
    private readonly int _stride;
    private readonly RecentResults<ScannedClause, Occurrences> _occurrences;

    public NgramTerm(LinearWeights weights)
    {
        (_featurizer, _biases) = (weights.Featurizer, weights.Biases);
        // Rows end in zeros, so that they consist of whole vectors.
        _stride = (Labels + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _weights = new float[weights.Weights.Length / Labels * _stride];
        for (int i = 0; i < _featurizer.Count; i++) TensorPrimitives.ConvertToSingle(weights.Weights.AsSpan(i * Labels, Labels), _weights.AsSpan(i * _stride));
        _occurrences = new RecentResults<ScannedClause, Occurrences>(clauses => [.. clauses.Select(Locate)]);
    }

    /// <summary>A clause's features, each with its place among the clause's n-grams.</summary>
    /// <param name="Vector">The clause's vector.</param>
    /// <param name="Features">For each n-gram of the clause its feature, or -1.</param>
    private sealed record Occurrences(SparseVector Vector, int[] Features)
    {
        private float[]? _shares;

        /// <summary>For each n-gram what one of its tokens gets of the feature's value, which is split evenly over its occurrences and over the tokens of each.</summary>
        public float[] Shares(IReadOnlyList<Ngram> ngrams)
        {
            if (_shares is not null) return _shares;
            Dictionary<int, int> places = new(Vector.Indexes.Length);
            for (int place = 0; place < Vector.Indexes.Length; place++) places[Vector.Indexes[place]] = place;
            int[] counts = new int[Vector.Indexes.Length];
            foreach (int feature in Features) if (feature >= 0) counts[places[feature]]++;
            _shares = new float[Features.Length];
            for (int i = 0; i < Features.Length; i++)
            {
                if (Features[i] < 0) continue;
                int place = places[Features[i]];
                _shares[i] = Vector.Values[place] / counts[place] / (ngrams[i].LastToken - ngrams[i].FirstToken + 1);
            }
            return _shares;
        }
    }

    private int Labels => _biases.Length;

    public void AddTo(IReadOnlyList<ScannedClause> clauses, float[][] sums)
    {
        IReadOnlyList<Occurrences> occurrences = _occurrences.Of(clauses);
        Span<float> own = stackalloc float[_stride];
        for (int row = 0; row < sums.Length; row++)
        {
            Sum(occurrences[row].Vector, own);
            for (int label = 0; label < Labels; label++) sums[row][label] += _biases[label] + own[label];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sum(SparseVector vector, Span<float> sums)
    {
        for (int part = 0; part < _stride; part += Vector<float>.Count)
        {
            Vector<float> sum = default;
            for (int i = 0; i < vector.Indexes.Length; i++)
                sum = Vector.FusedMultiplyAdd(new Vector<float>(_weights, (vector.Indexes[i] * _stride) + part), new Vector<float>(vector.Values[i]), sum);
            sum.CopyTo(sums[part..]);
        }
    }

    public void AddContributions(ScannedClause clause, int label, Span<double> contributions)
    {
        Occurrences occurrences = _occurrences.Of(clause);
        float[] shares = occurrences.Shares(clause.Ngrams);
        for (int i = 0; i < shares.Length; i++)
        {
            if (shares[i] == 0) continue;
            Ngram ngram = clause.Ngrams[i];
            double share = (double)shares[i] * _weights[(occurrences.Features[i] * _stride) + label];
            for (int token = ngram.FirstToken; token <= ngram.LastToken; token++) contributions[token] += share;
        }
    }

    private Occurrences Locate(ScannedClause clause)
    {
        int[] features = _featurizer.IndexesOf(clause);
        return new Occurrences(_featurizer.Weigh(features), features);
    }
}
