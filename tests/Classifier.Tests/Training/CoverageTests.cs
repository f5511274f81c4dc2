using Classifier.Training;
using Xunit;

namespace Classifier.Tests.Training;

public sealed class CoverageTests
{
    private static readonly IReadOnlyList<LabelledClause> Clauses = LabelledClauses.Fifty;

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(11)]
    public void Of_RisingLevels_NeverCoverMore(int wrongOneIn)
    {
        IReadOnlyList<Coverage> levels = Coverage.Of(MeasuredScores.Card, MeasuredScores.Of(Clauses, wrongOneIn), Clauses);
        Assert.Equal(1, levels[0].Share);
        Assert.Equal(levels.OrderByDescending(level => level.Share), levels);
    }

    [Fact]
    public void Of_WrongAnswersInTheMiddle_IsRighterOnWhatIsLeft()
    {
        IReadOnlyList<Coverage> levels = Coverage.Of(MeasuredScores.Card, MeasuredScores.Of(Clauses, 13), Clauses);
        Coverage all = levels[0], sure = levels.Last(level => level.Accuracy is not null);
        Assert.True(sure.Share < all.Share);
        Assert.True(sure.Accuracy > all.Accuracy);
        Assert.True(sure.AxisAccuracy > all.AxisAccuracy);
    }

    [Fact]
    public void Of_NoClauses_IsUndefined() => Assert.All(Coverage.Of(MeasuredScores.Card, new float[0, 11], []), level => Assert.Equal((null, null), (level.Share, level.Accuracy)));
}
