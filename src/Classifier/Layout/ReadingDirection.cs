using System.Text;
using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>Orders the words of one line as they are read.</summary>
internal static class ReadingDirection
{
    /// <summary>From left to right; in a line of Arabic or Hebrew from right to left, except for the Latin words and numbers within it.</summary>
    public static Word[] Order(IReadOnlyList<Word> words)
    {
        if (!words.Any(IsRightToLeft)) return StableOrder.By(words, word => word.Box.Left);
        int rightToLeft = 0, leftToRight = 0;
        foreach (Word word in words)
        {
            if (IsRightToLeft(word)) rightToLeft += word.Text.Length;
            else if (word.Text.Any(char.IsLetter)) leftToRight += word.Text.Length;
        }
        if (rightToLeft < leftToRight) return StableOrder.By(words, word => word.Box.Left);
        Word[] ordered = [.. words.OrderByDescending(word => word.Box.Right)];
        for (int start = 0; start < ordered.Length;)
        {
            int end = start;
            while (end < ordered.Length && !IsRightToLeft(ordered[end])) end++;
            if (end > start + 1) Array.Reverse(ordered, start, end - start);
            start = Math.Max(end, start + 1);
        }
        return ordered;
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
