using System.Globalization;
using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>
/// Finds running line numbers in the margin ("5", "10", "15" beside a bill's lines). Numbered paragraphs have numbers in a column
/// too; line numbers differ in that they count the printed lines, and stand outside all text.
/// </summary>
internal sealed class LineNumberFinder(LayoutOptions options)
{
    private static readonly int[] Steps = [1, 2, 4, 5, 10];

    /// <summary>The words that are line numbers, over all pages.</summary>
    /// <param name="pages">The rows of every page from top to bottom, over the page's whole width.</param>
    public IReadOnlySet<Word> Find(IReadOnlyList<IReadOnlyList<LaidOutLine>> pages)
    {
        HashSet<Word> found = new(ReferenceEqualityComparer.Instance);
        foreach (bool left in new[] { true, false })
        {
            List<(double From, double To)> places = [];
            foreach (IReadOnlyList<LaidOutLine> rows in pages)
                if (PlaceOfNumbers(rows, left) is { } place && !places.Exists(other => Math.Abs(other.From - place.From) < options.MarginDrift)) places.Add(place);
            foreach ((double from, double to) in places)
                foreach (LaidOutLine row in pages.SelectMany(rows => rows))
                    if (Outermost(row, left) is { } word && word.Box.Left >= from - options.MarginDrift && word.Box.Right <= to + options.MarginDrift) found.Add(word);
        }
        return found;
    }

    /// <summary>The horizontal extent of the page's line numbers; null where it has none.</summary>
    private (double From, double To)? PlaceOfNumbers(IReadOnlyList<LaidOutLine> rows, bool left)
    {
        List<(int Row, Word Word)> numbers = [];
        for (int i = 0; i < rows.Count; i++)
            if (Outermost(rows[i], left) is { } word) numbers.Add((i, word));
        if (numbers.Count < options.LineNumbers) return null;
        // Numbers in one margin share their right edge, or their left one.
        (int Row, Word Word)[] aligned = new Func<Word, double>[] { word => word.Box.Right, word => word.Box.Left }
            .Select(edge =>
            {
                double median = Median(numbers.Select(number => edge(number.Word)));
                return numbers.Where(number => Math.Abs(edge(number.Word) - median) < options.MarginDrift).ToArray();
            })
            .MaxBy(group => group.Length)!;
        if (aligned.Length < options.LineNumbers || !CountsRows(aligned)) return null;
        double from = aligned.Min(number => number.Word.Box.Left), to = aligned.Max(number => number.Word.Box.Right);
        HashSet<int> numbered = [.. aligned.Select(number => number.Row)];
        int inTheWay = rows.Where((row, i) => !numbered.Contains(i) && (left ? row.Box.Left < to + 2 : row.Box.Right > from - 2)).Count();
        // Heads and feet may reach into the margin.
        return inTheWay <= Math.Max(2, rows.Count / 20) ? (from, to) : null;
    }

    private static bool CountsRows((int Row, Word Word)[] numbers)
    {
        int good = 0, plain = 0;
        int[] differences = [.. numbers.Skip(1).Select((number, i) => Value(number.Word) - Value(numbers[i].Word))];
        int step = differences.GroupBy(difference => difference).MaxBy(group => group.Count())!.Key;
        if (!Steps.Contains(step)) return false;
        for (int i = 0; i < differences.Length; i++)
        {
            if (differences[i] != step) continue;
            good++;
            // Raised marks may stand as rows of their own, so that one row more or less is no matter.
            if (Math.Abs(numbers[i + 1].Row - numbers[i].Row - step) <= (step == 1 ? 0 : 1)) plain++;
        }
        if (step == 1 && numbers.Length < 8) return false;
        return good >= 0.7 * differences.Length && plain >= 0.7 * good;
    }

    /// <summary>The number at the row's outer end that stands apart from the rest; null where there is none.</summary>
    private static Word? Outermost(LaidOutLine row, bool left)
    {
        Word word = row.Words[0].Source;
        foreach (ref readonly LaidOutWord other in row.Words.AsSpan())
            if (left ? other.Box.Left < word.Box.Left : other.Box.Right > word.Box.Right) word = other.Source;
        if (word.Text.Length > 4 || !word.Text.All(char.IsAsciiDigit)) return null;
        double gap = double.PositiveInfinity;
        foreach (ref readonly LaidOutWord other in row.Words.AsSpan())
            if (!ReferenceEquals(other.Source, word)) gap = Math.Min(gap, left ? other.Box.Left - word.Box.Right : word.Box.Left - other.Box.Right);
        return gap >= 0.3 * word.FontSize ? word : null;
    }

    private static int Value(Word word) => int.Parse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
