using System.Numerics.Tensors;

namespace Classifier.Models;

/// <summary>The linear term: bias and the weights of the clause's n-grams. Contributions are exact: with the bias they add up to the score.</summary>
internal sealed class NgramTerm : ILogOddsTerm
{
    private readonly NgramFeaturizer _featurizer;
    private readonly float[] _weights, _biases;
    private readonly LastResult<ScannedClause, Occurrences> _occurrences;

    public NgramTerm(LinearWeights weights)
    {
        (_featurizer, _biases) = (weights.Featurizer, weights.Biases);
        _weights = new float[weights.Weights.Length];
        TensorPrimitives.ConvertToSingle(weights.Weights, _weights);
        _occurrences = new LastResult<ScannedClause, Occurrences>(Locate);
    }

    /// <summary>A clause's vector and where its features occur.</summary>
    /// <param name="Vector">The vector.</param>
    /// <param name="Places">For each n-gram of the clause its place in the vector, or -1.</param>
    /// <param name="Counts">How often each feature of the vector occurs.</param>
    private sealed record Occurrences(SparseVector Vector, int[] Places, int[] Counts);

    private int Labels => _biases.Length;

    /// <summary>The label's score of a clause without any known n-gram.</summary>
    public float Bias(int label) => _biases[label];

    public void AddTo(ScannedClause clause, Span<float> odds)
    {
        TensorPrimitives.Add(odds, _biases, odds);
        SparseVector vector = _featurizer.Transform(clause);
        for (int i = 0; i < vector.Indexes.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(_weights.AsSpan(vector.Indexes[i] * Labels, Labels), vector.Values[i], odds, odds);
        }
    }

    /// <summary>An n-gram's share is split evenly over its occurrences, and over the tokens of each.</summary>
    public void AddContributions(ScannedClause clause, int label, Span<double> contributions)
    {
        (SparseVector vector, int[] places, int[] counts) = _occurrences.Of(clause);
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i] < 0) continue;
            Ngram ngram = clause.Ngrams[i];
            double share = (double)vector.Values[places[i]] * _weights[(vector.Indexes[places[i]] * Labels) + label] / counts[places[i]] / (ngram.LastToken - ngram.FirstToken + 1);
            for (int token = ngram.FirstToken; token <= ngram.LastToken; token++) contributions[token] += share;
        }
    }

    private Occurrences Locate(ScannedClause clause)
    {
        SparseVector vector = _featurizer.Transform(clause);
        int[] places = new int[clause.Ngrams.Count], counts = new int[vector.Indexes.Length];
        for (int i = 0; i < places.Length; i++)
        {
            int feature = _featurizer.IndexOf(clause.Ngrams[i]);
            places[i] = feature < 0 ? -1 : Array.BinarySearch(vector.Indexes, feature);
            if (feature >= 0) counts[places[i]]++;
        }
        return new Occurrences(vector, places, counts);
    }
}
