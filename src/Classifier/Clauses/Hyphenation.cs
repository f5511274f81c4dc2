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

    // Second halves that are no words: "law-ful" was broken, whatever "law-abiding" is.
    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        "ful", "fully", "fulness", "less", "lessly", "ness", "ly", "ment", "ments", "mental", "tion", "tions", "tional", "sion", "sions", "ing", "ings", "ed", "er", "ers", "est", "ity", "ities",
        "able", "ible", "ably", "ance", "ence", "ship", "ships", "hood", "dom", "ous", "ive", "ism", "ist", "ists", "ize", "ise", "yer", "yers",
    };

    // Words of two words, both common on their own, that are always written as one.
    private static readonly HashSet<string> Closed = new(StringComparer.OrdinalIgnoreCase)
    {
        "everywhere", "everything", "everyone", "everybody", "somewhere", "something", "someone", "somebody", "sometimes", "anywhere", "anything", "anyone", "anybody", "nothing", "nobody",
        "whatever", "whichever", "whenever", "wherever", "whoever", "however", "whereas", "whereby", "wherein", "thereafter", "thereby", "therefore", "therefrom", "therein", "thereof", "thereto",
        "hereafter", "hereby", "herein", "hereinafter", "heretofore", "furthermore", "moreover", "nevertheless", "nonetheless", "notwithstanding", "otherwise", "likewise", "meanwhile", "meantime",
        "throughout", "without", "within", "withhold", "withdraw", "understand", "undertake", "undertaking", "undertakings", "overcome", "oversight", "overview", "outcome", "outcomes", "outside",
        "inside", "upon", "into", "onto", "already", "although", "altogether", "always", "worldwide", "nationwide", "lifetime", "timetable", "network", "networks", "framework", "frameworks",
        "benchmark", "benchmarks", "guideline", "guidelines", "database", "databases", "download", "feedback", "background", "landmark", "workplace", "workshop", "workshops", "website", "websites",
    };

    private readonly MarkedTextBuilder _joined = new();

    // Read when the first hyphen asks for them.
    private readonly Lazy<HashSet<string>> _words;

    /// <param name="lines">All lines of the document.</param>
    public Hyphenation(IEnumerable<TextLine> lines) => _words = new(() => WordsOf(lines));

    private static HashSet<string> WordsOf(IEnumerable<TextLine> lines)
    {
        HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> spans = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (TextLine line in lines)
        {
            string text = line.Text.Text;
            // The last word of a line may be half a word, the first one the other half.
            int first = text.IndexOf(' ') + 1, last = text.LastIndexOf(' ');
            if (first > last) continue;
            ReadOnlySpan<char> inner = text.AsSpan(first..last);
            foreach (Range word in inner.Split(' ')) spans.Add(inner[word].Trim(".,;:()\"'“”‘’[]"));
        }
        return words;
    }

    /// <summary>True where the text ends in a letter and a hyphen.</summary>
    public static bool EndsBroken(string text) => text.Length > 1 && Characters.IsHyphen(text[^1]) && char.IsLetter(text[^2]);

    /// <summary>The lines, of which each says something, as one text.</summary>
    public MarkedText Join(IReadOnlyList<TextLine> lines)
    {
        if (lines.Count == 1) return lines[0].Text;
        _joined.Clear();
        _joined.Append(lines[0].Text);
        for (int i = 1; i < lines.Count; i++)
        {
            MarkedText next = lines[i].Text;
            char end = _joined[^1], start = next.Text[0];
            if (Characters.IsHyphen(end) && _joined.Length > 1 && char.IsLetterOrDigit(_joined[^2]))
            {
                if (Characters.IsSoftHyphen(end) || BrokeAWord(next)) _joined.RemoveLast();
            }
            else if (!(Characters.IsUnspaced(end) && Characters.IsUnspaced(start))) _joined.AppendBlank(next.MarkAt(0));
            _joined.Append(next);
        }
        return _joined.ToMarkedText();
    }

    private bool BrokeAWord(MarkedText next)
    {
        int end = _joined.Length - 1;
        // A hyphen marked otherwise than the letter before it is itself what the proposal changes.
        if (_joined.MarkAt(end) != _joined.MarkAt(end - 1) && _joined.MarkAt(end) != Mark.None) return false;
        string first = WordBefore(end), second = FirstWord(next.Text);
        if (second.Length == 0 || !char.IsLower(second[0]) || !char.IsLetter(first.Length > 0 ? first[^1] : ' ')) return false;
        HashSet<string> words = _words.Value;
        if (words.Contains(first + second) || Closed.Contains(first + second)) return true;
        // A word is not broken within an acronym, nor right after it: "ICT-related".
        if (first.Length > 1 && first.All(char.IsUpper)) return false;
        if (words.Contains(first + "-" + second)) return false;
        if (Endings.Contains(second)) return true;
        if (CompoundFirst.Contains(first)) return false;
        // Two words that the document uses on their own are more often a compound than two syllables; short ones ("be-cause") are not.
        return !(first.Length > 3 && second.Length > 3 && words.Contains(first) && words.Contains(second));
    }

    private string WordBefore(int end)
    {
        int start = end;
        while (start > 0 && char.IsLetterOrDigit(_joined[start - 1])) start--;
        return _joined[start..end];
    }

    private static string FirstWord(string text)
    {
        int end = 0;
        while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
        return text[..end];
    }
}
