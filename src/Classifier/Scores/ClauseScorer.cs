using Classifier.Clauses;
using Classifier.Models;

namespace Classifier.Scores;

/// <summary>Scores clauses and says what the scores mean.</summary>
public sealed class ClauseScorer(IClauseModel model)
{
    private readonly AxisLabels _labels = new(model.Card.Thresholds);

    /// <summary>The model's id, as written in the reports.</summary>
    public string Model => model.Card.Id;

    /// <summary>Scores a document's clauses; headings get no assessment, as the codebook counts them as no clauses.</summary>
    /// <param name="clauses">The clauses.</param>
    /// <returns>One scored clause for each clause, in order.</returns>
    public IReadOnlyList<ScoredClause> Score(IReadOnlyList<Clause> clauses)
    {
        IReadOnlyList<Assessment> assessments = Assess([.. clauses.Select(clause => clause.Text)]);
        return [.. clauses.Select((clause, i) => new ScoredClause(clause, assessments[i]))];
    }

    /// <summary>Assesses plain texts.</summary>
    /// <param name="texts">Clause texts.</param>
    /// <returns>One assessment for each text, in order.</returns>
    public IReadOnlyList<Assessment> Assess(IReadOnlyList<string> texts)
    {
        float[,] scores = model.Score(texts);
        return [.. texts.Select((text, i) => Assess(text, [.. Enumerable.Range(0, scores.GetLength(1)).Select(label => scores[i, label])]))];
    }

    private Assessment Assess(string text, float[] scores) => _labels.Draw(scores) with { Reasons = "", Review = model.UnknownShare(text) > 0.5 };
}
