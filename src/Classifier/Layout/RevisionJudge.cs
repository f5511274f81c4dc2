namespace Classifier.Layout;

/// <summary>Decides whether a document shows its changes, and which of its underlines are mere emphasis.</summary>
internal sealed class RevisionJudge
{
    // Underlines alone are revisions where they make up this share of the characters ...
    private const double LeastShare = 0.02;

    // ... in at least so many places that are no headings.
    private const int LeastRuns = 2;

    // Most words of an underlined heading.
    private const int HeadingWords = 12;

    /// <summary>True where words are struck, or where so much running text is underlined that it cannot be emphasis.</summary>
    public bool HasRevisionMarks(IReadOnlyList<Region> regions)
    {
        int characters = 0, inserted = 0, runs = 0;
        foreach (Region region in regions)
        {
            bool last = false;
            for (int i = 0; i < region.Lines.Count; i++)
            {
                bool isHeading = IsUnderlinedHeading(region.Lines, i, needsBold: false);
                foreach (LaidOutWord word in region.Lines[i].Words)
                {
                    characters += word.Marks.Count;
                    foreach (Mark mark in word.Marks)
                    {
                        if (mark == Mark.Deleted) return true;
                        bool isInserted = mark == Mark.Inserted && !isHeading;
                        if (isInserted) inserted++;
                        if (isInserted && !last) runs++;
                        last = isInserted;
                    }
                }
            }
        }
        return runs >= LeastRuns && inserted >= LeastShare * characters;
    }

    /// <summary>The region with no character marked.</summary>
    public Region WithoutMarks(Region region) => region with { Lines = [.. region.Lines.Select(Clear)] };

    /// <summary>
    /// The region without the underlines of its headings ("Introduction", "Proposals"). A new heading is underlined too, but as part of new
    /// text: there its neighbours are underlined, or its number.
    /// </summary>
    public Region WithoutUnderlinedHeadings(Region region) =>
        region with { Lines = [.. region.Lines.Select((line, i) => IsUnderlinedHeading(region.Lines, i, needsBold: true) ? Clear(line) : line)] };

    private static LaidOutLine Clear(LaidOutLine line) =>
        line.Words.All(word => word.Marks.All(mark => mark == Mark.None)) ? line : line with { Words = [.. line.Words.Select(word => word with { Marks = new Mark[word.Marks.Count] })] };

    private static bool IsUnderlinedHeading(IReadOnlyList<LaidOutLine> lines, int index, bool needsBold)
    {
        LaidOutLine line = lines[index];
        return line.Words.Count <= HeadingWords && IsUnderlined(line) && (!needsBold || line.Words.All(word => word.Source.Bold))
            && char.IsLetter(line.Words[0].Text[0]) && line.Words[^1].Text[^1] is not ('.' or ';' or ',' or ':')
            && !(index > 0 && IsUnderlined(lines[index - 1])) && !(index + 1 < lines.Count && IsUnderlined(lines[index + 1]));
    }

    private static bool IsUnderlined(LaidOutLine line) => line.Words.All(word => word.Marks.All(mark => mark == Mark.Inserted));
}
