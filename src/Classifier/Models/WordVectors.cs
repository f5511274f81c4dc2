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

    /// <summary>Writes a word's vector.</summary>
    /// <param name="word">Its index.</param>
    /// <param name="vector">Gets the numbers.</param>
    public void Copy(int word, Span<float> vector)
    {
        ReadOnlySpan<sbyte> values = _values.AsSpan(word * Dimensions, Dimensions);
        float scale = _scales[word];
        for (int i = 0; i < values.Length; i++) vector[i] = values[i] * scale;
    }
}
