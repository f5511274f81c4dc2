using System.Globalization;
using Classifier.Documents;

namespace Classifier.Clauses;

/// <summary>
/// How much of a text is words. Fonts without a way back to characters leave private-use characters, replacement characters, letters
/// mixed with figures, or consonants without a vowel; words of real languages have none of these.
/// </summary>
/// <param name="Plausible">Characters that stand in plausible words.</param>
/// <param name="All">All characters that are letters or lost ones.</param>
internal readonly record struct TextQuality(long Plausible, long All)
{
    // No word of the languages that we read is longer, but for German compounds and links.
    private const int LongestWord = 40;

    // "Angstschweiß" has eight consonants in a row; garbled text has more, or has no vowel at all.
    private const int MostConsonants = 8;

    private const char FirstCombining = '\u0300';

    /// <summary>Share of the characters that stand in plausible words, 0..1; null where there are none.</summary>
    public double? Share => All == 0 ? null : (double)Plausible / All;

    public static TextQuality Of(IReadOnlyList<Word> words)
    {
        long all = 0, plausible = 0;
        for (int i = 0; i < words.Count; i++)
        {
            string word = words[i].Text;
            int letters = 0, lost = 0;
            foreach (char c in word)
            {
                if (char.IsLetter(c)) letters++;
                else if (IsLost(c)) lost++;
            }
            all += letters + lost;
            if (lost == 0 && letters > 0 && IsPlausible(word)) plausible += letters;
        }
        return new TextQuality(plausible, all);
    }

    public static TextQuality operator +(TextQuality one, TextQuality other) => new(one.Plausible + other.Plausible, one.All + other.All);

    private static bool IsPlausible(string word)
    {
        int start = 0, end = word.Length;
        while (start < end && !char.IsLetterOrDigit(word[start])) start++;
        while (end > start && !char.IsLetterOrDigit(word[end - 1])) end--;
        ReadOnlySpan<char> core = word.AsSpan(start, end - start);
        if (core.Length > LongestWord) return core.Contains('/') || core.Contains('.') || word.Any(Characters.IsUnspaced);
        bool latin = false, other = false, vowel = false, small = false;
        int consonants = 0, longest = 0, inner = 0, letters = 0;
        for (int i = 0; i < core.Length; i++)
        {
            char c = core[i];
            // Vowel signs and accents belong to the letter before them.
            if (c >= FirstCombining && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) continue;
            if (!char.IsLetter(c))
            {
                // Signs within a word other than the usual joints: "7KH#", "fi$h".
                if (!char.IsDigit(c) && c is not ('-' or '\'' or '’' or '/' or '.' or '@' or '_' or '&' or '(' or ')' or ',' or ':' or '–' or '—' or '\u2010' or '\u2011')) inner++;
                consonants = 0;
                continue;
            }
            letters++;
            if (c < '\u0250') latin = true;
            else if (c is >= '\u0370' and <= '\u04FF') other = true;
            small |= char.IsLower(c);
            if (IsVowel(c))
            {
                vowel = true;
                consonants = 0;
            }
            else longest = Math.Max(longest, ++consonants);
        }
        if (inner > 1 || (latin && other)) return false;
        // Scripts other than Latin, and abbreviations in capitals, are not judged by their vowels.
        return !latin || !small || letters < 4 || (vowel && longest <= MostConsonants);
    }

    /// <summary>A character whose meaning the font kept to itself.</summary>
    private static bool IsLost(char c) => c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') || (char.IsControl(c) && !char.IsWhiteSpace(c));

    private static bool IsVowel(char c) => char.ToLowerInvariant(c) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or >= 'à' and <= 'æ' or >= 'è' and <= 'ï' or >= 'ò' and <= 'ö' or >= 'ù' and <= 'ý' or 'ø' or 'ÿ' or 'œ' or 'ı' or 'ā' or 'ē' or 'ī' or 'ō' or 'ū' or 'ą' or 'ę' or 'ů' or 'ő' or 'ű' or 'ă' or 'ě';
}
