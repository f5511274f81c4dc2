using System.Numerics;
using System.Runtime.CompilerServices;

namespace Classifier.Models;

/// <summary>
/// Vectors of words, learnt from text without labels so that words of like use lie close together (<c>data/vectors/make.py</c> says how). Immutable.
/// </summary>
internal sealed class WordVectors
{
    private const int Version = 1;
    private readonly FeatureTable _table;
    private readonly float[] _information, _scales;
    private readonly sbyte[] _values;

    private WordVectors(byte[] file, int dimensions, ulong[] hashes, float[] information, float[] scales, sbyte[] values)
    {
        (Bytes, Dimensions, _information, _scales, _values) = (file, dimensions, information, scales, values);
        _table = new FeatureTable(hashes);
    }

    /// <summary>The file that they came from.</summary>
    public byte[] Bytes { get; }

    /// <summary>Numbers in one vector.</summary>
    public int Dimensions { get; }

    /// <summary>Reads the file's bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a file, or not all of it; the message has no file name.</exception>
    public static WordVectors FromBytes(byte[] file)
    {
        ModelBytes bytes = new(file, "CVEC"u8, Version);
        int words = bytes.Integer(), dimensions = bytes.Integer();
        WordVectors vectors = new(file, dimensions, bytes.Take<ulong>(words), bytes.Take<float>(words), bytes.Take<float>(words), bytes.Take<sbyte>((long)words * dimensions));
        bytes.End();
        return vectors;
    }

    /// <summary>The index of a word, or -1.</summary>
    public int Find(ulong hash) => _table.Find(hash);

    /// <summary>How much a word says: minus the logarithm of its share of the text.</summary>
    public float Information(int word) => _information[word];

    /// <summary>Adds a word's vector, times a factor.</summary>
    /// <param name="word">Its index.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="sum">What it is added to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(int word, float factor, Span<float> sum)
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
    public float Product(int word, ReadOnlySpan<float> other)
    {
        ReadOnlySpan<sbyte> values = _values.AsSpan(word * Dimensions, Dimensions);
        float sum = 0;
        for (int i = 0; i < values.Length; i++) sum += values[i] * other[i];
        return sum * _scales[word];
    }
}
