namespace Classifier.Models;

/// <summary>
/// A model whose scores before calibration are a sum of terms over the clause's words, one question a label: n-grams alone (kind <c>linear</c>), or n-grams and
/// vectors of words and sentences (kind <c>blend</c>).
/// </summary>
/// <param name="card">What the model is.</param>
/// <param name="terms">The terms.</param>
/// <param name="knownWords">Hashes of the words that it saw in training.</param>
/// <param name="calibrators">One for each label.</param>
internal sealed class AdditiveClauseModel(ModelCard card, IReadOnlyList<IScoreTerm> terms, IReadOnlyList<ulong> knownWords, IReadOnlyList<Calibrator> calibrators) : IClauseModel
{
    private readonly FeatureTable _knownWords = new(knownWords);
    private readonly RecentResults<string, ScannedClause> _scanned = new(texts => [.. texts.Select(ClauseScanner.Scan)]);

    /// <inheritdoc/>
    public ModelCard Card => card;

    /// <summary>The terms.</summary>
    internal IReadOnlyList<IScoreTerm> Terms => terms;

    /// <inheritdoc/>
    public float[,] Score(IReadOnlyList<string> texts)
    {
        float[,] scores = new float[texts.Count, calibrators.Count];
        int row = 0;
        foreach (string[] group in texts.Chunk(ClauseGroup.Size))
        {
            foreach (float[] sums in Sums(_scanned.Of(group)))
            {
                for (int label = 0; label < sums.Length; label++) scores[row, label] = calibrators[label].Probability(sums[label]);
                row++;
            }
        }
        return scores;
    }

    /// <summary>The sums of the terms, before calibration.</summary>
    /// <returns>One row a clause, one sum a label.</returns>
    internal float[][] Sums(IReadOnlyList<ScannedClause> clauses)
    {
        float[][] sums = [.. clauses.Select(_ => new float[calibrators.Count])];
        foreach (IScoreTerm term in terms) term.AddTo(clauses, sums);
        return sums;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Contribution> Explain(string text, ScoreLabel label)
    {
        ScannedClause clause = _scanned.Of(text);
        double[] contributions = new double[clause.Tokens.Count];
        foreach (IScoreTerm term in terms) term.AddContributions(clause, (int)label, contributions);
        return Phrases.Join(clause.Tokens, contributions);
    }

    /// <inheritdoc/>
    public double UnknownShare(string text)
    {
        IReadOnlyList<ScannedWord> words = _scanned.Of(text).Words;
        return words.Count == 0 ? 0 : (double)words.Count(word => _knownWords.Find(word.Hash) < 0) / words.Count;
    }
}
