using System.Globalization;
using System.Text;

namespace Classifier.Documents;

/// <summary>
/// Finds bullets drawn by symbol fonts, whose character maps name some letter of a distant script ("ਦ") or no character at all: a sign that
/// always stands alone before a text, several times, in a document that has no other letter of its script.
/// </summary>
internal static class BulletFinder
{
    private const string Bullet = "•";

    // A name of one letter or a lone sign may come twice; a list has more items.
    private const int FewestItems = 3;

    // Farthest text behind a bullet, in shares of the font size: a tab of an inch in small print.
    private const double Reach = 8;

    /// <summary>Gives such signs the bullet's character.</summary>
    public static IReadOnlyList<DocumentPage> Resolve(IReadOnlyList<DocumentPage> pages)
    {
        HashSet<string> signs = [.. pages.SelectMany(Leading).GroupBy(word => word.Text).Where(group => group.Count() >= FewestItems).Select(group => group.Key)];
        if (signs.Count == 0) return pages;
        HashSet<int> blocks = [.. pages.SelectMany(page => page.Words).Where(word => !IsSign(word)).SelectMany(word => word.Text.EnumerateRunes()).Select(Block)];
        signs.RemoveWhere(sign => blocks.Contains(Block(Rune.GetRuneAt(sign, 0))));
        return signs.Count == 0 ? pages : [.. pages.Select(page => page with { Words = [.. page.Words.Select(word => signs.Contains(word.Text) ? AsBullet(word) : word)] })];
    }

    /// <summary>The signs before a text on their line.</summary>
    private static IEnumerable<Word> Leading(DocumentPage page)
    {
        for (int i = 0; i + 1 < page.Words.Count; i++)
        {
            Word word = page.Words[i];
            if (!IsSign(word)) continue;
            Word next = page.Words[i + 1];
            bool sameLine = Math.Abs(next.Baseline - word.Baseline) < 0.3 * Math.Max(word.FontSize, next.FontSize);
            if (sameLine && Math.Abs(next.Box.Left - word.Box.Right) < Reach * next.FontSize) yield return word;
        }
    }

    private static bool IsSign(Word word) =>
        word.Text.Length <= 2 && Rune.TryGetRuneAt(word.Text, 0, out Rune rune) && rune.Utf16SequenceLength == word.Text.Length
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherLetter or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    /// <summary>Scripts begin at multiples of 128 code points, or nearly so.</summary>
    private static int Block(Rune rune) => rune.Value >> 7;

    private static Word AsBullet(Word word)
    {
        float left = float.PositiveInfinity, right = float.NegativeInfinity;
        foreach (float edge in word.Edges.Span) (left, right) = (Math.Min(left, edge), Math.Max(right, edge));
        return word with { Text = Bullet, Edges = new[] { left, right } };
    }
}
