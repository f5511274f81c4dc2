namespace Classifier.Training;

/// <summary>What to train on and where the model goes.</summary>
public sealed record TrainingRequest
{
    /// <summary>Labelled clauses to learn from.</summary>
    public required IReadOnlyList<TrainingSource> Sources { get; init; }

    /// <summary>The model folder to write.</summary>
    public required string Folder { get; init; }

    /// <summary>Folder of a model to adapt; null to train from nothing.</summary>
    public string? Base { get; init; }

    /// <summary>Measure with fewer labels too, which says whether more would help; false. Costs about as much again as the cross-validation.</summary>
    public bool Curve { get; init; }

    /// <summary>Vectors of words and sentences; null for a model of n-grams alone.</summary>
    public string? Vectors { get; init; }

    /// <summary>Labelled clauses that the finished model is measured on and that decide nothing.</summary>
    public IReadOnlyList<string> Tests { get; init; } = [];

    /// <summary>A Markdown file that is set below the generated part of the card; null for none.</summary>
    public string? Notes { get; init; }
}
