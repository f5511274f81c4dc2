using System.Numerics.Tensors;

namespace Classifier.Models;

/// <summary>The linear term: bias and the weights of the clause's n-grams. Contributions are exact: with the bias they add up to the score.</summary>
internal sealed class NgramTerm : ILogOddsTerm
{
    private readonly NgramFeaturizer _featurizer;
    private readonly float[] _weights, _biases;
    private readonly RecentResults<ScannedClause, Occurrences> _occurrences;

    public NgramTerm(LinearWeights weights)
    {
        (_featurizer, _biases) = (weights.Featurizer, weights.Biases);
        _weights = new float[weights.Weights.Length];
        TensorPrimitives.ConvertToSingle(weights.Weights, _weights);
        _occurrences = new RecentResults<ScannedClause, Occurrences>(Locate);
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
            int[] places = [.. Features.Select(feature => feature < 0 ? -1 : Array.BinarySearch(Vector.Indexes, feature))], counts = new int[Vector.Indexes.Length];
            foreach (int place in places) if (place >= 0) counts[place]++;
            return _shares = [.. places.Select((place, i) => place < 0 ? 0 : Vector.Values[place] / counts[place] / (ngrams[i].LastToken - ngrams[i].FirstToken + 1))];
        }
    }

    private int Labels => _biases.Length;

    /// <summary>The label's score of a clause without any known n-gram.</summary>
    public float Bias(int label) => _biases[label];

    public void AddTo(ScannedClause clause, Span<float> odds)
    {
        TensorPrimitives.Add(odds, _biases, odds);
        SparseVector vector = _occurrences.Of(clause).Vector;
        for (int i = 0; i < vector.Indexes.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(_weights.AsSpan(vector.Indexes[i] * Labels, Labels), vector.Values[i], odds, odds);
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
            double share = (double)shares[i] * _weights[(occurrences.Features[i] * Labels) + label];
            for (int token = ngram.FirstToken; token <= ngram.LastToken; token++) contributions[token] += share;
        }
    }

    private Occurrences Locate(ScannedClause clause)
    {
        int[] features = [.. clause.Ngrams.Select(_featurizer.IndexOf)];
        return new Occurrences(_featurizer.Weigh(features), features);
    }
}
