using Classifier.Training;
using Xunit;

namespace Classifier.Tests.Training;

public sealed class ComparisonTests
{
    private static readonly IReadOnlyList<LabelledClause> Clauses = LabelledClauses.Fifty;

    [Fact]
    public void Of_AWorseAndABetterModel_ShowsTheDifferenceAndThatChanceHardlyExplainsIt()
    {
        ComparedMeasure f1 = Compare(3, 50).Single(measure => measure.Measure == "mean macro-F1");
        Assert.True(f1.Second > f1.First);
        Assert.Equal(f1.Second - f1.First, f1.Difference.Value);
        Assert.True(f1.Difference.Low > 0);
        Assert.InRange(f1.Chance!.Value, 0, 0.05);
    }

    [Fact]
    public void Of_ModelsSwapped_TurnsTheSigns()
    {
        IReadOnlyList<ComparedMeasure> one = Compare(3, 50), other = Compare(50, 3);
        Assert.Equal(one.Select(measure => measure.Measure), other.Select(measure => measure.Measure));
        Assert.All(one.Zip(other), pair => Assert.Equal(-(pair.First.Difference.Value ?? 0), pair.Second.Difference.Value ?? 0, 1e-12));
        Assert.All(one.Zip(other), pair => Assert.Equal(pair.First.Chance, pair.Second.Chance));
    }

    [Fact]
    public void Of_ALabelWithoutPositives_IsUndefined()
    {
        ComparedMeasure communication = Compare(3, 50).Single(measure => measure.Measure.EndsWith("communication", StringComparison.Ordinal));
        Assert.Equal(new ComparedMeasure(communication.Measure, null, null, new Interval(null, null, null), null), communication);
    }

    private static IReadOnlyList<ComparedMeasure> Compare(int wrongOfFirst, int wrongOfSecond) =>
        Comparison.Of(new ScoresModel(Clauses, MeasuredScores.Of(Clauses, wrongOfFirst)), new ScoresModel(Clauses, MeasuredScores.Of(Clauses, wrongOfSecond)), Clauses, new Bootstrap(100));
}
