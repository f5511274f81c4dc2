namespace Classifier.Training;

/// <summary>Everything that a training run can be told; stored in the model folder.</summary>
public sealed record TrainingOptions
{
    /// <summary>Seed of the split; 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Parts of the cross-validation that thresholds, calibration and the card's figures come from; 5.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Weight of the squared length of the weights against the summed logistic loss of the clauses; 0.1.</summary>
    public float L2 { get; init; } = 0.1f;

    /// <summary>The same against the summed squared error; 0.5.</summary>
    public float LeastSquaresL2 { get; init; } = 0.5f;

    /// <summary>Clauses that must hold an n-gram of words for the model to know it; 2.</summary>
    public int LeastWordClauses { get; init; } = 2;

    /// <summary>Clauses that must hold an n-gram of characters for the model to know it; 3.</summary>
    public int LeastCharacterClauses { get; init; } = 3;

    /// <summary>Most n-grams of words; 60,000.</summary>
    public int MostWordNgrams { get; init; } = 60_000;

    /// <summary>Most n-grams of characters; 60,000.</summary>
    public int MostCharacterNgrams { get; init; } = 60_000;

    /// <summary>Share of five-word sequences, 0..1, from which two clauses count as near-duplicates and are never parted; 0.7.</summary>
    public double NearDuplicate { get; init; } = 0.7;

    /// <summary>Training clauses whose points the kernel term is spanned by, a random choice; 2,400.</summary>
    public int Landmarks { get; init; } = 2400;

    /// <summary>Width of the kernel exp(-gamma × mean squared distance in deviations); 1.1.</summary>
    public float KernelGamma { get; init; } = 1.1f;

    /// <summary>Weight of the squared norm of the kernel term against the summed squared error; 0.5.</summary>
    public float KernelRidge { get; init; } = 0.5f;

    /// <summary>Weight of half the squared change of a base model's n-gram weights against the summed loss of the clauses that it is adapted to; 2.</summary>
    public double AdaptationL2 { get; init; } = 2;

    /// <summary>The same of its biases; 5: how common a label is among a few hundred clauses says little.</summary>
    public double AdaptationBiasL2 { get; init; } = 5;

    /// <summary>The same of its landmarks' weights; 300, as a clause is near many landmarks at once.</summary>
    public double AdaptationKernelL2 { get; init; } = 300;

    /// <summary>Where thresholds and review bands stand.</summary>
    public LabelTargets Targets { get; init; } = new();
}
