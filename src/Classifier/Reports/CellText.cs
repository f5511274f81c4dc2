using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Classifier.Documents;
using Classifier.Scores;

namespace Classifier.Reports;

/// <summary>How values are written wherever they are shown: one culture, fixed decimals, the codebook's words.</summary>
internal static class CellText
{
    // Texts of the numbers from 0 to this many units of the last decimal, made as they are met: reports consist of them by the hundred thousand.
    private const int MostKept = 10_000;

    private static readonly ConcurrentDictionary<Enum, string> Words = new();
    private static readonly string?[] KeptScores = new string?[MostKept + 1], KeptTenths = new string?[MostKept + 1];

    /// <summary>A probability, or a difference of two, with four decimals.</summary>
    public static string Score(double value) => Rounded(value, "F4", 10_000, KeptScores);

    /// <summary>A priority or a length in points, with one decimal.</summary>
    public static string Tenths(double value) => Rounded(value, "F1", 10, KeptTenths);

    /// <summary>A whole number.</summary>
    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A flag.</summary>
    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>A value of an enumeration in the codebook's spelling: <c>StateCentric</c> is <c>state_centric</c>.</summary>
    public static string Of(Enum value) => Words.GetOrAdd(value, static value =>
    {
        StringBuilder word = new();
        foreach (char c in value.ToString())
        {
            if (char.IsUpper(c) && word.Length > 0) word.Append('_');
            word.Append(char.ToLowerInvariant(c));
        }
        return word.ToString();
    });

    /// <summary>The rights joined by <c>;</c>; empty where there is none.</summary>
    public static string Of(Rights rights) => string.Join(';', Enum.GetValues<Rights>().Where(right => right != Rights.None && rights.HasFlag(right)).Select(right => Of((Enum)right)));

    /// <summary>The opening words of a text, cut at a blank where there is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">Characters to keep at most; an ellipsis stands for the rest.</param>
    public static string Beginning(string text, int length)
    {
        if (text.Length <= length) return text;
        int blank = text.LastIndexOf(' ', length);
        int end = blank > length / 2 ? blank : char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..end] + "…";
    }

    /// <summary>Boxes as <c>page:left,top,right,bottom</c> in points, joined by <c>;</c>.</summary>
    public static string Of(IEnumerable<PageBox> boxes) => string.Join(';', boxes.Select(Of));

    /// <summary>A box as <c>page:left,top,right,bottom</c> in points.</summary>
    public static string Of(PageBox place) =>
        $"{Of(place.Page)}:{Tenths(place.Box.Left)},{Tenths(place.Box.Top)},{Tenths(place.Box.Right)},{Tenths(place.Box.Bottom)}";

    private static string Rounded(double value, string format, double units, string?[] kept)
    {
        double scaled = value * units, nearest = Math.Round(scaled);
        // The product is not exact: about half way between two texts, the number itself must tell.
        bool isClear = Math.Abs(scaled - nearest) < 0.499999;
        return isClear && nearest is >= 0 and <= MostKept ? kept[(int)nearest] ??= Rounded(value, format) : Rounded(value, format);
    }

    /// <summary>Without a minus before zero, which says nothing and differs between ways to reach it.</summary>
    private static string Rounded(double value, string format)
    {
        string text = value.ToString(format, CultureInfo.InvariantCulture);
        return text[0] == '-' && text.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? text[1..] : text;
    }
}
