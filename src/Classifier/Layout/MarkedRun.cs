using System.Text;

namespace Classifier.Layout;

/// <summary>Consecutive characters with the same revision mark.</summary>
/// <param name="Text">The characters, words parted by blanks.</param>
/// <param name="WordBefore">What stands before the run on its first line: the unmarked beginning of its own word, or the word before; empty at the beginning of a line.</param>
internal sealed record MarkedRun(string Text, string WordBefore)
{
    /// <summary>All runs with the mark in words that follow each other.</summary>
    public static IEnumerable<MarkedRun> In(IReadOnlyList<LaidOutWord> words, Mark mark)
    {
        StringBuilder text = new();
        string before = "";
        for (int i = 0; i < words.Count; i++)
        {
            LaidOutWord word = words[i];
            for (int j = 0; j < word.Marks.Count; j++)
            {
                if (word.Marks[j] == mark)
                {
                    if (text.Length == 0) before = j > 0 ? word.Text[..j] : i > 0 && IsOnLineOf(words[i - 1], word) ? words[i - 1].Text : "";
                    text.Append(word.Text[j]);
                }
                else if (text.Length > 0)
                {
                    yield return new MarkedRun(text.ToString().Trim(), before);
                    text.Clear();
                }
            }
            if (text.Length > 0) text.Append(' ');
        }
        if (text.Length > 0) yield return new MarkedRun(text.ToString().Trim(), before);
    }

    private static bool IsOnLineOf(LaidOutWord before, LaidOutWord word) => Math.Abs(before.Source.Baseline - word.Source.Baseline) < word.Source.FontSize / 2;
}
