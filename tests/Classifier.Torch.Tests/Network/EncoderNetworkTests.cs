using Classifier.Torch.Checkpoints;
using Classifier.Torch.Network;
using TorchSharp;
using Xunit;

namespace Classifier.Torch.Tests.Network;

public sealed class EncoderNetworkTests
{
    [Theory]
    [InlineData("bert")]
    [InlineData("roberta")]
    public void Forward_GoldenTexts_GivesTheStatesOfAnIndependentImplementation(string family)
    {
        Libtorch.UseThreads(1);
        Checkpoint checkpoint = new CheckpointReader().Read(GoldenCheckpoint.Folder(family));
        using Weights weights = new(checkpoint.Tensors, torch.CPU);
        EncoderNetwork network = new(checkpoint.Config, weights);
        IReadOnlyList<GoldenCase> cases = GoldenCheckpoint.Cases(family);
        using IDisposable scope = torch.NewDisposeScope();
        using IDisposable quiet = torch.no_grad();
        // All texts in one padded batch: the golden values were computed one by one, so this checks the padding too.
        TokenBatch batch = new([.. cases.Select(golden => golden.Ids)], checkpoint.Config.PaddingId);
        torch.Tensor states = network.Forward(network.Embed(batch.Ids(torch.CPU)), batch.Present(torch.CPU), training: false);
        for (int row = 0; row < cases.Count; row++)
        {
            torch.Tensor own = states[row].narrow(0, 0, cases[row].Ids.Length);
            Near(cases[row].First, own[0]);
            Near(cases[row].Last, own[-1]);
            Near(cases[row].Mean, own.mean([0]));
        }
    }

    private static void Near(float[] expected, torch.Tensor found)
    {
        float[] values = found.contiguous().data<float>().ToArray();
        Assert.Equal(expected.Length, values.Length);
        for (int i = 0; i < values.Length; i++) Assert.InRange(values[i], expected[i] - 2e-5f, expected[i] + 2e-5f);
    }
}
