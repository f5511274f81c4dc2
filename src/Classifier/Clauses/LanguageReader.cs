using System.Buffers;
using System.Text;

namespace Classifier.Clauses;

/// <summary>
/// Tells the language of a text: by its script where that decides, else by its most frequent function words. A library was weighed
/// (SearchPioneer.Lingua 2.0.0, nine languages): it needs 72 MB on disk, 330 MB of memory and 4.6 s of processor time before the first
/// answer, while a worker must be ready in well under a second. Half the words of running text are function words, so that a
/// clause of a dozen words shows several; shorter ones take the language of their document.
/// </summary>
internal static class LanguageReader
{
    public const string Undetermined = "und";

    // Fewer words than this hold too few function words to tell French from Spanish.
    private const int FewestHits = 2;

    private static readonly (string Code, string Words)[] Profiles =
    [
        ("en", "the of and to in that for is with as by on be are or which from at not shall this an have it their has may any its they should will must other such who was been no these all we our"),
        ("fr", "le la les des du de et en un une que est dans pour par sur au aux ce qui ne pas sont ou plus il elle leur leurs cette ces se avec être à l d qu doit doivent ainsi été nous"),
        ("es", "el la los las de del y en que un una por para con se es al no su sus como más o ser lo este esta son entre sin sobre ha deberá podrá cuando también han les"),
        ("pt", "o os as de do da dos das e em que um uma por para com se é ao aos não na nas no nos sua seus como mais ou ser pela pelo este são entre sem sobre deve também foi"),
        ("de", "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder"),
        ("it", "il lo la i gli le di del della dei delle e in che un una per con si è al alla non sono da nel nella come più o essere su anche ha loro questo sia dal tra deve"),
        ("nl", "de het een van en in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog door over ze zich tot kan worden deze naar hebben wordt"),
        ("pl", "i w na z do nie się że o jest to od za przez oraz lub po dla są może być jak tym które jego ze co tego przy"),
        ("tr", "ve bir bu için ile da de olarak olan daha en çok gibi kadar olan sonra ise veya ya her tarafından göre değil"),
        ("id", "yang dan di untuk dengan dari pada dalam ini itu adalah tidak akan oleh atau sebagai juga telah dapat harus ke"),
    ];

    // No word of the profiles is longer.
    private const int LongestWord = 16;

    private static readonly SearchValues<char> Separators = SearchValues.Create(" \n'’-,.;:()\"“”«»");

    // Each word with the profiles that it stands in.
    private static readonly Dictionary<string, int[]> Languages = Profiles.Index()
        .SelectMany(profile => profile.Item.Words.Split(' ').Distinct(), (profile, word) => (Word: word, profile.Index))
        .GroupBy(entry => entry.Word, entry => entry.Index).ToDictionary(word => word.Key, word => word.ToArray());

    private static readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> LanguagesBySpan = Languages.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Two-letter code, or "und" where the text is too short or too mixed to tell.</summary>
    public static string Read(string text)
    {
        if (OfScript(text) is { } byScript) return byScript;
        int[] hits = new int[Profiles.Length];
        int words = 0;
        Span<char> small = stackalloc char[LongestWord];
        foreach (Range range in text.AsSpan().SplitAny(Separators))
        {
            ReadOnlySpan<char> word = text.AsSpan(range);
            if (word.IsEmpty || !IsOfLetters(word)) continue;
            words++;
            if (word.Length > LongestWord || !LanguagesBySpan.TryGetValue(small[..word.ToLowerInvariant(small)], out int[]? languages)) continue;
            foreach (int language in languages) hits[language]++;
        }
        int best = 0;
        for (int i = 1; i < hits.Length; i++)
            if (hits[i] > hits[best]) best = i;
        // Related languages share words ("de", "que"): the winner must lead, and must explain a fair share of the text.
        bool leads = Enumerable.Range(0, hits.Length).All(i => i == best || hits[i] < hits[best]);
        return hits[best] >= FewestHits && leads && hits[best] >= 0.12 * words ? Profiles[best].Code : Undetermined;
    }

    private static bool IsOfLetters(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
            if (!char.IsLetter(c)) return false;
        return true;
    }

    private static string? OfScript(string text)
    {
        if (Ascii.IsValid(text)) return text.AsSpan().ContainsAnyInRange('A', 'z') ? null : Undetermined;
        int latin = 0, cyrillic = 0, arabic = 0, han = 0, kana = 0, hangul = 0, greek = 0, hebrew = 0, thai = 0, devanagari = 0;
        bool persian = false, ukrainian = false;
        foreach (char c in text)
        {
            switch (c)
            {
                case >= 'A' and <= 'z' or >= '\u00C0' and <= '\u024F': latin++; break;
                case >= '\u0400' and <= '\u04FF':
                    cyrillic++;
                    ukrainian |= c is 'і' or 'ї' or 'є' or 'ґ';
                    break;
                case >= '\u0600' and <= '\u06FF' or >= '\u0750' and <= '\u077F':
                    arabic++;
                    persian |= c is 'پ' or 'چ' or 'ژ' or 'گ';
                    break;
                case >= '\u3400' and <= '\u9FFF': han++; break;
                case >= '\u3040' and <= '\u30FF': kana++; break;
                case >= '\uAC00' and <= '\uD7AF': hangul++; break;
                case >= '\u0370' and <= '\u03FF': greek++; break;
                case >= '\u0590' and <= '\u05FF': hebrew++; break;
                case >= '\u0E00' and <= '\u0E7F': thai++; break;
                case >= '\u0900' and <= '\u097F': devanagari++; break;
            }
        }
        // A Han character says as much as several letters.
        int most = new[] { latin, cyrillic, arabic, 3 * (han + kana), hangul, greek, hebrew, thai, devanagari }.Max();
        if (most == 0) return Undetermined;
        if (most == latin) return null;
        if (most == cyrillic) return ukrainian ? "uk" : "ru";
        if (most == arabic) return persian ? "fa" : "ar";
        if (most == 3 * (han + kana)) return kana * 5 > han ? "ja" : "zh";
        if (most == hangul) return "ko";
        if (most == greek) return "el";
        if (most == hebrew) return "he";
        return most == thai ? "th" : "hi";
    }
}
