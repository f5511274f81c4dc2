using Classifier.Models;
using Classifier.Torch.Checkpoints;
using Classifier.Torch.Tokenizers;
using TorchSharp;
using static TorchSharp.torch;

namespace Classifier.Torch.Network;

/// <summary>
/// An encoder with one linear head for all labels. A window's states are averaged over its pieces; a clause's score is the highest among its
/// windows, as a restriction anywhere in a clause makes it restrictive. Owns its weights.
/// </summary>
internal sealed class ClauseNetwork : IDisposable
{
    /// <summary>Names of the head's tensors.</summary>
    public const string HeadWeight = "head.weight", HeadBias = "head.bias";

    private readonly EncoderNetwork _encoder;

    /// <summary>Puts a network on a device.</summary>
    /// <param name="config">The encoder's sizes.</param>
    /// <param name="tensors">The encoder's tensors and the head's.</param>
    /// <param name="device">Where to compute.</param>
    public ClauseNetwork(EncoderConfig config, IReadOnlyDictionary<string, TensorValues> tensors, Device device)
    {
        Device = device;
        Weights = new Weights(tensors, device);
        _encoder = new EncoderNetwork(config, Weights);
    }

    /// <summary>Where it computes.</summary>
    public Device Device { get; }

    /// <summary>Encoder and head.</summary>
    public Weights Weights { get; }

    /// <summary>The encoder's sizes.</summary>
    public EncoderConfig Config => _encoder.Config;

    /// <summary>The shapes of the head.</summary>
    public static IReadOnlyDictionary<string, long[]> HeadShapes(EncoderConfig config) =>
        new Dictionary<string, long[]> { [HeadWeight] = [ScoreLabels.All.Count, config.HiddenSize], [HeadBias] = [ScoreLabels.All.Count] };

    /// <summary>Scores windows.</summary>
    /// <param name="windows">At least one.</param>
    /// <param name="training">True to drop values at random.</param>
    /// <returns>Log-odds before calibration, [windows, labels].</returns>
    public Tensor Windows(IReadOnlyList<ClauseWindow> windows, bool training)
    {
        TokenBatch batch = new([.. windows.Select(window => window.Ids)], Config.PaddingId);
        return Head(_encoder.Embed(batch.Ids(Device)), batch.Present(Device), training);
    }

    /// <summary>Scores clauses.</summary>
    /// <param name="clauses">The windows of each.</param>
    /// <param name="training">True to drop values at random.</param>
    /// <returns>Log-odds before calibration, [clauses, labels].</returns>
    public Tensor Clauses(IReadOnlyList<IReadOnlyList<ClauseWindow>> clauses, bool training)
    {
        Tensor odds = Windows([.. clauses.SelectMany(windows => windows)], training);
        int most = clauses.Max(windows => windows.Count);
        if (most == 1) return odds;
        // A clause with fewer windows names its first one again, which leaves the maximum as it is.
        long[] rows = new long[clauses.Count * most];
        for (int clause = 0, first = 0; clause < clauses.Count; first += clauses[clause].Count, clause++)
        {
            for (int i = 0; i < most; i++) rows[(clause * most) + i] = first + (i < clauses[clause].Count ? i : 0);
        }
        return odds.index_select(0, tensor(rows, device: Device)).view(clauses.Count, most, ScoreLabels.All.Count).amax([1]);
    }

    /// <summary>
    /// What each piece of a window contributes to one label: integrated gradients (Sundararajan, Taly and Yan 2017, arXiv:1703.01365) from a window
    /// of masks to the window as it is. Their sum is close to the difference between the two scores.
    /// </summary>
    /// <param name="window">The window.</param>
    /// <param name="maskId">The piece that says nothing.</param>
    /// <param name="label">The label.</param>
    /// <param name="steps">Points between the two.</param>
    /// <returns>One number for each piece between the marks.</returns>
    public double[] Contributions(ClauseWindow window, int maskId, ScoreLabel label, int steps)
    {
        using DisposeScope scope = NewDisposeScope();
        int[] masked = [window.Ids[0], .. window.Pieces.Select(_ => maskId), window.Ids[^1]];
        Tensor given = Embedding(window.Ids), nothing = Embedding(masked);
        // The middle of each step, as in the midpoint rule.
        Tensor shares = tensor(Enumerable.Range(0, steps).Select(step => (step + 0.5f) / steps).ToArray(), device: Device).view(steps, 1, 1);
        Tensor path = (nothing + (shares * (given - nothing))).detach().requires_grad_(true);
        Tensor score = Head(path, ones([steps, window.Ids.Length], device: Device), training: false).select(1, (long)label).sum();
        Tensor slope = autograd.grad([score], [path])[0].mean([0], keepdim: true);
        float[] all = (slope * (given - nothing)).sum(2).detach().cpu().contiguous().data<float>().ToArray();
        return [.. all[1..^1].Select(value => (double)value)];
    }

    public void Dispose() => Weights.Dispose();

    private Tensor Embedding(int[] ids) => _encoder.Embed(new TokenBatch([ids], Config.PaddingId).Ids(Device)).detach();

    private Tensor Head(Tensor embedded, Tensor present, bool training)
    {
        Tensor states = _encoder.Forward(embedded, present, training);
        Tensor share = (present / present.sum(1, keepdim: true)).unsqueeze(2);
        Tensor mean = (states * share).sum(1);
        if (training && Config.Dropout > 0) mean = nn.functional.dropout(mean, Config.Dropout);
        return nn.functional.linear(mean, Weights[HeadWeight], Weights[HeadBias]);
    }
}
