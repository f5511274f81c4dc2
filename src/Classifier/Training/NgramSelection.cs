using Classifier.Models;

namespace Classifier.Training;

/// <summary>
/// Chooses, on training clauses alone, which n-grams a model knows: those in enough clauses, the most frequent first, up to a bound that keeps
/// the model small. On the shipped data it cuts rare n-grams of words only; other rules of selection were not tried.
/// </summary>
internal sealed class NgramSelection(TrainingOptions options)
{
    /// <summary>Chooses.</summary>
    /// <param name="clauses">The scanned training clauses; their order does not matter.</param>
    public NgramFeaturizer Choose(IReadOnlyList<ScannedClause> clauses)
    {
        Dictionary<ulong, int> words = [], characters = [];
        HashSet<ulong> seen = [];
        foreach (ScannedClause clause in clauses)
        {
            seen.Clear();
            foreach (Ngram ngram in clause.Ngrams)
            {
                if (!seen.Add(ngram.Hash)) continue;
                Dictionary<ulong, int> counts = ngram.Kind == NgramKind.Words ? words : characters;
                counts[ngram.Hash] = counts.GetValueOrDefault(ngram.Hash) + 1;
            }
        }
        ulong[] chosenWords = Frequent(words, options.LeastWordClauses, options.MostWordNgrams);
        ulong[] chosenCharacters = Frequent(characters, options.LeastCharacterClauses, options.MostCharacterNgrams);
        float[] idf = [.. chosenWords.Select(hash => Idf(words[hash], clauses.Count)), .. chosenCharacters.Select(hash => Idf(characters[hash], clauses.Count))];
        return new NgramFeaturizer([.. chosenWords, .. chosenCharacters], idf, chosenWords.Length);
    }

    /// <summary>Ties are broken by the hash, so that the choice never depends on the order of clauses.</summary>
    private static ulong[] Frequent(Dictionary<ulong, int> counts, int least, int most) =>
        [.. counts.Where(pair => pair.Value >= least).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(most).Select(pair => pair.Key).Order()];

    private static float Idf(int clausesWith, int clauses) => MathF.Log((1f + clauses) / (1f + clausesWith)) + 1;
}
