using Classifier.Torch.Training;

namespace Classifier.Torch.Pretraining;

/// <summary>Everything that pretraining can be told.</summary>
public sealed record PretrainingOptions
{
    /// <summary>Seed of starting values, order, masks and dropped values; 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Steps in all; 5,000.</summary>
    public int Steps { get; init; } = 5000;

    /// <summary>Steps after which the state is kept and the held-out loss measured; 250.</summary>
    public int RoundSteps { get; init; } = 250;

    /// <summary>Windows a step; 32.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Pieces a window, its two marks included; 128, or fewer where the encoder takes fewer.</summary>
    public int WindowTokens { get; init; } = 128;

    /// <summary>Highest step size; null for 1e-4 from a checkpoint and 1e-3 from scratch.</summary>
    public double? LearningRate { get; init; }

    /// <summary>Share of the steps, 0..1, over which the step size rises before it falls to nothing; 0.05.</summary>
    public double WarmUp { get; init; } = 0.05;

    /// <summary>Decoupled weight decay of the matrices; 0.01.</summary>
    public double WeightDecay { get; init; } = 0.01;

    /// <summary>Processor cores for one operation; 0 for all.</summary>
    public int Threads { get; init; }

    /// <summary>Sizes of an encoder from scratch; ignored with a checkpoint.</summary>
    public ScratchOptions Scratch { get; init; } = new() { Vocabulary = 12_000 };
}
