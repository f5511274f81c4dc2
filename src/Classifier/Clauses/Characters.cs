namespace Classifier.Clauses;

/// <summary>What characters say about the text that they stand in.</summary>
internal static class Characters
{
    private const char SoftHyphen = '\u00AD';

    /// <summary>Hyphens that may break a word at a line's end: hyphen-minus, hyphen, soft hyphen.</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or SoftHyphen;

    public static bool IsSoftHyphen(char c) => c == SoftHyphen;

    /// <summary>Characters that take no room and mean nothing to a reader: zero-width blanks, marks of direction. The joiners of Persian and Indic scripts are not among them.</summary>
    public static bool IsInvisible(char c) => c is '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>Scripts that are set without blanks between words: Han, Kana, their punctuation and full-width forms.</summary>
    public static bool IsUnspaced(char c) => c is (>= '\u2E80' and <= '\u303F') or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF');

    /// <summary>True where the text has a letter or a digit.</summary>
    public static bool AreWritten(string text)
    {
        foreach (char c in text)
            if (char.IsLetterOrDigit(c)) return true;
        return false;
    }

    /// <summary>How many letters the text has.</summary>
    public static int Letters(string text)
    {
        int letters = 0;
        foreach (char c in text)
            if (char.IsLetter(c)) letters++;
        return letters;
    }

    /// <summary>True where the text ends like a sentence; closing quotes, brackets and note marks do not count.</summary>
    public static bool EndsSentence(string text)
    {
        string core = text.TrimEnd(' ', '"', '\'', '”', '’', '»', ')', ']', '）', '』', '」');
        return core.Length > 0 && core[^1] is '.' or '!' or '?' or ';' or ':' or '。' or '！' or '？' or '；' or '：' or '؟' or '؛' or '…';
    }

    /// <summary>True where the text's first letter is a small one; scripts without capitals give false.</summary>
    public static bool StartsSmall(string text)
    {
        foreach (char c in text)
            if (char.IsLetterOrDigit(c)) return char.IsLower(c);
        return false;
    }

    /// <summary>True where all letters of a cased script are capitals, and there are at least four.</summary>
    public static bool AllCapitals(string text)
    {
        int capitals = 0;
        foreach (char c in text)
        {
            if (char.IsLower(c)) return false;
            if (char.IsUpper(c)) capitals++;
        }
        return capitals >= 4;
    }
}
