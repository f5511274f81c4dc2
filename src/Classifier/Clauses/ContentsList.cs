using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>Finds tables of contents: runs of short lines that end in page numbers which do not fall. They repeat the headings and say nothing.</summary>
internal static partial class ContentsList
{
    // Fewer lines may end in rising numbers by chance: years, amounts, cross-references.
    private const int FewestLines = 5;

    private const int LongestLine = 200;

    // An entry may be wrapped over some lines, and have its page number on the last.
    private const int MostWrapped = 3;

    // A page number is set apart by more than this share of the font size, at the far edge: text is justified with less.
    private const double Leader = 1.0;

    /// <summary>
    /// Indices of the lines of one flow that end an entry, so that the next line begins another: entries fill the measure, as full lines of running text do, but with a
    /// page number at the far edge.
    /// </summary>
    public static IReadOnlySet<int> EntryEnds(IReadOnlyList<TextLine> lines) =>
        lines.Count < FewestLines ? FrozenSet<int>.Empty : Runs(lines.Count, i => PageOf(lines[i]), (_, _) => true, wholly: false);

    /// <summary>Indices of the paragraphs that make up tables of contents.</summary>
    public static IReadOnlySet<int> Find(IReadOnlyList<Paragraph> paragraphs) => Runs(paragraphs.Count, i => PageOf(paragraphs[i]), (one, other) => paragraphs[one].Page == paragraphs[other].Page, wholly: true);

    /// <summary>The runs of page numbers that do not fall.</summary>
    /// <param name="count">How many lines or paragraphs there are.</param>
    /// <param name="pageOf">The page number of one, or null.</param>
    /// <param name="onOnePage">True where two stand on one page.</param>
    /// <param name="wholly">True to give also those between them that have no page number.</param>
    private static HashSet<int> Runs(int count, Func<int, int?> pageOf, Func<int, int, bool> onOnePage, bool wholly)
    {
        HashSet<int> found = [];
        for (int i = 0; i < count; i++)
        {
            if (pageOf(i) is null) continue;
            List<int> entries = [];
            int number = 0;
            // One heading without a page number may stand between two with one.
            for (int next = i; next < count && (entries.Count == 0 || next <= entries[^1] + (entries.Count < FewestLines ? 2 : MostWrapped + 1)); next++)
            {
                if (entries.Count > 0 && next > entries[^1] + 2 && !onOnePage(next, entries[^1])) break;
                if (pageOf(next) is not { } page || page < number) continue;
                number = page;
                entries.Add(next);
            }
            if (entries.Count < FewestLines) continue;
            found.UnionWith(wholly ? Enumerable.Range(i, entries[^1] - i + 1) : entries);
            i = entries[^1];
        }
        return found;
    }

    private static int? PageOf(TextLine line)
    {
        string text = line.Text.Text;
        if (text.Length == 0 || !char.IsAsciiDigit(text[^1]) || line.Slack > line.FontSize) return null;
        int start = text.LastIndexOf(' ') + 1;
        if (start == 0 || text.Length - start > 3 || line.BlankBefore(start) < Leader * line.FontSize) return null;
        return int.TryParse(text.AsSpan(start), NumberStyles.None, CultureInfo.InvariantCulture, out int page) ? page : null;
    }

    private static int? PageOf(Paragraph paragraph)
    {
        // Most paragraphs end otherwise, and the pattern is slow to find that out.
        if (paragraph.Kind != RegionKind.Body || paragraph.Text.Text.Length is 0 or > LongestLine || !char.IsAsciiDigit(paragraph.Text.Text[^1])) return null;
        return Entry().Match(paragraph.Text.Text) is { Success: true } entry ? int.Parse(entry.Groups[1].Value, CultureInfo.InvariantCulture) : null;
    }

    // Letters, then a page number, with dots or a blank between; "Article 5" and "in 2027" end in numbers that are no pages.
    [GeneratedRegex(@"^(?!(?:Article|Section|Rule|Resolution|Recommendation|Annex|Part|Chapter|ARTICLE|RESOLUTION|SECTION|CHAPTER|PART)\s\S+$)(?!.*\b(?:Article|Section|paragraph|No\.)\s\d+$).*\p{L}.*?[ .…]+([0-9]{1,3})$")]
    private static partial Regex Entry();
}
