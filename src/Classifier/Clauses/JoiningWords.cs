namespace Classifier.Clauses;

/// <summary>Articles, prepositions and conjunctions: words that join what stands before them to what follows, so that no sentence and no title ends with one.</summary>
internal static class JoiningWords
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "an", "of", "and", "or", "for", "to", "in", "on", "by", "with", "from", "at", "into", "upon", "beyond", "between", "against", "under", "towards", "through", "regarding", "concerning", "than", "that", "which", "whose", "&",
        "la", "le", "les", "el", "los", "las", "de", "du", "des", "et", "y", "del", "sur", "pour", "para", "и", "о", "по", "в",
    };

    /// <summary>True where the text breaks off after such a word.</summary>
    public static bool End(string text) => Words.Contains(text[(text.LastIndexOf(' ') + 1)..]);

    /// <summary>True where the text begins with such a word in small letters or, in a text of capitals, in capitals.</summary>
    public static bool Begin(string text)
    {
        string start = text.Split(' ')[0];
        return Words.Contains(start) && (char.IsLower(start[0]) || start == "&" || Characters.AllCapitals(text));
    }
}
