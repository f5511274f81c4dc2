using System.Runtime.InteropServices;

namespace Classifier.Models;

/// <summary>
/// The numbers of the kernel term: a scale, landmarks (points of training clauses, scaled), and one weight for each landmark and label.
/// </summary>
/// <param name="Gamma">Width of the kernel exp(-gamma × mean squared distance over dimensions).</param>
/// <param name="Means">Mean of each dimension over the training clauses.</param>
/// <param name="Deviation">Standard deviation of a point from the mean, over all dimensions; above 0.</param>
/// <param name="Landmarks">Dimension d of landmark m at [m × dimensions + d], in deviations from the mean.</param>
/// <param name="Weights">Weight of landmark m for label l at [m × labels + l].</param>
/// <param name="Biases">One for each label.</param>
internal sealed record KernelWeights(float Gamma, float[] Means, float Deviation, Half[] Landmarks, float[] Weights, float[] Biases)
{
    private const int Version = 2;

    private static ReadOnlySpan<byte> Mark => "CKER"u8;

    /// <summary>The same term with each label's share multiplied.</summary>
    /// <param name="scale">One factor a label.</param>
    public KernelWeights ScaledBy(IReadOnlyList<float> scale) => this with
    {
        Weights = [.. Weights.Select((weight, i) => weight * scale[i % scale.Count])],
        Biases = [.. Biases.Select((bias, label) => bias * scale[label])],
    };

    /// <summary>Writes the file's bytes.</summary>
    public byte[] ToBytes()
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = ModelBytes.Begin(bytes, Mark, Version);
        writer.Write(Biases.Length);
        writer.Write(Means.Length);
        writer.Write(Landmarks.Length / Means.Length);
        writer.Write(Gamma);
        writer.Write(MemoryMarshal.AsBytes<float>(Means));
        writer.Write(Deviation);
        writer.Write(MemoryMarshal.AsBytes<Half>(Landmarks));
        writer.Write(MemoryMarshal.AsBytes<float>(Weights));
        writer.Write(MemoryMarshal.AsBytes<float>(Biases));
        return bytes.ToArray();
    }

    /// <summary>Reads the file's bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a file, or not all of it; the message has no file name.</exception>
    public static KernelWeights FromBytes(ReadOnlySpan<byte> file)
    {
        ModelBytes bytes = new(file, Mark, Version);
        int labels = bytes.Integer(), dimensions = bytes.Integer(), landmarks = bytes.Integer();
        if (labels != ScoreLabels.All.Count) throw new InvalidDataException($"found {labels} labels; expected {ScoreLabels.All.Count}");
        KernelWeights weights = new(
            bytes.Take<float>(1)[0], bytes.Take<float>(dimensions), bytes.Take<float>(1)[0], bytes.Take<Half>((long)landmarks * dimensions),
            bytes.Take<float>((long)landmarks * labels), bytes.Take<float>(labels));
        bytes.End();
        return weights;
    }
}
