using Classifier.Models;

namespace Classifier.Tests.Scores;

/// <summary>A model that can be followed by eye: a label scores 0.9 where one of its words occurs, else 0.1; thresholds are 0.5.</summary>
internal sealed class WordListModel : IClauseModel
{
    private static readonly Dictionary<ScoreLabel, string[]> Words = new()
    {
        [ScoreLabel.Infrastructure] = ["network"],
        [ScoreLabel.Content] = ["message"],
        [ScoreLabel.Restricts] = ["block"],
        [ScoreLabel.Protects] = ["confidential"],
        [ScoreLabel.Privacy] = ["confidential"],
        [ScoreLabel.StateCentric] = ["sovereign"],
        [ScoreLabel.Multistakeholder] = ["stakeholder"],
        [ScoreLabel.Binding] = ["shall"],
        [ScoreLabel.Voluntary] = ["should"],
    };

    public ModelCard Card { get; init; } = new() { Name = "words", Hash = new string('a', 64), Thresholds = [.. ScoreLabels.All.Select(_ => 0.5f)], Languages = ["en"] };

    public float[,] Score(IReadOnlyList<string> texts)
    {
        float[,] scores = new float[texts.Count, ScoreLabels.All.Count];
        for (int i = 0; i < texts.Count; i++)
        {
            foreach (ScoreLabel label in ScoreLabels.All) scores[i, (int)label] = Explain(texts[i], label).Count > 0 ? 0.9f : 0.1f;
        }
        return scores;
    }

    public IReadOnlyList<Contribution> Explain(string text, ScoreLabel label) =>
        [.. Words.GetValueOrDefault(label, []).Select(word => (Word: word, At: text.IndexOf(word, StringComparison.Ordinal))).Where(hit => hit.At >= 0)
            .Select(hit => new Contribution(hit.At, hit.Word.Length, 2))];

    public double UnknownShare(string text) => text.Contains("zzz", StringComparison.Ordinal) ? 1 : 0;
}
