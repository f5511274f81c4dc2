using Classifier.Models;

namespace Classifier.Scores;

/// <summary>How scores are turned into labels and flags.</summary>
public sealed record ScoreOptions
{
    /// <summary>Score clauses in languages that the model was not trained on; false: they are listed without scores.</summary>
    public bool AnyLanguage { get; init; }

    /// <summary>Thresholds, 0..1, that stand in place of the model's; none.</summary>
    public IReadOnlyDictionary<ScoreLabel, float> Thresholds { get; init; } = new Dictionary<ScoreLabel, float>();

    /// <summary>Words or phrases named for each label given; 3.</summary>
    public int ReasonsPerLabel { get; init; } = 3;

    /// <summary>Share of unknown words, 0..1, above which a clause is marked for review; 0.4: beyond it most of what the clause says went unread by the model.</summary>
    public double MostUnknown { get; init; } = 0.4;

    /// <summary>Words below which a text says too little to be judged, and is marked for review; 5: names, titles and broken pieces of sentences.</summary>
    public int LeastWords { get; init; } = 5;
}
