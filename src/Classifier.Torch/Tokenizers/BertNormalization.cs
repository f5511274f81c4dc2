using System.Globalization;
using System.Text;

namespace Classifier.Torch.Tokenizers;

/// <summary>A normalised text and, for each of its characters, the character of the original that it came from.</summary>
/// <param name="Text">Words and punctuation marks apart, each followed by one blank.</param>
/// <param name="Origins">Offsets in the original, as many as the text has characters.</param>
internal sealed record NormalizedText(string Text, IReadOnlyList<int> Origins);

/// <summary>
/// BERT's basic tokenization (google-research/bert, tokenization.py): control characters out, blanks and CJK characters and punctuation
/// apart, and for uncased vocabularies lower case without accents. It keeps where every character came from, as the library's own
/// normalizer does not. Accents come from a table (Unicode's canonical decompositions without their marks), because the runtime leaves
/// text as it is where globalization is invariant.
/// </summary>
internal sealed class BertNormalization(bool lowerCase)
{
    private static readonly Dictionary<char, string> Unaccented = ReadUnaccented();

    public NormalizedText Normalize(string text)
    {
        StringBuilder normal = new(text.Length + 16);
        List<int> origins = new(text.Length + 16);
        for (int i = 0; i < text.Length;)
        {
            // A lone surrogate is no character: the replacement character of U+FFFD stands for it and is dropped like one.
            bool whole = Rune.TryGetRuneAt(text, i, out Rune rune);
            int length = whole ? rune.Utf16SequenceLength : 1;
            if (whole) Append(text, i, rune, normal, origins);
            i += length;
        }
        return new NormalizedText(normal.ToString(), origins);
    }

    private void Append(string text, int at, Rune rune, StringBuilder normal, List<int> origins)
    {
        UnicodeCategory category = Rune.GetUnicodeCategory(rune);
        if (rune.Value is ' ' or '\t' or '\n' or '\r' || category == UnicodeCategory.SpaceSeparator)
        {
            Add(" ");
            return;
        }
        if (rune.Value is 0 or 0xFFFD || IsControl(category)) return;
        if (lowerCase && category == UnicodeCategory.NonSpacingMark) return;
        bool apart = IsPunctuation(rune, category) || IsCjk(rune.Value);
        if (apart) Add(" ");
        Add(lowerCase ? Lower(text, at, rune) : text.Substring(at, rune.Utf16SequenceLength));
        if (apart) Add(" ");

        void Add(string part)
        {
            normal.Append(part);
            for (int i = 0; i < part.Length; i++) origins.Add(at);
        }
    }

    private static string Lower(string text, int at, Rune rune) =>
        rune.IsBmp && Unaccented.TryGetValue((char)rune.Value, out string? plain) ? plain.ToLowerInvariant()
        : text.Substring(at, rune.Utf16SequenceLength).ToLowerInvariant();

    private static bool IsControl(UnicodeCategory category) =>
        category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate;

    /// <summary>Unicode's punctuation, and all of ASCII that is neither letter nor digit ("$", "^"), as BERT has it.</summary>
    private static bool IsPunctuation(Rune rune, UnicodeCategory category) =>
        rune.Value is (>= 33 and <= 47) or (>= 58 and <= 64) or (>= 91 and <= 96) or (>= 123 and <= 126)
        || category is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
            or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation;

    private static bool IsCjk(int code) =>
        code is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x2A6DF) or (>= 0x2A700 and <= 0x2B73F)
            or (>= 0x2B740 and <= 0x2B81F) or (>= 0x2B820 and <= 0x2CEAF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);

    private static Dictionary<char, string> ReadUnaccented()
    {
        using Stream stream = typeof(BertNormalization).Assembly.GetManifestResourceStream("unaccented.txt")!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        Dictionary<char, string> table = [];
        while (reader.ReadLine() is { Length: > 2 } line) table[line[0]] = line[2..];
        return table;
    }
}
