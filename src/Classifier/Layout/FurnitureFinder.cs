using System.Globalization;
using System.Text.RegularExpressions;
using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>
/// Finds running heads and feet: rows at the edges of pages that come again at the same height with the same text, where the only
/// numbers that change go with the page number. Rows are taken from the edge inwards and never past one that is kept, so that a
/// clause that happens to begin a page is safe. What repetition cannot show (short documents) is known by its form.
/// </summary>
internal sealed partial class FurnitureFinder(LayoutOptions options)
{
    private readonly EdgeLevels _levels = new(options.FurnitureDrift);

    /// <summary>The rows that are furniture, each with the reason.</summary>
    /// <param name="pages">The rows of every page from top to bottom.</param>
    /// <param name="heights">The height of every page, in points.</param>
    public IReadOnlyDictionary<LaidOutLine, string> Find(IReadOnlyList<IReadOnlyList<LaidOutLine>> pages, IReadOnlyList<double> heights)
    {
        Dictionary<LaidOutLine, string> found = new(ReferenceEqualityComparer.Instance);
        List<EdgeRow> heads = [.. pages.SelectMany((rows, i) => Edge(rows, heights[i], fromTop: true))];
        List<EdgeRow> feet = [.. pages.SelectMany((rows, i) => Edge(rows, heights[i], fromTop: false))];
        HashSet<string> titles = new(pages.Take(1).SelectMany(rows => rows).Select(Text), StringComparer.OrdinalIgnoreCase);
        MarkEdge(heads, "running_head", titles, found);
        MarkEdge(feet, "running_foot", titles, found);
        return found;
    }

    /// <summary>The turned phrases that are furniture: page numbers, document symbols, and what comes again on another page.</summary>
    public IReadOnlyDictionary<LaidOutLine, string> FindTurned(IEnumerable<DocumentPage> pages)
    {
        Dictionary<LaidOutLine, string> found = new(ReferenceEqualityComparer.Instance);
        LaidOutLine[] phrases = [.. pages.SelectMany(TurnedPhrases)];
        ILookup<string, int> alike = phrases.ToLookup(Text, phrase => phrase.Page);
        foreach (LaidOutLine phrase in phrases)
        {
            string text = Text(phrase);
            if (IsPageNumber(text, phrase.Page)) found[phrase] = "page_number";
            else if (Symbol().IsMatch(text) || alike[text].Distinct().Count() > 1) found[phrase] = "running_head";
        }
        return found;
    }

    private static IEnumerable<LaidOutLine> TurnedPhrases(DocumentPage page)
    {
        for (int start = 0; start < page.TurnedWords.Count;)
        {
            int end = start + 1;
            while (end < page.TurnedWords.Count && GoesOn(page.TurnedWords[end - 1], page.TurnedWords[end])) end++;
            Word[] words = [.. page.TurnedWords.Skip(start).Take(end - start)];
            yield return new LaidOutLine
            {
                Page = page.Number,
                Box = Box.Around(words.Select(word => word.Box)),
                Baseline = words[0].Baseline,
                FontSize = words[0].FontSize,
                Words = [.. words.Select(word => new LaidOutWord(word, raised: false))],
            };
            start = end;
        }
    }

