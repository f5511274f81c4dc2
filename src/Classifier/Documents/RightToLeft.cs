using System.Runtime.InteropServices;

namespace Classifier.Documents;

/// <summary>Scripts that are written from right to left.</summary>
internal static class RightToLeft
{
    /// <summary>True where the text's first character is Hebrew, Arabic, Syriac, Thaana or one of their presentation forms.</summary>
    public static bool IsIn(ReadOnlySpan<char> text) =>
        text.Length > 0 && text[0] is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    /// <summary>
    /// Puts the letters of a word of these scripts into reading order. Producers draw it from left to right as shown; figures and Latin letters in it
    /// ("the 10th" is written with a prefix and a hyphen before the figures) still read from left to right.
    /// </summary>
    /// <param name="letters">A word's letters in drawing order.</param>
    public static void Order(List<PlacedLetter> letters)
    {
        if (letters.Count < 2 || !(letters[0].Box.Left < letters[^1].Box.Left) || !HoldsOne(letters)) return;
        // Vowel signs share the place of their letter, so an order that is right as drawn is turned round as it is, and not sorted.
        bool risesThroughout = true;
        for (int i = 1; i < letters.Count; i++) risesThroughout &= letters[i].Box.Left >= letters[i - 1].Box.Left;
        if (!risesThroughout)
        {
            PlacedLetter[] sorted = [.. letters.OrderBy(letter => letter.Box.Left)];
            letters.Clear();
            letters.AddRange(sorted);
        }
        letters.Reverse();
        for (int start = 0; start < letters.Count; start++)
        {
            if (!RunsLeftToRight(letters[start])) continue;
            int end = start, next = start + 1;
            for (; next < letters.Count && (RunsLeftToRight(letters[next]) || !IsIn(letters[next].Text)); next++)
                if (RunsLeftToRight(letters[next])) end = next;
            letters.Reverse(start, end - start + 1);
            start = end;
        }
    }

    private static bool HoldsOne(List<PlacedLetter> letters)
    {
        foreach (ref readonly PlacedLetter letter in CollectionsMarshal.AsSpan(letters))
            if (IsIn(letter.Text)) return true;
        return false;
    }

    // The figures of Arabic, too, are written from left to right.
    private static bool RunsLeftToRight(in PlacedLetter letter) => char.IsDigit(letter.Text[0]) || (char.IsLetter(letter.Text[0]) && !IsIn(letter.Text));
}
