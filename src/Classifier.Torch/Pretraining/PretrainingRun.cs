using System.Text.Json;
using Classifier.Torch.Training;
using TorchSharp;

namespace Classifier.Torch.Pretraining;

/// <summary>
/// Masked-language modelling: read the text, take or make an encoder, hide pieces and learn to tell them, keep the state every round, write a
/// checkpoint in the published layout. A run that was killed goes on from its last round and ends with the same weights.
/// </summary>
/// <param name="options">The options.</param>
/// <param name="tell">Told what happens, one line a round; null for silence.</param>
public sealed class PretrainingRun(PretrainingOptions options, Action<string>? tell = null)
{
    private const int HeldWindows = 64;

    /// <summary>Pretrains.</summary>
    /// <param name="textPath">One paragraph a line, plain or .xz.</param>
    /// <param name="checkpoint">The encoder to go on from; null for one from scratch.</param>
    /// <param name="folder">The checkpoint folder to write.</param>
    /// <returns>Loss on held-out lines at the end, nats a hidden piece.</returns>
    /// <exception cref="InvalidDataException">Text, checkpoint or options are not as expected; says where and what.</exception>
    public double Run(string textPath, string? checkpoint, string folder)
    {
        if (options.Steps < 1 || options.RoundSteps < 1 || options.BatchSize < 1) throw new InvalidDataException($"Found {options.Steps} steps, {options.RoundSteps} a round, {options.BatchSize} windows a step; expected 1 or more of each.");
        Libtorch.UseThreads(options.Threads > 0 ? options.Threads : Environment.ProcessorCount);
        PretrainingText text = PretrainingText.Read(textPath);
        EncoderStart start = checkpoint is null ? EncoderStart.FromScratch(options.Scratch, text.VocabularyLines(), options.Seed) : EncoderStart.FromCheckpoint(checkpoint);
        int tokens = Math.Min(options.WindowTokens, start.Config.MaxTokens);
        tell?.Invoke($"{text.Lines} lines; {start.Tokenizer.VocabularySize} pieces in the vocabulary; on {Libtorch.Device}");
        MaskedBatch held = MaskedBatch.Hide([.. text.Held(HeldWindows, start.Tokenizer, tokens)], start.Tokenizer, new Random(options.Seed));
        TrainingState state = new(Path.Combine(folder, "unfinished"), Fingerprint.Of(options with { Threads = 0 }, text.Hash, checkpoint is null ? "" : JsonSerializer.Serialize(start.Config)));
        using MaskedNetwork network = new(start.Config, start.Tensors, options.Seed, Libtorch.Device);
        using Descent descent = new(network.Weights, options.LearningRate ?? (start.Pretrained ? 1e-4 : 1e-3), options.WeightDecay, options.Steps, options.WarmUp, Libtorch.Device);
        Progress progress = state.Resume(network.Weights, descent);
        while (descent.Taken < options.Steps)
        {
            double loss = Round(network, descent, text, start, tokens, progress.Rounds + 1);
            progress = progress with { Rounds = progress.Rounds + 1, Steps = descent.Taken };
            state.Save(progress, network.Weights, descent);
            tell?.Invoke(FormattableString.Invariant($"step {descent.Taken} of {options.Steps}: loss {loss:0.000}, held-out {Held(network, held):0.000}"));
        }
        EncoderStart.Write(folder, start.Config, network.Encoder(), start.Tokenizer);
        double final = Held(network, held);
        state.Delete();
        return final;
    }

    private double Round(MaskedNetwork network, Descent descent, PretrainingText text, EncoderStart start, int tokens, int round)
    {
        torch.manual_seed((options.Seed * 1_000_003L) + round);
        Random random = new(unchecked((options.Seed * 31) + round));
        double sum = 0;
        int steps = (int)Math.Min(options.RoundSteps, options.Steps - descent.Taken);
        for (int step = 0; step < steps; step++)
        {
            using IDisposable scope = torch.NewDisposeScope();
            MaskedBatch batch = MaskedBatch.Hide([.. Enumerable.Range(0, options.BatchSize).Select(_ => text.Draw(random, start.Tokenizer, tokens))], start.Tokenizer, random);
            if (batch.Places.Length == 0) continue;
            torch.Tensor loss = network.Loss(batch, training: true);
            descent.Step(loss);
            sum += loss.item<float>();
        }
        return sum / steps;
    }

    private static double Held(MaskedNetwork network, MaskedBatch held)
    {
        using IDisposable scope = torch.NewDisposeScope();
        using IDisposable quiet = torch.no_grad();
        return network.Loss(held, training: false).item<float>();
    }
}