    /// <summary>True where the second word follows the first on the same line, up or down the page.</summary>
    private static bool GoesOn(Word first, Word second)
    {
        Box a = first.Box, b = second.Box;
        double across = Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left);
        double along = Math.Max(a.Top, b.Top) - Math.Min(a.Bottom, b.Bottom);
        return across > 0.5 * Math.Min(a.Width, b.Width) && along < second.FontSize;
    }

    /// <summary>The row's words with single blanks.</summary>
    public static string Text(LaidOutLine row) => string.Join(' ', row.Words.Select(word => word.Text));

    private IEnumerable<EdgeRow> Edge(IReadOnlyList<LaidOutLine> rows, double height, bool fromTop)
    {
        for (int i = 0; i < Math.Min(options.FurnitureRows, rows.Count); i++)
        {
            LaidOutLine row = rows[fromTop ? i : rows.Count - 1 - i];
            double depth = fromTop ? row.Baseline : height - row.Baseline;
            if (depth > options.FurnitureDepth * height) yield break;
            string text = Text(row);
            // The white between this row and the next one inwards.
            int inner = fromTop ? i + 1 : rows.Count - 2 - i;
            double gap = inner < 0 || inner >= rows.Count ? double.PositiveInfinity
                : fromTop ? rows[inner].Box.Top - row.Box.Bottom : row.Box.Top - rows[inner].Box.Bottom;
            yield return new EdgeRow(row, i, fromTop, text, gap);
        }
    }

    private void MarkEdge(List<EdgeRow> candidates, string reason, HashSet<string> titles, Dictionary<LaidOutLine, string> found)
    {
        HashSet<LaidOutLine> counters = Counters([.. candidates.Where(candidate => !candidate.FromTop)]);
        Dictionary<string, AlikeRows> alike = candidates.GroupBy(candidate => candidate.Template, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(rows => rows.Key, rows => new AlikeRows(rows, _levels), StringComparer.OrdinalIgnoreCase);
        Dictionary<EdgeRow, int> pagesAtLevel = _levels.Pages(candidates);
        foreach (IGrouping<int, EdgeRow> page in candidates.GroupBy(candidate => candidate.Row.Page))
        {
            List<EdgeRow> pending = [];
            List<LaidOutLine> unsure = [];
            foreach (EdgeRow candidate in page.OrderBy(candidate => candidate.Depth))
            {
                bool isNumber = IsPageNumber(candidate.Text, page.Key);
                Repetition repetition = isNumber ? Repetition.Sure : counters.Contains(candidate.Row) ? Repetition.Sure : alike[candidate.Template].Of(candidate, pagesAtLevel[candidate]);
                if (repetition == Repetition.None && !LooksLikeFurniture(candidate, titles, candidates)) break;
                pending.Add(candidate);
                // What comes again on few pages or is known by its form alone must stand apart from the text: a paragraph or a note may be printed twice, and titles may begin alike.
                if (repetition != Repetition.Sure && candidate.Gap < 0.8 * candidate.Row.FontSize) continue;
                if (repetition == Repetition.Some) unsure.AddRange(pending.Select(row => row.Row));
                foreach (EdgeRow sure in pending) found[sure.Row] = IsPageNumber(sure.Text, page.Key) ? "page_number" : reason;
                pending.Clear();
            }
            // Where what comes again ends within a block, the block is text that is printed twice, and its heading with it.
            if (pending.Count > 0) unsure.ForEach(row => found.Remove(row));
        }
    }

    /// <summary>
    /// Feet with a counter: "GLOSSARY 4", "A LONG TRADITION 9". Each chapter has its own words, so that none repeats, but at one
    /// height the last number always goes with the page's.
    /// </summary>
    private HashSet<LaidOutLine> Counters(List<EdgeRow> feet)
    {
        HashSet<LaidOutLine> counters = new(ReferenceEqualityComparer.Instance);
        List<(EdgeRow Foot, long Ahead)> counted = [];
        foreach (EdgeRow foot in feet)
        {
            if (foot.Gap > foot.Row.FontSize && LastNumber().Match(foot.Text) is { Success: true } match)
                counted.Add((foot, long.Parse(match.Value, CultureInfo.InvariantCulture) - foot.Row.Page));
        }
        foreach (IGrouping<long, EdgeRow> group in counted.GroupBy(foot => foot.Ahead, foot => foot.Foot))
            foreach ((EdgeRow foot, int pages) in _levels.Pages(group))
                if (pages >= 3) counters.Add(foot.Row);
        return counters;
    }

    private static bool IsPageNumber(string text, int page)
    {
        // Spreads print it at both edges: "19 19".
        if (text.Split(' ') is [var first, .. var others] && others.Length > 0 && others.All(other => other == first)) text = first;
        Match match = PageNumber().Match(text);
        if (!match.Success) return false;
        string value = match.Groups["n"].Value;
        return long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number == page : value.Length > 0;
    }

    /// <summary>A document symbol or file name on a line of its own, or the document's title above a later page, where the text of other pages does not reach.</summary>
    private bool LooksLikeFurniture(EdgeRow candidate, HashSet<string> titles, List<EdgeRow> all)
    {
        bool isLater = candidate.Row.Page > 1;
        string title = candidate.WithoutOwnNumber();
        if ((isLater || !candidate.FromTop) && Symbol().IsMatch(title)) return true;
        if (!candidate.FromTop && JobNumber().IsMatch(title)) return true;
        if (!isLater || !candidate.FromTop) return false;
        if (candidate.Depth == 0 && RepeatsHeadAtBothEdges(candidate.Row, titles)) return true;
        return title.Length >= 5 && titles.Contains(title) && !all.Any(other => other.Row.Page != candidate.Row.Page && _levels.AreLevel(candidate, other)
            && !string.Equals(other.Template, candidate.Template, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The author at one edge and the title at the other: set apart from each other, each the words of the first page's head, where a document is too short for its heads to repeat.</summary>
    private static bool RepeatsHeadAtBothEdges(LaidOutLine row, HashSet<string> titles)
    {
        const double apart = 3; // shares of the font size; blanks of a justified line stay far below
        List<List<string>> parts = [[row.Words[0].Text]];
        for (int i = 1; i < row.Words.Length; i++)
        {
            if (row.Words[i].Box.Left - row.Words[i - 1].Box.Right > apart * row.FontSize) parts.Add([]);
            parts[^1].Add(row.Words[i].Text);
        }
        return parts.Count > 1 && parts.All(part => part.Count > 1 && titles.Any(title => title.Contains(string.Join(' ', part), StringComparison.OrdinalIgnoreCase)));
    }

    [GeneratedRegex(@"(?<=\p{L}\W*\s)[0-9]{1,4}$")]
    private static partial Regex LastNumber();

    // "2", "- 2 -", "Page 2 of 3", "2/3", "стр. 2", "iv".
    [GeneratedRegex(@"^[-–—\s\[(]*(?:(?:p(?:age|\.)?|p[aá]gina|seite|стр(?:аница|\.)?|صفحة|第)\s*)?(?<n>[0-9]{1,5}|[ivx]{1,6})\s*(?:页)?\s*(?:(?:/|of|de|sur|из|von)\s*[0-9]{1,5})?[-–—\s\])]*$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();

    // "WCTR27/27-E", "A/C.3/79/L.12", "WCTR27\27E.DOC (402717)".
    [GeneratedRegex(@"^(?=\S*[0-9])(?=\S*[/\\])\p{Lu}[\p{L}0-9./\\()_-]{4,}(?:\s\([0-9]+\))?(?:\s[0-9]{1,4})?$")]
    private static partial Regex Symbol();

    // Job numbers of United Nations printing offices: "18-17962 (E) 021118", "GE.21-12345", with their bar code beside or below it.
    [GeneratedRegex(@"^(?:(?:\p{Lu}{1,2}\.)?[0-9]{2}-[0-9]{4,6}(?:\s?\(\p{Lu}\))?(?:\s[0-9]{6})*(?:\s?\*[0-9]{6,9}\*)?|\*[0-9]{6,9}\*)$")]
    private static partial Regex JobNumber();
}
