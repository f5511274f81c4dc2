using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>Finds lists of names (signatories, participants, members): runs of short lines in which nearly every long word has a capital and no sentence ends. They say who, and nothing of policy.</summary>
internal static class NameList
{
    // Headings and captions may follow each other a few at a time.
    private const int FewestNames = 8;

    // A name with its office or place fills two lines at most.
    private const int LongestName = 110, MostLines = 3;

    private const int MostTitleLines = 3;

    // Shorter words are particles ("of", "para", "for").
    private const int LongWord = 5;

    // Share of the long words that have a capital: in a name's own line, and in the whole run ("European Center for not-for-profit law").
    private const double OwnShare = 0.5, RunShare = 0.8;

    /// <summary>Indices of the paragraphs from <paramref name="first"/> on, where the document's head has ended, that make up lists of names; none runs on over tables of contents.</summary>
    public static IReadOnlySet<int> Find(IReadOnlyList<Paragraph> paragraphs, int first, IReadOnlySet<int> contents)
    {
        HashSet<int> found = [];
        int[] body = [.. Enumerable.Range(first, paragraphs.Count - first).Where(i => paragraphs[i].Kind == RegionKind.Body)];
        for (int start = 0; start < body.Length; start++)
        {
            int end = start;
            while (end < body.Length && !contents.Contains(body[end]) && MayBeName(paragraphs[body[end]])) end++;
            (int from, int to) = WithoutHeadings(paragraphs, body, start, end);
            if (to - from >= FewestNames && IsRun([.. body[from..to].Select(i => paragraphs[i])])) found.UnionWith(body[from..to]);
            start = end;
        }
        return found;
    }

    private static bool MayBeName(Paragraph paragraph)
    {
        string text = paragraph.Text.Text;
        if (text.Length > LongestName || paragraph.Lines.Count > MostLines || text[^1] is ';' or ':' or ',' || ActionLine.Read(text) is not null || LeadIns.IsHeading(text)) return false;
        // "Inc." ends no sentence; a sentence has more words.
        if (Characters.EndsSentence(text) && text.Split(' ').Length > 5) return false;
        (int capitals, int all) = LongWords(text);
        return capitals >= OwnShare * all;
    }

    // The heading over the list and the one after it are set in type of their own.
    private static (int First, int Last) WithoutHeadings(IReadOnlyList<Paragraph> paragraphs, int[] body, int start, int end)
    {
        if (end - start < FewestNames) return (start, start);
        double size = body[start..end].Select(i => paragraphs[i].FontSize).Order().ElementAt((end - start) / 2);
        bool bold = body[start..end].Count(i => paragraphs[i].Bold) * 2 > end - start;
        bool Differs(Paragraph paragraph) => paragraph.Bold != bold || paragraph.FontSize > TextLine.Larger * size;
        while (start < end && Differs(paragraphs[body[start]])) start++;
        while (end > start && Differs(paragraphs[body[end - 1]])) end--;
        return (start, BeforeTitle(paragraphs, body, start, end));
    }

    // Where an instrument follows the signatures of another, its title reads like a name: the last lines before its text, from the one
    // that says what it is ("Agreement on ...") or that stands first on the text's page.
    private static int BeforeTitle(IReadOnlyList<Paragraph> paragraphs, int[] body, int start, int end)
    {
        if (end == body.Length || end == start || paragraphs[body[end]].Page != paragraphs[body[end - 1]].Page) return end;
        for (int at = Math.Max(start + 1, end - MostTitleLines); at < end; at++)
            if (HeadNames.IsTitle(paragraphs[body[at]].Text.Text) || paragraphs[body[at]].Page != paragraphs[body[at - 1]].Page) return at;
        return end;
    }

    private static bool IsRun(IReadOnlyList<Paragraph> run)
    {
        int capitals = 0, all = 0, spoken = 0;
        foreach (Paragraph paragraph in run)
        {
            (int own, int words) = LongWords(paragraph.Text.Text);
            (capitals, all) = (capitals + own, all + words);
            if (HeadingReader.LabelRank(paragraph.Text.Text) is not null) spoken++;
        }
        // Articles and annexes named in a row are a treaty's own divisions.
        return all >= run.Count && capitals >= RunShare * all && spoken * 4 < run.Count;
    }

    private static (int Capitals, int All) LongWords(string text)
    {
        int capitals = 0, all = 0;
        foreach (string word in text.Split(' ', '-', '/'))
        {
            string core = word.Trim('(', ')', ',', '.', '"', '“', '”', '’', '‘');
            if (core.Length < LongWord || !char.IsLetter(core[0])) continue;
            all++;
            // Scripts without capitals tell nothing.
            if (char.IsUpper(core[0])) capitals++;
        }
        return (capitals, all);
    }
}
