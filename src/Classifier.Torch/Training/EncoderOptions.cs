using Classifier.Training;

namespace Classifier.Torch.Training;

/// <summary>Everything that training an encoder can be told; stored in the model folder.</summary>
public sealed record EncoderOptions
{
    /// <summary>Seed of starting values, order and dropped values; 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Parts of the cross-validation that thresholds, calibration and the card's figures come from; 5. Each costs a training.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Most passes over the data; 10.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Passes without a better mean average precision on the held-out clauses after which training stops; 3.</summary>
    public int Patience { get; init; } = 3;

    /// <summary>One of this many parts of the documents is held out to tell when to stop; 8.</summary>
    public int HoldOut { get; init; } = 8;

    /// <summary>Clauses a step; 16.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>Highest step size; null for 5e-5 from a checkpoint and 1e-3 from scratch.</summary>
    public double? LearningRate { get; init; }

    /// <summary>Share of the steps, 0..1, over which the step size rises before it falls to nothing; 0.1.</summary>
    public double WarmUp { get; init; } = 0.1;

    /// <summary>Decoupled weight decay of the matrices; 0.01.</summary>
    public double WeightDecay { get; init; } = 0.01;

    /// <summary>Pieces a window, its two marks included; 256, or fewer where the encoder takes fewer.</summary>
    public int WindowTokens { get; init; } = 256;

    /// <summary>Pieces that two windows of a long clause share; 64.</summary>
    public int WindowOverlap { get; init; } = 64;

    /// <summary>Processor cores for one operation; 0 for all. Another number may change a score's last digits.</summary>
    public int Threads { get; init; }

    /// <summary>Sizes of an encoder from scratch; ignored with a checkpoint.</summary>
    public ScratchOptions Scratch { get; init; } = new();

    /// <summary>Where thresholds and review bands stand.</summary>
    public LabelTargets Targets { get; init; } = new();

    /// <summary>Share of five-word sequences, 0..1, from which two clauses count as near-duplicates and are never parted; 0.7.</summary>
    public double NearDuplicate { get; init; } = 0.7;
}

/// <summary>Sizes of an encoder that starts from scratch; small, as labelled clauses are few.</summary>
public sealed record ScratchOptions
{
    /// <summary>Most pieces in the vocabulary learnt from the training text; 8,000.</summary>
    public int Vocabulary { get; init; } = 8000;

    /// <summary>Width of a token's state; 128.</summary>
    public int Hidden { get; init; } = 128;

    /// <summary>Layers; 2.</summary>
    public int Layers { get; init; } = 2;

    /// <summary>Attention heads, a divisor of the width; 4.</summary>
    public int Heads { get; init; } = 4;

    /// <summary>Positions, that is pieces a window can hold; 256.</summary>
    public int Positions { get; init; } = 256;

    /// <summary>Share of values dropped in training, 0 to below 1; 0.1.</summary>
    public double Dropout { get; init; } = 0.1;
}
