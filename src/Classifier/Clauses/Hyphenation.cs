using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>
/// Joins the lines of a paragraph. A hyphen at a line's end either broke a word, and goes, or belongs to a compound, and stays; the
/// document itself is the best witness of which.
/// </summary>
internal sealed class Hyphenation
{
    // First halves that form compounds far more often than they are the first syllables of broken words.
    private static readonly HashSet<string> CompoundFirst = new(StringComparer.OrdinalIgnoreCase)
    {
        "non", "self", "all", "well", "half", "cross", "high", "low", "long", "short", "end", "policy", "decision", "user", "state", "third", "two", "three",
        "four", "five", "six", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "e", "ex", "so", "vice", "rights", "law", "multi",
    };

    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    public Hyphenation(IEnumerable<TextLine> lines)
    {
        foreach (TextLine line in lines)
        {
            string[] words = line.Text.Text.Split(' ');
            // The last word of a line may be half a word, the first one the other half.
            for (int i = 1; i < words.Length - 1; i++) _words.Add(words[i].Trim('.', ',', ';', ':', '(', ')', '"', '\'', '“', '”', '‘', '’', '[', ']'));
        }
    }

    /// <summary>True where the text ends in a letter and a hyphen.</summary>
    public static bool EndsBroken(string text) => text.Length > 1 && Characters.IsHyphen(text[^1]) && char.IsLetter(text[^2]);

    public MarkedText Join(MarkedText text, MarkedText next)
    {
        if (text.Text.Length == 0) return next;
        if (next.Text.Length == 0) return text;
        char end = text.Text[^1], start = next.Text[0];
        if (!Characters.IsHyphen(end) || text.Text.Length < 2 || !char.IsLetterOrDigit(text.Text[^2]))
            return Characters.IsUnspaced(end) && Characters.IsUnspaced(start) ? text.Append(next) : text.AppendAfterBlank(next);
        if (Characters.IsSoftHyphen(end)) return text.Until(text.Text.Length - 1).Append(next);
        return BrokeAWord(text, next) ? text.Until(text.Text.Length - 1).Append(next) : text.Append(next);
    }

    private bool BrokeAWord(MarkedText text, MarkedText next)
    {
        // A hyphen marked otherwise than the letter before it is itself what the proposal changes.
        if (text.Marks[^1] != text.Marks[^2] && text.Marks[^1] != Mark.None) return false;
        string first = LastWord(text.Text[..^1]), second = FirstWord(next.Text);
        if (second.Length == 0 || !char.IsLower(second[0]) || !char.IsLetter(first.Length > 0 ? first[^1] : ' ')) return false;
        if (_words.Contains(first + second)) return true;
        if (_words.Contains(first + "-" + second) || CompoundFirst.Contains(first)) return false;
        // Two words that the document uses on their own are more often a compound than two syllables; short ones ("be-cause") are not.
        return !(first.Length > 3 && second.Length > 3 && _words.Contains(first) && _words.Contains(second));
    }

    private static string LastWord(string text)
    {
        int start = text.Length;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1])) start--;
        return text[start..];
    }

    private static string FirstWord(string text)
    {
        int end = 0;
        while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
        return text[..end];
    }
}
