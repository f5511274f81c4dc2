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

    /// <summary>Indices of the paragraphs that make up tables of contents.</summary>
    public static IReadOnlySet<int> Find(IReadOnlyList<Paragraph> paragraphs)
    {
        HashSet<int> found = [];
        for (int i = 0; i < paragraphs.Count; i++)
        {
            int last = i - 1, lines = 0, number = 0;
            // One heading without a page number may stand between two with one.
            for (int next = i; next < paragraphs.Count && next <= last + (lines < FewestLines ? 2 : MostWrapped + 1); next++)
            {
                if (next > last + 2 && paragraphs[next].Page != paragraphs[last].Page) break;
                if (PageOf(paragraphs[next]) is not { } page || page < number) continue;
                (last, number) = (next, page);
                lines++;
            }
            if (lines < FewestLines || PageOf(paragraphs[i]) is null) continue;
            for (int at = i; at <= last; at++) found.Add(at);
            i = last;
        }
        return found;
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
