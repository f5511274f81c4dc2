using Classifier.Models;
using Classifier.Tests.Training;

namespace Classifier.Tests.Models;

/// <summary>Seeded numbers for every word of the fifty clauses, in the form that data/vectors/distil.py writes.</summary>
internal static class TinyVectors
{
    private const int Dimensions = 43, Window = 3, Embedding = 5, Hidden = 43, NetworkDimensions = 6;

    /// <summary>The file's bytes.</summary>
    /// <param name="faint">Dimensions more, in which every word lies within a hundredth of the others' reach.</param>
    /// <param name="network">Whether a sentence network follows.</param>
    public static byte[] Bytes(int faint = 0, bool network = true)
    {
        ulong[] words = [.. LabelledClauses.Fifty.SelectMany(clause => clause.Text.Split(' ')).Select(ClauseScanner.HashWord).Distinct().Order()];
        Random random = new(1), faintly = new(2);
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        writer.Write("CVEC"u8);
        foreach (int number in new[] { 2, words.Length, Dimensions + faint }) writer.Write(number);
        foreach (ulong word in words) writer.Write(word);
        foreach (ulong _ in words) writer.Write(5f);
        foreach (ulong _ in words) writer.Write(0.01f);
        foreach (ulong _ in words)
        {
            for (int i = 0; i < Dimensions; i++) writer.Write((sbyte)random.Next(-127, 128));
            for (int i = 0; i < faint; i++) writer.Write((sbyte)faintly.Next(-1, 2));
        }
        if (network) WriteNetwork(writer, words.Length, random);
        else writer.Write(0);
        return bytes.ToArray();
    }

    private static void WriteNetwork(BinaryWriter writer, int words, Random random)
    {
        foreach (int number in new[] { Window, Embedding, Hidden, NetworkDimensions }) writer.Write(number);
        for (int i = 0; i <= words; i++) writer.Write(0.01f);
        for (int i = 0; i < (words + 1) * Embedding; i++) writer.Write((sbyte)random.Next(-127, 128));
        for (int i = 0; i < (Window * Embedding * Hidden) + Hidden + (2 * Hidden * NetworkDimensions) + NetworkDimensions; i++) writer.Write((random.NextSingle() - 0.5f) / 2);
    }
}
