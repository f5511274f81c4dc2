using System.Globalization;
using Classifier.Documents;
using Classifier.Layout;
using Xunit;

namespace Classifier.Tests.Layout;

public sealed class AlikeRowsTests
{
    /// <summary>Looking into the index must judge as comparing each row with all others does.</summary>
    [Theory]
    [InlineData(30)]
    [InlineData(200)]
    public void Of_RowsWithAnyNumbers_JudgesAsIfAllWereCompared(int pages)
    {
        HashSet<Repetition> seen = [];
        for (int seed = 0; seed < 60; seed++)
        {
            Random random = new(seed);
            EdgeLevels levels = new(3);
            int figures = random.Next(0, 4), likely = random.Next(40, 100);
            EdgeRow[] rows = [.. Enumerable.Range(1, pages).SelectMany(page => Enumerable.Range(0, random.Next(1, 3)), (page, _) => Row(page, figures, likely, random))];
            AlikeRows alike = new(rows, levels);
            foreach ((EdgeRow row, int level) in levels.Pages(rows))
            {
                int same = rows.Where(other => levels.AreLevel(row, other) && row.CountsLike(other)).Select(other => other.Row.Page).Distinct().Count();
                Repetition expected = same >= 3 && same * 2 >= level ? Repetition.Sure
                    : same >= 2 && (same >= 3 ? same * 4 >= level : same * 2 >= level) ? Repetition.Some
                    : Repetition.None;
                Assert.Equal(expected, alike.Of(row, level));
                seen.Add(expected);
            }
        }
        Assert.Equal(3, seen.Count);
    }

    private static EdgeRow Row(int page, int figures, int likely, Random random)
    {
        IEnumerable<string> numbers = Enumerable.Range(0, figures)
            .Select(place => (random.Next(100) >= likely ? random.Next(1000) : place == 1 ? page + 7 : 2000 + place).ToString(CultureInfo.InvariantCulture));
        double baseline = random.Next(100) < likely ? 40 : random.Next(30, 60);
        Word word = new() { Text = "head", Box = new Box(0, baseline - 8, 20, baseline), Edges = new float[] { 0, 5, 5, 10, 10, 15, 15, 20 }, Baseline = baseline, FontSize = 10, Bold = false, Italic = false, BlankAfter = false };
        LaidOutLine line = new() { Page = page, Box = word.Box, Baseline = baseline, FontSize = 10, Words = [new LaidOutWord(word, raised: false)] };
        return new EdgeRow(line, 0, true, string.Join(' ', numbers.Prepend("head")), 20);
    }
}
