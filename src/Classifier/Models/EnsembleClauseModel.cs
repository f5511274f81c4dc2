namespace Classifier.Models;

/// <summary>Averages the calibrated probabilities of models; each model counts the same.</summary>
/// <param name="card">What the ensemble is.</param>
/// <param name="members">The models, at least one.</param>
internal sealed class EnsembleClauseModel(ModelCard card, IReadOnlyList<IClauseModel> members) : IClauseModel
{
    /// <inheritdoc/>
    public ModelCard Card => card;

    /// <inheritdoc/>
    public float[,] Score(IReadOnlyList<string> texts)
    {
        float[][,] scores = [.. members.Select(member => member.Score(texts))];
        float[,] mean = new float[texts.Count, ScoreLabels.All.Count];
        for (int row = 0; row < texts.Count; row++)
        {
            for (int label = 0; label < ScoreLabels.All.Count; label++) mean[row, label] = scores.Average(one => one[row, label]);
        }
        return mean;
    }

    /// <inheritdoc/>
    /// <remarks>The mean of what the members say, each phrase's weight spread evenly over its words.</remarks>
    public IReadOnlyList<Contribution> Explain(string text, ScoreLabel label)
    {
        IReadOnlyList<TextSpan> words = ClauseScanner.Scan(text).Tokens;
        double[] weights = new double[words.Count];
        foreach (Contribution phrase in members.SelectMany(member => member.Explain(text, label)))
        {
            int[] covered = [.. Enumerable.Range(0, words.Count).Where(i => words[i].Start < phrase.Start + phrase.Length && phrase.Start < words[i].Start + words[i].Length)];
            foreach (int word in covered) weights[word] += phrase.Weight / covered.Length / members.Count;
        }
        return Phrases.Join(words, weights);
    }

    /// <inheritdoc/>
    public double UnknownShare(string text) => members.Average(member => member.UnknownShare(text));
}
