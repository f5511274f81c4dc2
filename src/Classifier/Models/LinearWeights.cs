using System.Runtime.InteropServices;

namespace Classifier.Models;

/// <summary>
/// The numbers of a linear model: known n-grams with their inverse document frequencies, one weight for each n-gram and label, one bias for each
/// label, and the words of the training data. Stored little-endian in one file.
/// </summary>
/// <param name="Featurizer">The known n-grams.</param>
/// <param name="Weights">Weight of feature f for label l at [f × labels + l].</param>
/// <param name="Biases">One for each label.</param>
/// <param name="KnownWords">Hashes of every word of the training data, ascending.</param>
internal sealed record LinearWeights(NgramFeaturizer Featurizer, Half[] Weights, float[] Biases, ulong[] KnownWords)
{
    /// <summary>First bytes of the file: "CLIN" and the version of its form.</summary>
    private const uint Magic = 0x4e494c43, Version = 1;

    /// <summary>Writes the file's bytes.</summary>
    public byte[] ToBytes()
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(Biases.Length);
        writer.Write(Featurizer.Count);
        writer.Write(Featurizer.WordFeatures);
        writer.Write(KnownWords.Length);
        writer.Write(MemoryMarshal.AsBytes(Featurizer.Hashes));
        writer.Write(MemoryMarshal.AsBytes(Featurizer.InverseDocumentFrequencies));
        writer.Write(MemoryMarshal.AsBytes<Half>(Weights));
        writer.Write(MemoryMarshal.AsBytes<float>(Biases));
        writer.Write(MemoryMarshal.AsBytes<ulong>(KnownWords));
        return bytes.ToArray();
    }

    /// <summary>Reads the file's bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a file, or not all of it; the message has no file name.</exception>
    public static LinearWeights FromBytes(ReadOnlySpan<byte> bytes)
    {
        const int header = 6 * sizeof(int);
        ReadOnlySpan<uint> head = bytes.Length >= header ? MemoryMarshal.Cast<byte, uint>(bytes[..header]) : throw new InvalidDataException($"found {bytes.Length} bytes; expected at least {header}");
        if (head[0] != Magic || head[1] != Version) throw new InvalidDataException($"found the mark {head[0]:x8} and version {head[1]}; expected {Magic:x8} and {Version}");
        (long labels, long features, long words, long known) = (head[2], head[3], head[4], head[5]);
        long expected = header + (features * (sizeof(ulong) + sizeof(float) + (2 * labels))) + (sizeof(float) * labels) + (sizeof(ulong) * known);
        if (words > features || expected != bytes.Length) throw new InvalidDataException($"found {bytes.Length} bytes; expected {expected} for {features} features and {labels} labels");
        int at = header;
        ulong[] hashes = Take<ulong>(bytes, ref at, (int)features);
        float[] idf = Take<float>(bytes, ref at, (int)features);
        Half[] weights = Take<Half>(bytes, ref at, (int)(features * labels));
        float[] biases = Take<float>(bytes, ref at, (int)labels);
        return new LinearWeights(new NgramFeaturizer(hashes, idf, (int)words), weights, biases, Take<ulong>(bytes, ref at, (int)known));
    }

    private static T[] Take<T>(ReadOnlySpan<byte> bytes, ref int at, int count) where T : unmanaged
    {
        int length = count * Marshal.SizeOf<T>();
        T[] values = MemoryMarshal.Cast<byte, T>(bytes.Slice(at, length)).ToArray();
        at += length;
        return values;
    }
}
