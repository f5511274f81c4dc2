using System.Numerics;

namespace Classifier.Models;

/// <summary>
/// Turns a scanned clause into weights of known n-grams: (1 + ln count) × inverse document frequency, each family of n-grams scaled
/// to length one (sublinear TF-IDF: Manning, Raghavan and Schütze, Introduction to Information Retrieval, 6.4). Which n-grams are known was
/// chosen when the model was fitted.
/// </summary>
internal sealed class NgramFeaturizer
{
    // Each thread's own, all zero between two clauses.
    [ThreadStatic]
    private static ulong[]? _found;

    [ThreadStatic]
    private static ushort[]? _counts;

    private readonly FeatureTable _table;
    private readonly ulong[] _hashes;
    private readonly float[] _idf;
    private readonly int _wordFeatures;

    /// <param name="hashes">Hashes of the known n-grams, those of words first.</param>
    /// <param name="idf">Inverse document frequencies in the same order.</param>
    /// <param name="wordFeatures">How many of them are n-grams of words.</param>
    public NgramFeaturizer(ulong[] hashes, float[] idf, int wordFeatures)
    {
        (_hashes, _idf, _wordFeatures) = (hashes, idf, wordFeatures);
        _table = new FeatureTable(hashes);
    }

    /// <summary>How many n-grams are known.</summary>
    public int Count => _hashes.Length;

    /// <summary>The known n-grams' hashes, those of words first.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes;

    /// <summary>The inverse document frequencies.</summary>
    public ReadOnlySpan<float> InverseDocumentFrequencies => _idf;

    /// <summary>How many of the features are n-grams of words.</summary>
    public int WordFeatures => _wordFeatures;

    /// <summary>The feature of each of a clause's n-grams, or -1 where it is unknown.</summary>
    public int[] IndexesOf(ScannedClause clause)
    {
        int[] features = new int[clause.Ngrams.Length];
        for (int i = 0; i < features.Length; i++) features[i] = _table.Find(clause.Ngrams[i].Hash);
        return features;
    }

    /// <summary>A clause's vector.</summary>
    public SparseVector Transform(ScannedClause clause) => Weigh(IndexesOf(clause));

    /// <summary>The vector of a clause whose features were looked up.</summary>
    /// <param name="features">The feature of each of its n-grams in any order; those below 0 are left out.</param>
    public SparseVector Weigh(int[] features)
    {
        // One bit for each known n-gram: read from the first to the last, the bits give the features in order, which is quicker than sorting them.
        if (_counts is null || _counts.Length < Count) (_found, _counts) = (new ulong[(Count / 64) + 1], new ushort[Count]);
        (ulong[] found, ushort[] counts) = (_found!, _counts);
        int distinct = 0, wordsEnd = 0;
        foreach (int feature in features)
        {
            if (feature < 0) continue;
            if (counts[feature] == 0) distinct++;
            if (counts[feature] < ushort.MaxValue) counts[feature]++;
            found[feature / 64] |= 1UL << (feature % 64);
        }
        int[] indexes = new int[distinct];
        float[] values = new float[distinct];
        for (int word = 0, next = 0; next < distinct; word++)
        {
            for (ulong bits = found[word]; bits != 0; bits &= bits - 1)
            {
                int index = (64 * word) + BitOperations.TrailingZeroCount(bits);
                indexes[next] = index;
                values[next++] = (1 + MathF.Log(counts[index])) * _idf[index];
                if (index < _wordFeatures) wordsEnd = next;
                counts[index] = 0;
            }
            found[word] = 0;
        }
        ScaleToLengthOne(values.AsSpan(0, wordsEnd));
        ScaleToLengthOne(values.AsSpan(wordsEnd));
        return new SparseVector(indexes, values);
    }

    private static void ScaleToLengthOne(Span<float> values)
    {
        double squares = 0;
        foreach (float value in values) squares += value * value;
        if (squares == 0) return;
        float scale = (float)(1 / Math.Sqrt(squares));
        for (int i = 0; i < values.Length; i++) values[i] *= scale;
    }
}
