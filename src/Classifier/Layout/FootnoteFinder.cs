using System.Globalization;
using System.Text.RegularExpressions;
using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>
/// Parts the notes at the end of a column (or of the text) from the text above: they stand under a short rule, or in smaller
/// type, and begin with a mark.
/// </summary>
internal sealed partial class FootnoteFinder(LayoutOptions options)
{
    /// <summary>Splits a column.</summary>
    /// <param name="lines">The column's lines from top to bottom.</param>
    /// <param name="rules">The page's drawn lines that belong to no table.</param>
    /// <param name="bodySize">Font size of most of the document, in points.</param>
    /// <param name="pageHeight">Height of the page, in points.</param>
    /// <returns>The text's lines, and each note's.</returns>
    public (IReadOnlyList<LaidOutLine> Text, IReadOnlyList<IReadOnlyList<LaidOutLine>> Notes) Split(IReadOnlyList<LaidOutLine> lines, IReadOnlyList<RuledLine> rules, double bodySize, double pageHeight)
    {
        int start = FirstNote(lines, rules, bodySize, pageHeight);
        if (start >= lines.Count) return (lines, []);
        List<List<LaidOutLine>> notes = [];
        foreach (LaidOutLine line in lines.Skip(start))
        {
            if (notes.Count == 0 || BeginsNote(line) || CountsOn(notes[^1][0], line)) notes.Add([]);
            notes[^1].Add(line);
        }
        return ([.. lines.Take(start)], notes);
    }

    private int FirstNote(IReadOnlyList<LaidOutLine> lines, IReadOnlyList<RuledLine> rules, double bodySize, double pageHeight)
    {
        bool IsLower(LaidOutLine line) => line.Baseline > pageHeight / 2;
        bool IsSmall(LaidOutLine line) => line.FontSize <= options.NoteSize * bodySize;
        int small = lines.Count;
        while (small > 0 && IsSmall(lines[small - 1])) small--;
        // Small type in the upper half is a document's head ("14 October 2026") or a table's, unless its marks count: those are notes at the end.
        while (small < lines.Count && !(BeginsNote(lines[small]) && (IsLower(lines[small]) || AreEndnotes(lines, small, bodySize)))) small++;
        double measure = lines.Max(line => line.Box.Right) - lines.Min(line => line.Box.Left);
        for (int i = lines.Count - 1; i >= 0; i--)
        {
            double above = i == 0 ? lines[0].Box.Top - 3 * bodySize : lines[i - 1].Baseline;
            RuledLine[] over = rules.Count == 0 ? [] : [.. rules.Where(rule => rule.IsHorizontal && rule.Middle > above + 0.4 * bodySize && rule.Middle < lines[i].Box.Top + 1
                && rule.Box.Left < lines[i].Box.Right && rule.Box.Right > lines[i].Box.Left)];
            bool isTyped = i > 0 && lines[i - 1].Words is [var only] && TypedRule().IsMatch(only.Text);
            if (over.Length == 0 && !isTyped) continue;
            if (i >= small || lines.Skip(i).All(IsSmall)) return i;
            // In type as large as the text's only a short rule low on the page parts notes: under the rule of a running head the text goes on with "7. The parties ...".
            bool isShort = isTyped || over.All(rule => rule.Box.Width < options.PlainNoteRule * measure);
            return isShort && IsLower(lines[i]) && lines[i].FontSize <= bodySize && BeginsPlainNote(lines[i]) ? i : small;
        }
        return small;
    }

    /// <summary>True where the marks of the lines from here on are numbers that count on, in type too small for a numbered text.</summary>
    private bool AreEndnotes(IReadOnlyList<LaidOutLine> lines, int start, double bodySize)
    {
        int last = 0, steps = 0;
        foreach (LaidOutLine line in lines.Skip(start))
        {
            if (line.FontSize > options.EndnoteSize * bodySize) return false;
            if (!int.TryParse(line.Words[0].Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || line.Words.Length < 2) continue;
            if (last > 0 && number == last + 1) steps++;
            else if (last > 0) return false;
            last = number;
            if (steps >= 2) return true;
        }
        return false;
    }

    private static bool BeginsNote(LaidOutLine line) => line.Words[0].Raised || Mark().IsMatch(line.Words[0].Text);

    // "2The" opens a note after "1See": the mark may touch the first word.
    private static bool CountsOn(LaidOutLine note, LaidOutLine line) =>
        Touching().Match(line.Words[0].Text) is { Success: true } number && Touching().Match(note.Words[0].Text) is { Success: true } last
        && int.Parse(number.ValueSpan, CultureInfo.InvariantCulture) == int.Parse(last.ValueSpan, CultureInfo.InvariantCulture) + 1;

    /// <summary>A mark that is not the number of a paragraph: raised, "1/", "*", or a bare number.</summary>
    private static bool BeginsPlainNote(LaidOutLine line) => BeginsNote(line) && (line.Words[0].Raised || line.Words[0].Text[^1] is not ('.' or ')'));

    // "1", "12.", "3/", "*", "†".
    [GeneratedRegex(@"^(?:[0-9]{1,3}[.)/]?|[*†‡§¶]{1,3}/?)$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^[0-9]{1,3}(?=\p{Lu}\p{Ll})")]
    private static partial Regex Touching();

    // A rule that is typed: the United Nations set "__________________" above their notes.
    [GeneratedRegex(@"^(?:_{5,}|[-–—]{5,}|[─━]{3,})$")]
    private static partial Regex TypedRule();
}
