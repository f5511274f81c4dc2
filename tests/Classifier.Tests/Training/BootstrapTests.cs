using Classifier.Training;
using Xunit;

namespace Classifier.Tests.Training;

public sealed class BootstrapTests
{
    private static readonly IReadOnlyList<LabelledClause> Clauses = LabelledClauses.Fifty;

    [Fact]
    public void Of_AConstantMeasure_HasNoWidth() => Assert.Equal(new Interval(0.5, 0.5, 0.5), new Bootstrap().Of(Clauses, _ => 0.5));

    [Fact]
    public void Of_AMean_LiesWithinItsInterval()
    {
        Interval mean = new Bootstrap().Of(Clauses, rows => rows.Average(row => (double)row));
        Assert.InRange(mean.Value!.Value, mean.Low!.Value, mean.High!.Value);
        Assert.True(mean.High - mean.Low > 1);
    }

    [Fact]
    public void Of_AnUndefinedMeasure_IsUndefined() => Assert.Equal(new Interval(null, null, null), new Bootstrap().Of(Clauses, _ => null));

    [Fact]
    public void Of_EveryDraw_TakesDocumentsWhole() => new Bootstrap(20).Of(Clauses, rows =>
    {
        Assert.All(rows.CountBy(row => row).GroupBy(count => Clauses[count.Key].Document), document => Assert.Single(document.Select(count => count.Value).Distinct()));
        return null;
    });

    [Fact]
    public void Compare_AModelWithItself_IsPureChance()
    {
        (Interval difference, double? chance) = new Bootstrap().Compare(Clauses, rows => rows.Average(), rows => rows.Average());
        Assert.Equal(new Interval(0, 0, 0), difference);
        Assert.Equal(1, chance);
    }

    [Fact]
    public void Compare_AModelThatIsAlwaysBetter_IsHardlyChance() =>
        Assert.InRange(new Bootstrap().Compare(Clauses, rows => rows.Average(), rows => rows.Average() + 1).Chance!.Value, 0, 0.01);
}
