using System.Text;
using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>Orders the words of one line as they are read.</summary>
internal static class ReadingDirection
{
    /// <summary>From left to right; in a line of Arabic or Hebrew from right to left, except for the Latin words and numbers within it.</summary>
    /// <param name="words">The words in any order.</param>
    /// <returns>The same words where they are in order already.</returns>
    public static ReadOnlySpan<Word> Order(ReadOnlySpan<Word> words)
    {
        if (!RunsRightToLeft(words)) return StableOrder.AreInOrder(words, word => word.Box.Left) ? words : StableOrder.By(words.ToArray(), word => word.Box.Left);
        Word[] ordered = [.. words.ToArray().OrderByDescending(word => word.Box.Right)];
        for (int start = 0; start < ordered.Length;)
        {
            int end = start;
            while (end < ordered.Length && !IsRightToLeft(ordered[end])) end++;
            if (end > start + 1) Array.Reverse(ordered, start, end - start);
            start = Math.Max(end, start + 1);
        }
        return ordered;
    }

    private static bool RunsRightToLeft(ReadOnlySpan<Word> words)
    {
        int rightToLeft = 0, leftToRight = 0;
        foreach (Word word in words)
            if (IsRightToLeft(word)) rightToLeft += word.Text.Length;
        if (rightToLeft == 0) return false;
        foreach (Word word in words)
            if (!IsRightToLeft(word) && word.Text.Any(char.IsLetter)) leftToRight += word.Text.Length;
        return rightToLeft >= leftToRight;
    }

    private static bool IsRightToLeft(Word word)
    {
        // No script of that kind is in ASCII, as most words are.
        if (Ascii.IsValid(word.Text)) return false;
        for (int i = 0; i < word.Text.Length; i++)
            if (RightToLeft.IsIn(word.Text.AsSpan(i))) return true;
        return false;
    }
}
