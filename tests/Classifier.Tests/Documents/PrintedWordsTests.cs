using Classifier.Documents;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.Documents;

public sealed class PrintedWordsTests
{
    [Property(MaxTest = 500)]
    public void Contain_AnyWords_IsTrueWhereTheSameTextBeganWithinAPoint(byte[] places)
    {
        // Few texts and few places, so that words often meet; places left of 0 and above it among them.
        Word[] words = [.. places.Select((place, i) => Word("ab"[place & 1].ToString(), ((place >> 1) & 15) - 6 + (i % 3 * 0.3), ((place >> 5) & 7) - 3))];
        PrintedWords printed = new();
        List<Word> before = [], expected = [];
        foreach (Word word in words)
        {
            if (!printed.Contain(word, before)) before.Add(word);
            if (!expected.Any(other => other.Text == word.Text && Near(other.Box.Left, word.Box.Left) && Near(other.Baseline, word.Baseline))) expected.Add(word);
        }
        Assert.Equal(expected, before);
    }

    [Fact]
    public void Contain_AfterClear_KnowsNoWordOfThePageBefore()
    {
        PrintedWords printed = new();
        Word word = Word("a", 10, 10);
        Assert.False(printed.Contain(word, []));
        Assert.True(printed.Contain(word, [word]));
        printed.Clear();
        Assert.False(printed.Contain(word, []));
    }

    private static bool Near(double one, double other) => Math.Abs(Math.Round(one) - Math.Round(other)) <= 1;

    private static Word Word(string text, double left, double baseline) => new()
    {
        Text = text,
        Box = new Box(left, baseline - 8, left + 5, baseline),
        Edges = new float[2 * text.Length],
        Baseline = baseline,
        FontSize = 10,
        Bold = false,
        Italic = false,
        BlankAfter = false,
    };
}
