using Classifier.Models;
using Classifier.Torch.Checkpoints;
using Classifier.Torch.Network;
using Classifier.Torch.Tokenizers;
using Classifier.Torch.Training;
using TorchSharp;
using Xunit;

namespace Classifier.Torch.Tests.Network;

public sealed class ClauseNetworkTests
{
    private static readonly EncoderStart Start = EncoderStart.FromCheckpoint(GoldenCheckpoint.Folder("bert"));

    [Theory]
    [InlineData("Member States shall not block access.")]
    [InlineData("access")]
    public void Contributions_ManySteps_AddUpToTheDifferenceFromAMaskedClause(string text)
    {
        using ClauseNetwork network = Network();
        ClauseWindow window = new ClauseWindows(Start.Tokenizer, 40, 8).Cut(text).Single();
        ClauseWindow masked = window with { Ids = [window.Ids[0], .. window.Pieces.Select(_ => Start.Tokenizer.MaskId), window.Ids[^1]] };
        EncoderScorer scorer = new(network);
        float[,] odds = scorer.LogOdds([[window], [masked]]);
        foreach (ScoreLabel label in ScoreLabels.All)
        {
            double sum = network.Contributions(window, Start.Tokenizer.MaskId, label, 200).Sum();
            Assert.Equal(odds[0, (int)label] - odds[1, (int)label], sum, 2e-3);
        }
    }

    [Fact]
    public void Clauses_OfSeveralWindows_ScoreAsTheirHighestWindow()
    {
        using ClauseNetwork network = Network();
        using IDisposable scope = torch.NewDisposeScope();
        ClauseWindows windows = new(Start.Tokenizer, 12, 3);
        IReadOnlyList<ClauseWindow>[] clauses = [windows.Cut("access"), windows.Cut(string.Join(' ', Enumerable.Repeat("member states shall not block the internet", 5))), windows.Cut("")];
        Assert.True(clauses[1].Count > 2);
        float[] together = network.Clauses(clauses, training: false).cpu().data<float>().ToArray();
        float[,] expected = new EncoderScorer(network).LogOdds(clauses);
        for (int i = 0; i < together.Length; i++) Assert.Equal(expected[i / ScoreLabels.All.Count, i % ScoreLabels.All.Count], together[i], 1e-4);
    }

    [Fact]
    public void Cut_LongClause_LeavesNoPieceOut()
    {
        string text = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"word{i}"));
        IReadOnlyList<ClauseWindow> windows = new ClauseWindows(Start.Tokenizer, 20, 5).Cut(text);
        Assert.Equal(Start.Tokenizer.Encode(text), windows.SelectMany(window => window.Pieces).Distinct().OrderBy(piece => piece.Start));
        Assert.All(windows, window => Assert.InRange(window.Ids.Length, 3, 20));
        Assert.All(windows.Zip(windows.Skip(1)), pair => Assert.True(pair.Second.Pieces[0].Start <= pair.First.Pieces[^5].Start));
    }

    private static ClauseNetwork Network()
    {
        Libtorch.UseThreads(1);
        Dictionary<string, TensorValues> tensors = new(Start.Tensors, StringComparer.Ordinal);
        foreach ((string name, TensorValues tensor) in RandomTensors.Draw(ClauseNetwork.HeadShapes(Start.Config), 1)) tensors[name] = tensor;
        return new ClauseNetwork(Start.Config, tensors, torch.CPU);
    }
}
