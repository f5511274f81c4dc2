using Classifier.Models;
using Classifier.Training;

namespace Classifier.Tests.Training;

/// <summary>Scores of the fifty clauses that are right as often as asked.</summary>
internal static class MeasuredScores
{
    public static ModelCard Card { get; } = new() { Name = "made", Hash = new string('b', 64), Thresholds = [.. ScoreLabels.All.Select(_ => 0.5f)], Languages = ["en"] };

    /// <summary>A probability for each clause and label: above one half where the answer is yes, save for one answer in so many, and the surer the right ones are.</summary>
    public static float[,] Of(IReadOnlyList<LabelledClause> clauses, int wrongOneIn)
    {
        float[,] scores = new float[clauses.Count, ScoreLabels.All.Count];
        for (int row = 0; row < clauses.Count; row++)
        {
            foreach (ScoreLabel label in ScoreLabels.All)
            {
                int cell = (row * ScoreLabels.All.Count) + (int)label;
                bool wrong = cell % wrongOneIn == 0;
                float distance = wrong ? 0.1f : 0.2f + (cell % 7 / 30f);
                scores[row, (int)label] = clauses[row].Has(label) != wrong ? 0.5f + distance : 0.5f - distance;
            }
        }
        return scores;
    }
}

/// <summary>A model that gives back scores that are at hand.</summary>
internal sealed class ScoresModel(IReadOnlyList<LabelledClause> clauses, float[,] scores) : IClauseModel
{
    public ModelCard Card => MeasuredScores.Card;

    public float[,] Score(IReadOnlyList<string> texts)
    {
        Dictionary<string, int> rows = clauses.Select((clause, row) => (clause.Text, row)).ToDictionary();
        float[,] asked = new float[texts.Count, ScoreLabels.All.Count];
        for (int i = 0; i < texts.Count; i++)
        {
            for (int label = 0; label < ScoreLabels.All.Count; label++) asked[i, label] = scores[rows[texts[i]], label];
        }
        return asked;
    }

    public IReadOnlyList<Contribution> Explain(string text, ScoreLabel label) => [];

    public double UnknownShare(string text) => 0;
}
