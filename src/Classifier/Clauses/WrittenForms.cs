namespace Classifier.Clauses;

/// <summary>
/// Letters as one writes them. Ligatures (fi, ffi) and the joined shapes of Arabic letters are how a font draws text, and no reader
/// searches for them. The table follows the Unicode blocks Alphabetic Presentation Forms and Arabic Presentation Forms-B; the platform's
/// own compatibility normalisation is not at hand without culture data.
/// </summary>
internal static class WrittenForms
{
    private const char FirstLatin = '\uFB00', LastLatin = '\uFB06', FirstArabic = '\uFE80', LastArabic = '\uFEFC';

    // LaTeX's bitmap fonts say nothing of their letters; what is not ASCII keeps its place in the Cork encoding (T1), where text has control characters.
    private const char FirstCork = '\u0015', FirstCorkLetter = '\u0019', LastCork = '\u001F';

    private static readonly string[] Cork = ["–", "—", "", "", "ı", "ȷ", "ff", "fi", "fl", "ffi", "ffl"];

    private static readonly string[] Latin = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    // Each letter of Arabic Presentation Forms-B and how many shapes it has there, in the block's order.
    private const string ArabicLetters =
        "\u06211\u06222\u06232\u06242\u06252\u06264\u06272\u06284\u06292\u062A4\u062B4\u062C4\u062D4\u062E4\u062F2\u06302\u06312\u06322\u06334\u06344\u06354\u06364\u06374\u06384\u06394\u063A4"
        + "\u06414\u06424\u06434\u06444\u06454\u06464\u06474\u06482\u06492\u064A4";

    // Lam with the four kinds of alef, two shapes each, end the block.
    private static readonly string[] LamAlef = ["\u0644\u0622", "\u0644\u0623", "\u0644\u0625", "\u0644\u0627"];

    private static readonly string[] Arabic = [.. Shapes()];

    /// <summary>The characters for which <paramref name="c"/> stands, printed at <paramref name="at"/> in its word.</summary>
    public static string Of(char c, string word, int at) =>
        c is >= FirstCork and <= LastCork && (c < FirstCorkLetter || IsLetterAt(word, at - 1) || IsLetterAt(word, at + 1)) ? Cork[c - FirstCork]
        : c is >= FirstLatin and <= LastLatin ? Latin[c - FirstLatin]
        : c is >= FirstArabic and <= LastArabic ? Arabic[c - FirstArabic]
        : c.ToString();

    /// <summary>True for a character that may stand for others.</summary>
    public static bool IsForm(char c) => c is (>= FirstCork and <= LastCork) or (>= FirstLatin and <= LastLatin) or (>= FirstArabic and <= LastArabic);

    // A control character apart from all letters is what it is: the escape of a terminal's command.
    private static bool IsLetterAt(string word, int at) => at >= 0 && at < word.Length && char.IsLetter(word[at]);

    private static IEnumerable<string> Shapes()
    {
        for (int i = 0; i < ArabicLetters.Length; i += 2)
            for (int shape = 0; shape < ArabicLetters[i + 1] - '0'; shape++) yield return ArabicLetters[i].ToString();
        foreach (string pair in LamAlef)
        {
            yield return pair;
            yield return pair;
        }
    }
}
