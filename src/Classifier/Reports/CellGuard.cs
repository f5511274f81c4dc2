using System.Buffers;
using System.Text;

namespace Classifier.Reports;

/// <summary>What was done to a cell so that a spreadsheet shows it as text.</summary>
[Flags]
public enum CellChange
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>An apostrophe was put before it.</summary>
    Guarded = 1,

    /// <summary>Characters that cannot be seen were replaced by signs that can.</summary>
    Replaced = 2,

    /// <summary>Its end is missing.</summary>
    Cut = 4,
}

/// <summary>
/// Makes a text safe as a cell of a spreadsheet. Formulas: OWASP, "CSV Injection" (cells that begin with = + - @, tab, line breaks, or the
/// full-width forms; quoting does not protect). Numbers: both programs read "(1)" as -1, "5.10" as 5.1 and "1/2" as a date, which would
/// falsify clause numbers. Limits: Microsoft, "Excel specifications and limits".
/// </summary>
public static class CellGuard
{
    /// <summary>Most characters (UTF-16 code units) in a cell of Excel.</summary>
    public const int MostCharacters = 32_767;

    /// <summary>Most line feeds in a cell of Excel.</summary>
    public const int MostLineFeeds = 253;

    private const char Apostrophe = '\'';
    private const string Ellipsis = "…";
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,:/-+() %eE");

    /// <summary>Makes a cell safe.</summary>
    /// <param name="text">The cell's text.</param>
    /// <param name="change">What had to be changed.</param>
    /// <returns>The text to write. Unless it was cut or replaced, <see cref="Unguard"/> gives <paramref name="text"/> back.</returns>
    public static string Guard(string text, out CellChange change)
    {
        change = CellChange.None;
        if (text.Length == 0) return text;
        string safe = MakeVisible(text);
        if (!ReferenceEquals(safe, text)) change |= CellChange.Replaced;
        if (NeedsGuard(safe))
        {
            safe = Apostrophe + safe;
            change |= CellChange.Guarded;
        }
        int fits = Fitting(safe);
        if (fits < safe.Length)
        {
            safe = string.Concat(safe.AsSpan(0, fits), Ellipsis);
            change |= CellChange.Cut;
        }
        return safe;
    }

    /// <summary>Takes the guard away again: the inverse of <see cref="Guard"/> for cells that were neither cut nor replaced.</summary>
    public static string Unguard(string cell) => cell.Length > 1 && cell[0] == Apostrophe && NeedsGuard(cell) ? cell[1..] : cell;

    /// <summary>Replaces control characters, overrides of the writing direction and broken surrogates by signs that can be seen; tab and line breaks stay.</summary>
    /// <returns>The same object where nothing had to be replaced.</returns>
    public static string MakeVisible(string text)
    {
        // Most texts are of plain letters throughout, which is seen at a glance.
        int first = text.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        if (first < 0) return text;
        while (first < text.Length && !IsHidden(text, first)) first++;
        if (first == text.Length) return text;
        StringBuilder visible = new(text, 0, first, text.Length + 16);
        for (int i = first; i < text.Length; i++)
        {
            char c = text[i];
            if (!IsHidden(text, i)) visible.Append(c);
            else if (c < ' ') visible.Append((char)('\u2400' + c)); // the Unicode block "Control Pictures" follows the order of the controls
            else if (c == '\u007f') visible.Append('\u2421');
            else if (char.IsSurrogate(c)) visible.Append('\ufffd');
            else visible.Append($"<U+{(int)c:X4}>");
        }
        return visible.ToString();
    }

    private static bool IsHidden(string text, int i)
    {
        char c = text[i];
        if (c < ' ') return c is not ('\t' or '\n' or '\r');
        if (c < '\u007f') return false;
        return c <= '\u009f'
            || c is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069' // embeddings, overrides and isolates can make a cell read as another text
            || char.IsHighSurrogate(c) && (i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
            || char.IsLowSurrogate(c) && (i == 0 || !char.IsHighSurrogate(text[i - 1]));
    }

    /// <summary>Apostrophes before the dangerous sign are looked through, so that a text that has one of its own is told from a guarded one.</summary>
    private static bool NeedsGuard(string text)
    {
        ReadOnlySpan<char> bare = text.AsSpan().TrimStart(Apostrophe);
        return bare.Length > 0 && (bare[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' || ReadsAsNumber(bare));
    }

    /// <summary>
    /// True for what a spreadsheet may turn into another number, a date or a time: digits with signs between them ("5.2" is a date in many
    /// countries). Whole numbers are left alone, and "27.", which at worst loses its full stop.
    /// </summary>
    private static bool ReadsAsNumber(ReadOnlySpan<char> text)
    {
        const int exactDigits = 15; // a spreadsheet's numbers are IEEE doubles, and it shows 15 digits of them
        if (text.Length > 64 || text.IndexOfAnyExcept(OfNumbers) >= 0 || text.IndexOfAnyInRange('0', '9') < 0) return false;
        ReadOnlySpan<char> number = text[^1] == '.' ? text[..^1] : text;
        bool whole = number.Length <= exactDigits && number.IndexOfAnyExceptInRange('0', '9') < 0 && (number[0] != '0' || number.Length == 1);
        return !whole;
    }

    private static int Fitting(string text)
    {
        int end = text.Length;
        int feeds = 0;
        for (int i = text.IndexOf('\n'); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            if (++feeds <= MostLineFeeds) continue;
            end = i;
            break;
        }
        if (end == text.Length && end <= MostCharacters) return end;
        end = Math.Min(end, MostCharacters - Ellipsis.Length);
        return char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
    }
}
