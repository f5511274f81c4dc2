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
            if (notes.Count == 0 || BeginsNote(line)) notes.Add([]);
            notes[^1].Add(line);
        }
        return ([.. lines.Take(start)], notes);
    }

    private int FirstNote(IReadOnlyList<LaidOutLine> lines, IReadOnlyList<RuledLine> rules, double bodySize, double pageHeight)
    {
        int small = lines.Count;
        while (small > 0 && lines[small - 1].FontSize <= options.NoteSize * bodySize) small--;
        // Small type in the upper half is a document's head ("14 October 2026") or a table's.
        while (small < lines.Count && !(BeginsNote(lines[small]) && lines[small].Baseline > pageHeight / 2)) small++;
        for (int i = lines.Count - 1; i >= 0; i--)
        {
            double above = i == 0 ? lines[0].Box.Top - 3 * bodySize : lines[i - 1].Baseline;
            bool isRuled = rules.Any(rule => rule.IsHorizontal && rule.Middle > above + 0.4 * bodySize && rule.Middle < lines[i].Box.Top + 1
                && rule.Box.Left < lines[i].Box.Right && rule.Box.Right > lines[i].Box.Left);
            if (isRuled) return BeginsNote(lines[i]) && lines[i].FontSize <= bodySize || i >= small || lines.Skip(i).All(line => line.FontSize <= options.NoteSize * bodySize) ? i : small;
        }
        return small;
    }

    private static bool BeginsNote(LaidOutLine line)
    {
        LaidOutWord first = line.Words[0];
        return first.Raised || Mark().IsMatch(first.Text);
    }

    // "1", "12.", "*", "†".
    [GeneratedRegex(@"^(?:[0-9]{1,3}[.)]?|[*†‡§¶]{1,3})$")]
    private static partial Regex Mark();
}
