using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Classifier.Models;

/// <summary>
/// Vectors of words, learnt from text without labels so that words of like use lie close together (<c>data/vectors/make.py</c> says how). Immutable.
/// </summary>
internal sealed class WordVectors
{
    private readonly FeatureTable _table;
    private readonly float[] _information, _scales;
    private readonly sbyte[] _values;

    private WordVectors(int dimensions, ulong[] hashes, float[] information, float[] scales, sbyte[] values)
    {
        (Dimensions, Count, _information, _scales, _values) = (dimensions, hashes.Length, information, scales, values);
        _table = new FeatureTable(hashes);
    }

    /// <summary>How many words are known.</summary>
    public int Count { get; }

    /// <summary>Numbers in one vector.</summary>
    public int Dimensions { get; }

    /// <summary>Takes the words from the file of vectors.</summary>
    /// <param name="bytes">What is left of the file.</param>
    /// <exception cref="InvalidDataException">The bytes hold no such words.</exception>
    public static WordVectors Take(ref ModelBytes bytes)
    {
        int words = bytes.Integer(), dimensions = bytes.Size("numbers in a word's vector");
        return new WordVectors(dimensions, bytes.Take<ulong>(words), bytes.Take<float>(words), bytes.Take<float>(words), bytes.Take<sbyte>((long)words * dimensions));
    }

    /// <summary>The index of a word, or -1.</summary>
    public int Find(ulong hash) => _table.Find(hash);

    /// <summary>The mean of words' vectors, each weighted by how much the word says: minus the logarithm of its share of the text that the vectors were learnt from.</summary>
    /// <param name="words">Indexes of words; -1 for one that is not known.</param>
    /// <param name="mean">The mean; zeros before, and after too where no word is known.</param>
    public void Mean(ReadOnlySpan<int> words, Span<float> mean)
    {
        float total = 0;
        foreach (int word in words)
        {
            if (word < 0) continue;
            AddTo(word, _information[word], mean);
            total += _information[word];
        }
        if (total > 0) TensorPrimitives.Divide(mean, total, mean);
    }

    /// <summary>Adds what taking each word out of a mean would cost a score, to first order: the slope of the score times the way that the mean would move.</summary>
    /// <param name="words">Indexes of words; -1 for one that is not known.</param>
    /// <param name="mean">Their mean.</param>
    /// <param name="slope">How the score changes with the mean.</param>
    /// <param name="contributions">One sum a word.</param>
    public void AddContributions(ReadOnlySpan<int> words, ReadOnlySpan<float> mean, ReadOnlySpan<float> slope, Span<double> contributions)
    {
        float along = TensorPrimitives.Dot(slope, mean), total = 0;
        foreach (int word in words) total += word < 0 ? 0 : _information[word];
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i] < 0) continue;
            float information = _information[words[i]];
            contributions[i] += (Product(words[i], slope) - along) * information / Math.Max(total - information, information);
        }
    }

    /// <summary>Adds a word's vector, times a factor.</summary>
    /// <param name="word">Its index.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="sum">What it is added to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddTo(int word, float factor, Span<float> sum)
    {
        ReadOnlySpan<sbyte> values = _values.AsSpan(word * Dimensions, Dimensions);
        factor *= _scales[word];
        int i = 0;
        for (; i <= values.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(values[i..]), out Vector<short> low, out Vector<short> high);
            Add(low, factor, sum[i..]);
            Add(high, factor, sum[(i + Vector<short>.Count)..]);
        }
        for (; i < values.Length; i++) sum[i] += factor * values[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector<short> values, float factor, Span<float> sum)
    {
        Vector.Widen(values, out Vector<int> low, out Vector<int> high);
        Span<float> rest = sum[Vector<float>.Count..];
        (new Vector<float>(sum) + (Vector.ConvertToSingle(low) * factor)).CopyTo(sum);
        (new Vector<float>(rest) + (Vector.ConvertToSingle(high) * factor)).CopyTo(rest);
    }

    /// <summary>The inner product of a word's vector and another one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Product(int word, ReadOnlySpan<float> other)
    {
        ReadOnlySpan<sbyte> values = _values.AsSpan(word * Dimensions, Dimensions);
        Vector<float> sums = default;
        int i = 0;
        for (; i <= values.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(values[i..]), out Vector<short> low, out Vector<short> high);
            Vector.Widen(low, out Vector<int> first, out Vector<int> second);
            Vector.Widen(high, out Vector<int> third, out Vector<int> fourth);
            ReadOnlySpan<float> rest = other[i..];
            sums += Vector.ConvertToSingle(first) * new Vector<float>(rest);
            sums += Vector.ConvertToSingle(second) * new Vector<float>(rest[Vector<float>.Count..]);
            sums += Vector.ConvertToSingle(third) * new Vector<float>(rest[(2 * Vector<float>.Count)..]);
            sums += Vector.ConvertToSingle(fourth) * new Vector<float>(rest[(3 * Vector<float>.Count)..]);
        }
        float sum = Vector.Sum(sums);
        for (; i < values.Length; i++) sum += values[i] * other[i];
        return sum * _scales[word];
    }
}
