using Classifier.Reports;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.Reports;

public sealed class PressingClausesTests
{
    [Property]
    public bool Add_AnyPriorities_KeepsTheHighestInOrder(byte[] priorities, byte more)
    {
        int remembered = 5 + (more % 8);
        PressingClauses pressing = new(5, remembered);
        for (int i = 0; i < priorities.Length; i++) pressing.Add(Row($"clause {i}", priorities[i]));
        double[] kept = [.. pressing.Rows.Select(row => row.Scored.Assessment!.Priority)];
        return kept.SequenceEqual(priorities.Select(priority => (double)priority).OrderDescending().Take(5));
    }

    [Theory]
    [InlineData(10, 90)]
    [InlineData(90, 10)]
    public void Add_TextTabledAgain_CountsOnceWhereItIsHighest(double first, double second)
    {
        PressingClauses pressing = new(5, 20);
        pressing.Add(Row("The same.", first));
        pressing.Add(Row("Another.", 50));
        pressing.Add(Row("The same.", second));
        Assert.Equal([90, 50], pressing.Rows.Select(row => row.Scored.Assessment!.Priority));
        Assert.Equal(["a.pdf p. 1 1."], pressing.Rows.First().Again);
        Assert.Empty(pressing.Rows.Last().Again);
    }

    [Fact]
    public void Add_ATextTabledAThousandTimes_TakesTheRoomOfOne()
    {
        PressingClauses pressing = new(3, 4);
        for (int i = 0; i < 1000; i++) pressing.Add(Row("The same letter.", 80 + (i % 7)));
        foreach (string other in new[] { "One.", "Two.", "Three." }) pressing.Add(Row(other, 50));
        Assert.Equal(["The same letter.", "One.", "Two."], pressing.Rows.Select(row => row.Clause.Text));
        Assert.Equal((86, 20, 979), (pressing.Rows.First().Scored.Assessment!.Priority, pressing.Rows.First().Again.Count, pressing.Rows.First().MoreAgain));
        Assert.EndsWith("; and 979 more", ClauseReport.PressingColumns[^1].Cell(pressing.Rows.First()), StringComparison.Ordinal);
    }

    [Fact]
    public void Add_ClauseWithoutScores_IsLeftOut()
    {
        PressingClauses pressing = new(5, 20);
        pressing.Add(new ClauseRow("a.pdf", "id", Rows.Clause("A heading"), ""));
        Assert.Empty(pressing.Rows);
    }

    private static ClauseRow Row(string text, double priority) => new("a.pdf", "id", Rows.Clause(text, priority), "model");
}
