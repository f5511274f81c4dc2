namespace Classifier.Layout;

/// <summary>Decides whether a document shows its changes, and which of its underlines are mere emphasis.</summary>
internal sealed class RevisionJudge
{
    // Lines larger than this many times the text's size prove nothing: titles are decorated with bars behind and across them.
    private const double LargestText = 1.4;

    // Letters that must be struck: a rule through a dash or a tick box strikes nothing.
    private const int LeastStruckLetters = 3;

    // Underlines alone are revisions where those that emphasis does not explain make up this share of the characters ...
    private const double LeastShare = 0.02;

    // ... in at least so many places.
    private const int LeastRuns = 2;

    // Most words of an underlined heading.
    private const int HeadingWords = 12;

    /// <summary>True where words are struck, or where so much running text is underlined that it cannot be emphasis.</summary>
    public bool HasRevisionMarks(IReadOnlyList<Region> regions)
    {
        int characters = 0, inserted = 0, runs = 0;
        double largest = LargestText * TextSize(regions);
        foreach (Region region in regions)
        {
            bool isMarked = false;
            foreach (LaidOutLine line in region.Lines)
            {
                if (line.FontSize > largest) continue;
                characters += line.Characters;
                isMarked |= line.IsMarked;
            }
            if (!isMarked) continue;
            LaidOutWord[] words = [.. region.Lines.Where(line => line.FontSize <= largest).SelectMany(line => line.Words)];
            if (MarkedRun.In(words, Mark.Deleted).Any(run => run.Text.Count(char.IsLetter) >= LeastStruckLetters)) return true;
            // Titles of cited works are underlined in notes.
            if (region.Kind == RegionKind.Footnote) continue;
            foreach (MarkedRun run in MarkedRun.In(words, Mark.Inserted).Where(run => !IsEmphasis(run)))
            {
                inserted += run.Text.Length;
                runs++;
            }
        }
        return runs >= LeastRuns && inserted >= LeastShare * characters;
    }

    /// <summary>The font size that half of the characters do not exceed, in points.</summary>
    private static double TextSize(IReadOnlyList<Region> regions)
    {
        SortedDictionary<double, int> sizes = [];
        foreach (Region region in regions)
            foreach (LaidOutLine line in region.Lines) sizes[line.FontSize] = sizes.GetValueOrDefault(line.FontSize) + line.Characters;
        int half = sizes.Values.Sum() / 2;
        foreach ((double size, int characters) in sizes)
        {
            half -= characters;
            if (half < 0) return size;
        }
        return 0;
    }

    /// <summary>
    /// Web addresses are underlined; so are headings, titles, and the first words of recitals in older resolutions ("<u>Recalling</u> its
    /// resolution 48/28"): whole phrases at the beginning of a line or after its number, without the punctuation that closes a sentence. A new
    /// paragraph is underlined with its full stop, a new word stands between old ones.
    /// </summary>
    private static bool IsEmphasis(MarkedRun run) =>
        run.Text.Contains("://", StringComparison.Ordinal) || run.Text.Contains("www.", StringComparison.OrdinalIgnoreCase) || run.Text.Contains('@')
        || (!(run.Text[^1] is '.' or ';' or ',' or ':') && !run.WordBefore.Any(char.IsLetter));

    /// <summary>The region with no character marked.</summary>
    public Region WithoutMarks(Region region) => IsMarked(region) ? region with { Lines = [.. region.Lines.Select(Clear)] } : region;

    /// <summary>
    /// The region without the underlines of its headings ("Introduction", "Proposals"). A new heading is underlined too, but as part of new
    /// text: there its neighbours are underlined, or its number.
    /// </summary>
    public Region WithoutUnderlinedHeadings(Region region) =>
        IsMarked(region) ? region with { Lines = [.. region.Lines.Select((line, i) => IsUnderlinedHeading(region.Lines, i, needsBold: true) ? Clear(line) : line)] } : region;

    private static bool IsMarked(Region region) => region.Lines.Any(line => line.IsMarked);

    private static LaidOutLine Clear(LaidOutLine line) => line.IsMarked ? line with { Words = [.. line.Words.Select(word => word.WithoutMarks())] } : line;

    private static bool IsUnderlinedHeading(IReadOnlyList<LaidOutLine> lines, int index, bool needsBold)
    {
        LaidOutLine line = lines[index];
        return line.Words.Length <= HeadingWords && IsUnderlined(line) && (!needsBold || line.Words.All(word => word.Source.Bold))
            && char.IsLetter(line.Words[0].Text[0]) && line.Words[^1].Text[^1] is not ('.' or ';' or ',' or ':')
            && !(index > 0 && IsUnderlined(lines[index - 1])) && !(index + 1 < lines.Count && IsUnderlined(lines[index + 1]));
    }

    private static bool IsUnderlined(LaidOutLine line) => line.Words.All(word => word.Marks.All(mark => mark == Mark.Inserted));
}
