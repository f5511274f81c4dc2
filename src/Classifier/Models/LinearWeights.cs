using System.Runtime.InteropServices;

namespace Classifier.Models;

/// <summary>
/// The numbers of the linear term: known n-grams with their inverse document frequencies, one weight for each n-gram and label, one bias for each
/// label, and the words of the training data.
/// </summary>
/// <param name="Featurizer">The known n-grams.</param>
/// <param name="Weights">Weight of feature f for label l at [f × labels + l].</param>
/// <param name="Biases">One for each label.</param>
/// <param name="KnownWords">Hashes of every word of the training data, ascending.</param>
internal sealed record LinearWeights(NgramFeaturizer Featurizer, Half[] Weights, float[] Biases, ulong[] KnownWords)
{
    private const int Version = 1;

    private static ReadOnlySpan<byte> Mark => "CLIN"u8;

    /// <summary>Writes the file's bytes.</summary>
    public byte[] ToBytes()
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = ModelBytes.Begin(bytes, Mark, Version);
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
    public static LinearWeights FromBytes(ReadOnlySpan<byte> file)
    {
        ModelBytes bytes = new(file, Mark, Version);
        int labels = bytes.Integer(), features = bytes.Integer(), wordFeatures = bytes.Integer(), known = bytes.Integer();
        if (labels != ScoreLabels.All.Count || wordFeatures > features) throw new InvalidDataException($"found {labels} labels and {wordFeatures} of {features} features; expected {ScoreLabels.All.Count} labels");
        NgramFeaturizer featurizer = new(bytes.Take<ulong>(features), bytes.Take<float>(features), wordFeatures);
        LinearWeights weights = new(featurizer, bytes.Take<Half>((long)features * labels), bytes.Take<float>(labels), bytes.Take<ulong>(known));
        bytes.End();
        return weights;
    }
}
