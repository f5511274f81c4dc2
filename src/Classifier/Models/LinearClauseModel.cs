namespace Classifier.Models;

/// <summary>
/// Logistic regression over n-grams, one question a label. The log-odds are a sum over the clause's n-grams, so the contribution of every word
/// is exact: bias and contributions add up to the score.
/// </summary>
/// <param name="card">What the model is.</param>
/// <param name="weights">Its numbers.</param>
/// <param name="calibrators">One for each label.</param>
internal sealed class LinearClauseModel(ModelCard card, LinearWeights weights, IReadOnlyList<PlattCalibrator> calibrators) : IClauseModel
{
    /// <summary>Scores before calibration.</summary>
    internal LinearScorer Scorer { get; } = new(weights);

    private readonly FeatureTable _knownWords = new(weights.KnownWords);

    /// <inheritdoc/>
    public ModelCard Card => card;

    /// <inheritdoc/>
    public float[,] Score(IReadOnlyList<string> texts)
    {
        float[,] scores = new float[texts.Count, calibrators.Count];
        for (int row = 0; row < texts.Count; row++)
        {
            float[] odds = Scorer.LogOdds(ClauseScanner.Scan(texts[row]));
            for (int label = 0; label < odds.Length; label++) scores[row, label] = calibrators[label].Probability(odds[label]);
        }
        return scores;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Contribution> Explain(string text, ScoreLabel label)
    {
        ScannedClause clause = ClauseScanner.Scan(text);
        return Phrases.Join(clause.Tokens, Scorer.TokenContributions(clause, (int)label));
    }

    /// <inheritdoc/>
    public double UnknownShare(string text)
    {
        IReadOnlyList<ScannedWord> words = ClauseScanner.Scan(text).Words;
        return words.Count == 0 ? 0 : (double)words.Count(word => _knownWords.Find(word.Hash) < 0) / words.Count;
    }
}
