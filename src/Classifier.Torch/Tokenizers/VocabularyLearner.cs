using System.Globalization;

namespace Classifier.Torch.Tokenizers;

/// <summary>
/// Learns a WordPiece vocabulary from text: starts with single characters and joins, again and again, the pair of neighbouring pieces that occurs
/// most often (Sennrich, Haddow and Birch 2016, arXiv:1508.07909, on words cut as BERT cuts them). The same text gives the same vocabulary.
/// </summary>
/// <param name="size">Most pieces in the vocabulary, the marks included.</param>
internal sealed class VocabularyLearner(int size)
{
    private static readonly string[] Marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];

    /// <summary>Characters rarer than this in the text are left unknown: they are mostly damage.</summary>
    private const int LeastCharacter = 2;

    private const int LongestWord = 40;

    /// <summary>Learns from texts.</summary>
    /// <param name="texts">Training texts.</param>
    /// <returns>The pieces in id order, continuing ones with <c>##</c>.</returns>
    public IReadOnlyList<string> Learn(IEnumerable<string> texts)
    {
        BertNormalization normalization = new(lowerCase: true);
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (string text in texts)
        {
            foreach (string word in normalization.Normalize(text).Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (word.Length <= LongestWord) counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }
        return Join([.. counts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new CountedWord(Characters(pair.Key), pair.Value))]);
    }

    private List<string> Join(CountedWord[] words)
    {
        List<string> pieces = [.. Marks];
        pieces.AddRange(words.SelectMany(word => word.Pieces.Select(piece => (piece, word.Count))).GroupBy(pair => pair.piece, pair => pair.Count)
            .Where(group => group.Sum() >= LeastCharacter).Select(group => group.Key).Order(StringComparer.Ordinal).Take(Math.Max(0, size - Marks.Length)));
        HashSet<string> known = [.. pieces];
        PairCounts pairs = new(words);
        while (pieces.Count < size && pairs.Best() is { } best)
        {
            string joined = string.Concat(best.Left, best.Right.AsSpan(2));
            pairs.Merge(best, joined);
            if (known.Add(joined)) pieces.Add(joined);
        }
        return pieces;
    }

    private static List<string> Characters(string word)
    {
        List<string> pieces = [];
        for (int i = 0; i < word.Length;)
        {
            int length = char.IsSurrogatePair(word, i) ? 2 : 1;
            pieces.Add(string.Concat(i == 0 ? "" : "##", word.AsSpan(i, length)));
            i += length;
        }
        return pieces;
    }

    private sealed record CountedWord(List<string> Pieces, int Count);

    /// <summary>How often each pair of neighbours occurs, kept up to date while pairs are joined.</summary>
    private sealed class PairCounts
    {
        private readonly CountedWord[] _words;
        private readonly Dictionary<(string Left, string Right), long> _counts = [];
        private readonly Dictionary<(string Left, string Right), HashSet<int>> _places = [];
        private readonly PriorityQueue<(string Left, string Right), (long Count, string Pair)> _queue = new(Comparer<(long Count, string Pair)>.Create(
            (one, other) => one.Count != other.Count ? other.Count.CompareTo(one.Count) : string.CompareOrdinal(one.Pair, other.Pair)));

        public PairCounts(CountedWord[] words)
        {
            _words = words;
            for (int i = 0; i < words.Length; i++) Count(i, 1);
            foreach (((string Left, string Right) pair, long count) in _counts) Enqueue(pair, count);
        }

        /// <summary>The most frequent pair that occurs twice or more; null where none does.</summary>
        public (string Left, string Right)? Best()
        {
            while (_queue.TryDequeue(out (string Left, string Right) pair, out (long Count, string Pair) priority))
            {
                // An entry is out of date when the count has changed since; the change put in another one.
                if (_counts.GetValueOrDefault(pair) == priority.Count && priority.Count >= 2) return pair;
            }
            return null;
        }

        public void Merge((string Left, string Right) pair, string joined)
        {
            HashSet<(string Left, string Right)> touched = [];
            foreach (int word in _places[pair].ToArray())
            {
                touched.UnionWith(Count(word, -1));
                List<string> pieces = _words[word].Pieces;
                for (int i = 0; i + 1 < pieces.Count; i++)
                {
                    if (pieces[i] != pair.Left || pieces[i + 1] != pair.Right) continue;
                    pieces[i] = joined;
                    pieces.RemoveAt(i + 1);
                }
                touched.UnionWith(Count(word, 1));
            }
            foreach ((string Left, string Right) one in touched) Enqueue(one, _counts[one]);
        }

        private List<(string Left, string Right)> Count(int word, int sign)
        {
            List<(string Left, string Right)> pairs = [];
            List<string> pieces = _words[word].Pieces;
            for (int i = 0; i + 1 < pieces.Count; i++)
            {
                (string Left, string Right) pair = (pieces[i], pieces[i + 1]);
                pairs.Add(pair);
                _counts[pair] = _counts.GetValueOrDefault(pair) + (sign * _words[word].Count);
                if (!_places.TryGetValue(pair, out HashSet<int>? places)) _places[pair] = places = [];
                if (sign > 0) places.Add(word);
                else places.Remove(word);
            }
            return pairs;
        }

        private void Enqueue((string Left, string Right) pair, long count)
        {
            if (count > 0) _queue.Enqueue(pair, (count, string.Create(CultureInfo.InvariantCulture, $"{pair.Left} {pair.Right}")));
        }
    }
}
