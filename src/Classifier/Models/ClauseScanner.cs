using System.Globalization;

namespace Classifier.Models;

/// <summary>
/// Cuts a clause's text into tokens, words and n-grams. Folding never changes a text's length, so that every offset is one in the
/// text as given.
/// </summary>
internal static class ClauseScanner
{
    private const int LongestWordNgram = 3, ShortestCharacterNgram = 3, LongestCharacterNgram = 5, OpeningWords = 4;

    /// <summary>A token longer than this many characters is no word (a link, a line of dots); its character n-grams say nothing.</summary>
    private const int LongestToken = 40;

    // Each thread's room for the n-grams of one clause, about four for each of its characters.
    [ThreadStatic]
    private static List<Ngram>? _ngrams;

    /// <summary>Scans one clause.</summary>
    /// <param name="text">The clause's text; may be empty.</param>
    public static ScannedClause Scan(string text)
    {
        string folded = Fold(text);
        List<TextSpan> tokens = [];
        List<ScannedWord> words = [];
        List<Ngram> ngrams = _ngrams ??= [];
        ngrams.Clear();
        for (int i = 0; i < folded.Length;)
        {
            if (folded[i] == ' ') { i++; continue; }
            int start = i;
            while (i < folded.Length && folded[i] != ' ') i++;
            AddToken(folded, start, i, tokens, words, ngrams);
        }
        AddWordNgrams(words, ngrams);
        AddOpening(words, ngrams);
        return new ScannedClause(tokens, words, [.. ngrams]);
    }

    /// <summary>The hash of one word, as <see cref="Scan"/> computes it for a word that stands in a text.</summary>
    public static ulong HashWord(string word) => HashWord(Fold(word), 0, word.Length);

    /// <summary>Lower case, one form for each kind of quotation mark, dash and blank, and every digit a zero: "1988" and "2012" carry the same meaning for a model.</summary>
    private static string Fold(string text) => string.Create(text.Length, text, (folded, source) =>
    {
        for (int i = 0; i < folded.Length; i++)
        {
            char c = source[i];
            folded[i] = c switch
            {
                >= 'a' and <= 'z' => c,
                >= '0' and <= '9' => '0',
                '‘' or '’' => '\'',
                '“' or '”' or '«' or '»' => '"',
                '‐' or '‑' or '–' or '—' => '-',
                _ when char.IsWhiteSpace(c) || char.IsControl(c) => ' ',
                _ when char.IsDigit(c) => '0',
                _ => char.ToLowerInvariant(c),
            };
        }
    });

    private static void AddToken(string folded, int start, int end, List<TextSpan> tokens, List<ScannedWord> words, List<Ngram> ngrams)
    {
        int token = tokens.Count, first = start, last = end;
        while (first < last && !IsWordCharacter(folded[first])) first++;
        while (last > first && !IsWordCharacter(folded[last - 1])) last--;
        tokens.Add(first < last ? new TextSpan(first, last - first) : new TextSpan(start, end - start));
        for (int i = first; i < last;)
        {
            if (!IsWordCharacter(folded[i])) { i++; continue; }
            int from = i;
            while (i < last && IsWordCharacter(folded[i])) i++;
            words.Add(new ScannedWord(HashWord(folded, from, i), token));
        }
        if (end - start <= LongestToken) AddCharacterNgrams(folded.AsSpan(start, end - start), token, ngrams);
    }

    private static void AddCharacterNgrams(ReadOnlySpan<char> token, int index, List<Ngram> ngrams)
    {
        for (int from = -1; from < token.Length; from++)
        {
            ulong hash = NgramHash.Characters;
            for (int length = 1; length <= LongestCharacterNgram && from + length <= token.Length + 1; length++)
            {
                int at = from + length - 1;
                hash = NgramHash.Add(hash, at < 0 || at == token.Length ? ' ' : token[at]);
                if (length >= ShortestCharacterNgram) ngrams.Add(new Ngram(NgramHash.Finish(hash), NgramKind.Characters, index, index));
            }
        }
    }

    private static void AddWordNgrams(List<ScannedWord> words, List<Ngram> ngrams)
    {
        for (int first = 0; first < words.Count; first++)
        {
            ulong hash = words[first].Hash;
            ngrams.Add(new Ngram(hash, NgramKind.Words, words[first].Token, words[first].Token));
            for (int last = first + 1; last < Math.Min(words.Count, first + LongestWordNgram); last++)
            {
                hash = NgramHash.Join(hash, words[last].Hash);
                ngrams.Add(new Ngram(hash, NgramKind.Words, words[first].Token, words[last].Token));
            }
        }
    }

    /// <summary>
    /// The first words once more, marked as such: whether a clause binds, recommends or recites is said where it opens ("Noting", "Each Party shall"), and the
    /// number that stands before it in a text tells the kind of text.
    /// </summary>
    private static void AddOpening(List<ScannedWord> words, List<Ngram> ngrams)
    {
        ulong sequence = NgramHash.Opening;
        for (int last = 0; last < Math.Min(words.Count, OpeningWords); last++)
        {
            sequence = NgramHash.Join(sequence, words[last].Hash);
            ngrams.Add(new Ngram(sequence, NgramKind.Words, words[0].Token, words[last].Token));
            if (last > 0) ngrams.Add(new Ngram(NgramHash.Join(NgramHash.NearOpening, words[last].Hash), NgramKind.Words, words[last].Token, words[last].Token));
        }
    }

    private static ulong HashWord(string folded, int start, int end)
    {
        ulong hash = NgramHash.Words;
        for (int i = start; i < end; i++) hash = NgramHash.Add(hash, folded[i]);
        return NgramHash.Finish(hash);
    }

    private static bool IsWordCharacter(char c) =>
        char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;
}
