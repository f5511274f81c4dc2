using System.Runtime.InteropServices;
using Classifier.Models;
using Classifier.Tests.Training;
using Xunit;

namespace Classifier.Tests.Models;

public sealed class ClauseVectorsTests
{
    private static readonly ClauseVectors Vectors = ClauseVectors.FromBytes(TinyVectors.Bytes()), WordsAlone = ClauseVectors.FromBytes(TinyVectors.Bytes(network: false));

    [Fact]
    public void Of_WithASentenceNetwork_IsTheMeanOfTheWordsAndTheNetworksVector()
    {
        Assert.All(LabelledClauses.Fifty, clause =>
        {
            ScannedClause scanned = ClauseScanner.Scan(clause.Text);
            float[] point = Vectors.Of(scanned), mean = WordsAlone.Of(scanned);
            Assert.Equal(mean, point[..mean.Length]);
            Assert.Equal(Vectors.Dimensions, point.Length);
            Assert.True(point.Length > mean.Length);
        });
    }

    /// <summary>The mean of vectors does not see order; the network must.</summary>
    [Fact]
    public void Of_WordsInAnotherOrder_LieElsewhereByTheNetworkOnly()
    {
        ScannedClause clause = ClauseScanner.Scan(LabelledClauses.Fifty[0].Text);
        ScannedClause turned = clause with { Words = [.. clause.Words.Reverse()] };
        Assert.All(WordsAlone.Of(clause).Zip(WordsAlone.Of(turned)), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        Assert.Contains(Vectors.Of(clause).Zip(Vectors.Of(turned)), pair => Math.Abs(pair.First - pair.Second) > 0.01);
    }

    /// <summary>The states bend only at zero, and a maximum only where two states are equal: between, contributions are the very slopes.</summary>
    [Fact]
    public void AddContributions_OfEveryWord_AreTheShareOfAWordThatGrowsALittle()
    {
        const float Step = 1e-3f;
        byte[] file = TinyVectors.Bytes();
        ScannedClause clause = ClauseScanner.Scan(LabelledClauses.Fifty[3].Text);
        float[] point = Vectors.Of(clause), slope = [.. point.Select((_, i) => i < WordsAlone.Dimensions ? 0 : MathF.Sin(i))];
        double[] contributions = new double[clause.Tokens.Count];
        Vectors.AddContributions(clause, point, slope, contributions);
        int[] words = Indexes(file, clause);
        foreach (int token in clause.Words.Select(word => word.Token).Distinct())
        {
            // A word that occurs twice grows at both places at once.
            int[] same = [.. clause.Words.Select((word, i) => (word, i)).Where(at => at.word.Token == token).Select(at => words[at.i])];
            double expected = clause.Words.Select((word, i) => (word.Token, Word: words[i])).Where(at => same.Contains(at.Word)).Select(at => at.Token).Distinct().Sum(at => contributions[at]);
            float[] grown = ClauseVectors.FromBytes(Grow(file, same[0], 1 + Step)).Of(clause);
            double found = grown.Zip(point, (after, before) => (double)after - before).Zip(slope, (change, weight) => change * weight).Sum() / Step;
            Assert.Equal(expected, found, 0.01);
        }
    }

    [Fact]
    public void FromBytes_AnEvenWindow_IsRefused()
    {
        byte[] file = TinyVectors.Bytes();
        file[NetworkStart(file)] = 4;
        Assert.Contains("found a window of 4 words", Assert.Throws<InvalidDataException>(() => ClauseVectors.FromBytes(file)).Message);
    }

    private static int NetworkStart(byte[] file) => 16 + (Count(file) * (16 + BitConverter.ToInt32(file, 12)));

    private static int Count(byte[] file) => BitConverter.ToInt32(file, 8);

    private static int[] Indexes(byte[] file, ScannedClause clause)
    {
        ulong[] hashes = MemoryMarshal.Cast<byte, ulong>(file.AsSpan(16, 8 * Count(file))).ToArray();
        return [.. clause.Words.Select(word => Array.IndexOf(hashes, word.Hash))];
    }

    /// <summary>The file with one word's embedding in the network times a factor.</summary>
    private static byte[] Grow(byte[] file, int word, float factor)
    {
        byte[] grown = [.. file];
        Span<byte> scale = grown.AsSpan(NetworkStart(file) + 16 + (4 * word), 4);
        BitConverter.TryWriteBytes(scale, BitConverter.ToSingle(scale) * factor);
        return grown;
    }
}
