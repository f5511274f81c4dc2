namespace Classifier.Models;

/// <summary>The facts about a model that a report needs: which model it is, and where its scores become labels.</summary>
public sealed record ModelCard
{
    /// <summary>Name of the model's folder, for example <c>default</c>.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 over the model's files, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The probability, 0..1, from which each label counts as given; 11 values in label order.</summary>
    public required IReadOnlyList<float> Thresholds { get; init; }

    /// <summary>Where each label's answers are not to be trusted; 11 bands in label order; <see cref="ReviewBand.Even"/>.</summary>
    public IReadOnlyList<ReviewBand> ReviewBands { get; init; } = [.. ScoreLabels.All.Select(_ => ReviewBand.Even)];

    /// <summary>Languages the model was trained on, as two-letter codes.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The same card with some of the thresholds set by hand.</summary>
    /// <param name="thresholds">By label.</param>
    public ModelCard With(IReadOnlyDictionary<ScoreLabel, float> thresholds) =>
        this with { Thresholds = [.. ScoreLabels.All.Select(label => thresholds.TryGetValue(label, out float own) ? own : Thresholds[(int)label])] };

    /// <summary>Name and short hash, as written in the report's <c>model</c> column: <c>default@1a2b3c4d</c>.</summary>
    public string Id => $"{Name}@{Hash[..8]}";
}
