using System.Runtime.InteropServices;
using Classifier.Models;
using Classifier.Tests.Training;
using Xunit;

namespace Classifier.Tests.Models;

public sealed class ClauseVectorsTests
{
    private static readonly ClauseVectors Vectors = ClauseVectors.FromBytes(TinyVectors.Bytes()), WordsAlone = ClauseVectors.FromBytes(TinyVectors.Bytes(network: false));

    private static readonly ClauseVectors Shipped = ModelFolder.Vectors(ProjectFiles.InRoot("data", "vectors", "policy.bin")).Vectors;

    [Fact]
    public void Of_WithASentenceNetwork_BeginsWithTheMeanOfTheWords()
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

    /// <summary>A mean is linear in its words: what is said of them to first order is what taking each out would cost.</summary>
    [Fact]
    public void AddContributions_OfTheMean_AreWhatTakingAWordOutCosts()
    {
        ScannedClause clause = ClauseScanner.Scan(LabelledClauses.Fifty[3].Text);
        float[] point = WordsAlone.Of(clause), slope = [.. point.Select((_, i) => MathF.Sin(i))];
        double[] contributions = new double[clause.Tokens.Count];
        WordsAlone.AddContributions(clause, WordsAlone.Read(clause), point, slope, contributions);
        for (int i = 0; i < clause.Words.Count; i++)
        {
            if (clause.Words.Count(word => word.Token == clause.Words[i].Token) > 1) continue;
            float[] without = WordsAlone.Of(clause with { Words = [.. clause.Words.Where((_, j) => j != i)] });
            Assert.Equal(point.Zip(without, (all, rest) => (double)all - rest).Zip(slope, (change, weight) => change * weight).Sum(), contributions[clause.Words[i].Token], 1e-4);
        }
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
        Vectors.AddContributions(clause, Vectors.Read(clause), point, slope, contributions);
        int[] words = Indexes(file, clause);
        Assert.DoesNotContain(-1, words);
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

    /// <summary>Numbers that PyTorch computes with the network that data/vectors/distil.py wrote, the mean by numpy.</summary>
    [Theory]
    [InlineData("Member States shall suspend access to qwertzuiop services within 24 hours.", new[] { 0.01583f, 0.29653f, -0.0336f }, new[] { 0.03506f, 0.07212f, 0.12231f, -0.06781f })]
    [InlineData("No Party shall impose a general monitoring obligation.", new[] { 0.02003f, 0.31142f, -0.01512f }, new[] { 0.07386f, 0.00528f, 0.06243f, -0.0213f })]
    public void Of_WithTheShippedFile_IsWhatAnotherProgramComputes(string text, float[] mean, float[] network)
    {
        float[] point = Shipped.Of(ClauseScanner.Scan(text));
        Assert.All(mean.Select((expected, i) => (expected, found: point[i])), pair => Assert.Equal(pair.expected, pair.found, 1e-5));
        Assert.All(network.Select((expected, i) => (expected, found: point[200 + i])), pair => Assert.Equal(pair.expected, pair.found, 1e-5));
    }

    [Theory]
    [InlineData("")]
    [InlineData("— … —")]
    public void Of_AClauseWithoutWords_IsZero(string text) => Assert.All(Shipped.Of(ClauseScanner.Scan(text)), number => Assert.Equal(0, number));

    [Theory]
    [InlineData(0, 4, "found a window of 4 words; expected an odd number up to 99")]
    [InlineData(0, int.MaxValue, "found a window of 2147483647 words")]
    [InlineData(1, 0, "found 0 numbers in an embedding; expected 1 to 4096")]
    [InlineData(2, 5000, "found 5000 states; expected 1 to 4096")]
    [InlineData(3, int.MaxValue, "found 2147483647 numbers in a sentence's vector")]
    public void FromBytes_ANetworkOfImpossibleSize_IsRefused(int field, int value, string message)
    {
        byte[] file = TinyVectors.Bytes();
        BitConverter.TryWriteBytes(file.AsSpan(NetworkStart(file) + (4 * field)), value);
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => ClauseVectors.FromBytes(file)).Message);
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
