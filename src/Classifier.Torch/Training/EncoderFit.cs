using Classifier.Models;
using Classifier.Torch.Checkpoints;
using Classifier.Torch.Network;
using Classifier.Torch.Tokenizers;
using Classifier.Training;
using TorchSharp;

namespace Classifier.Torch.Training;

/// <summary>A clause to learn from.</summary>
/// <param name="Windows">Its windows.</param>
/// <param name="Answers">One for each label.</param>
/// <param name="Weight">How much it counts, above 0.</param>
internal sealed record Example(IReadOnlyList<ClauseWindow> Windows, bool[] Answers, float Weight);

/// <summary>Fits encoder and head together on all labels, pass after pass, and keeps the pass that ranks the held-out clauses best.</summary>
/// <param name="options">The options.</param>
/// <param name="tell">Told what happens, one line a pass; null for silence.</param>
internal sealed class EncoderFit(EncoderOptions options, Action<string>? tell)
{
    /// <summary>A rare label's positives count at most this much more than its negatives: more than that, and single clauses rule the training.</summary>
    private const double HeaviestPositive = 10;

    /// <summary>Batches are made of clauses of like length out of this many batches, so that little of the work is spent on filler.</summary>
    private const int BatchesAlike = 8;

    /// <summary>Fits.</summary>
    /// <param name="start">Encoder to start from.</param>
    /// <param name="learn">Clauses to learn from; at least one.</param>
    /// <param name="held">Clauses of other documents that tell when to stop; where there are none, the last pass counts.</param>
    /// <param name="state">Where to keep what a killed run needs to go on.</param>
    /// <returns>The tensors of encoder and head after the best pass.</returns>
    public IReadOnlyDictionary<string, TensorValues> Fit(EncoderStart start, IReadOnlyList<Example> learn, IReadOnlyList<Example> held, TrainingState state)
    {
        Dictionary<string, TensorValues> tensors = new(start.Tensors, StringComparer.Ordinal);
        foreach ((string name, TensorValues tensor) in RandomTensors.Draw(ClauseNetwork.HeadShapes(start.Config), options.Seed)) tensors[name] = tensor;
        using ClauseNetwork network = new(start.Config, tensors, Libtorch.Device);
        long stepsAPass = (learn.Count + options.BatchSize - 1) / options.BatchSize;
        double rate = options.LearningRate ?? (start.Pretrained ? 5e-5 : 1e-3);
        using Descent descent = new(network.Weights, rate, options.WeightDecay, stepsAPass * options.Epochs, options.WarmUp, Libtorch.Device);
        float[] positives = PositiveWeights(learn);
        Progress progress = state.Resume(network.Weights, descent);
        while (progress.Rounds < options.Epochs && progress.Rounds - progress.BestRound < options.Patience)
        {
            int pass = progress.Rounds + 1;
            double loss = Pass(network, descent, learn, positives, pass);
            double? figure = Figure(network, held);
            bool better = figure is null || progress.Best is null || figure > progress.Best;
            progress = progress with { Rounds = pass, Steps = descent.Taken, BestRound = better ? pass : progress.BestRound, Best = better ? figure : progress.Best };
            state.Save(progress, network.Weights, descent);
            tell?.Invoke(FormattableString.Invariant($"pass {pass}: loss {loss:0.0000}{(figure is null ? "" : FormattableString.Invariant($", held-out mean average precision {figure:0.000}"))}"));
        }
        return state.Best();
    }

    private double Pass(ClauseNetwork network, Descent descent, IReadOnlyList<Example> learn, float[] positives, int pass)
    {
        // Every pass starts from a seed of its own, so that a run taken up after a kill draws what the undisturbed one would have drawn.
        torch.manual_seed((options.Seed * 1_000_003L) + pass);
        double sum = 0;
        foreach (int[] rows in Batches(learn, new Random(unchecked((options.Seed * 31) + pass))))
        {
            using IDisposable scope = torch.NewDisposeScope();
            torch.Tensor loss = Loss(network, [.. rows.Select(row => learn[row])], positives);
            descent.Step(loss);
            sum += loss.item<float>() * rows.Length;
        }
        return sum / learn.Count;
    }

    private static torch.Tensor Loss(ClauseNetwork network, Example[] batch, float[] positives)
    {
        torch.Tensor odds = network.Clauses([.. batch.Select(example => example.Windows)], training: true);
        float[] answers = [.. batch.SelectMany(example => example.Answers.Select(answer => answer ? 1f : 0f))];
        torch.Tensor target = torch.tensor(answers, odds.shape, device: network.Device);
        torch.Tensor weight = torch.tensor(batch.Select(example => example.Weight).ToArray(), [batch.Length, 1], device: network.Device);
        torch.Tensor heavier = torch.tensor(positives, device: network.Device);
        return torch.nn.functional.binary_cross_entropy_with_logits(odds, target, weight.expand_as(odds), pos_weights: heavier);
    }

    /// <summary>The root of negatives to positives: rare labels are heard, and probabilities stay near enough to life for calibration.</summary>
    private static float[] PositiveWeights(IReadOnlyList<Example> learn) =>
    [
        .. ScoreLabels.All.Select(label => learn.Count(example => example.Answers[(int)label])).Select(positives =>
            (float)(positives == 0 ? 1 : Math.Clamp(Math.Sqrt((learn.Count - positives) / (double)positives), 1, HeaviestPositive))),
    ];

    private IEnumerable<int[]> Batches(IReadOnlyList<Example> learn, Random random)
    {
        int[] order = [.. Enumerable.Range(0, learn.Count)];
        random.Shuffle(order);
        int[][] batches = [.. order.Chunk(options.BatchSize * BatchesAlike).SelectMany(rows => rows.OrderBy(row => learn[row].Windows.Sum(window => window.Ids.Length)).ThenBy(row => row).Chunk(options.BatchSize))];
        random.Shuffle(batches);
        return batches;
    }

    /// <summary>Mean over the labels of average precision; null where no label has a held-out positive.</summary>
    private double? Figure(ClauseNetwork network, IReadOnlyList<Example> held)
    {
        if (held.Count == 0) return null;
        float[,] odds = new EncoderScorer(network).LogOdds([.. held.Select(example => example.Windows)]);
        return ScoreLabels.All.Select(label => RankMetrics.AveragePrecision(
            [.. Enumerable.Range(0, held.Count).Select(row => odds[row, (int)label])], [.. held.Select(example => example.Answers[(int)label])])).Average();
    }
}
