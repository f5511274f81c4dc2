using Classifier.Training;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.Training;

public sealed class RankMetricsTests
{
    [Fact]
    public void AveragePrecision_ByHand_IsTheMeanOverPositives()
    {
        // Ranks of the positives: 1, 3 and 4; precision there: 1/1, 2/3, 3/4.
        Assert.Equal((1 + (2.0 / 3) + (3.0 / 4)) / 3, RankMetrics.AveragePrecision([0.9f, 0.8f, 0.7f, 0.6f, 0.5f], [true, false, true, true, false])!.Value, 1e-12);
    }

    [Fact]
    public void AveragePrecision_EqualScores_CountAsOneStep() =>
        Assert.Equal(0.5, RankMetrics.AveragePrecision([0.4f, 0.4f, 0.4f, 0.4f], [true, false, false, true])!.Value, 1e-12);

    [Fact]
    public void PrecisionAtRecall_ByHand_IsTheBestFromThere()
    {
        float[] scores = [0.9f, 0.8f, 0.7f, 0.6f, 0.5f];
        bool[] answers = [true, false, true, true, false];
        Assert.Equal(3.0 / 4, RankMetrics.PrecisionAtRecall(scores, answers, 0.8)!.Value, 1e-12);
        Assert.Equal(1, RankMetrics.PrecisionAtRecall(scores, answers, 0.3)!.Value, 1e-12);
    }

    [Fact]
    public void Measures_WithoutPositivesOrClauses_AreUndefined()
    {
        Assert.Null(RankMetrics.AveragePrecision([0.1f], [false]));
        Assert.Null(RankMetrics.PrecisionAtRecall([0.1f], [false], 0.8));
        Assert.Null(RankMetrics.Brier([], []));
        Assert.Null(RankMetrics.CalibrationError([], []));
    }

    [Fact]
    public void Brier_ByHand_IsTheMeanSquaredDistance() => Assert.Equal((0.01 + 0.16) / 2, RankMetrics.Brier([0.9f, 0.4f], [true, false])!.Value, 1e-6);

    [Fact]
    public void CalibrationError_ConstantAtTheShareOfEachBin_IsZero()
    {
        float[] scores = [.. Enumerable.Repeat(0.5f, 40)];
        Assert.Equal(0, RankMetrics.CalibrationError(scores, [.. scores.Select((_, i) => i % 2 == 0)])!.Value, 1e-6);
        Assert.Equal(0.5, RankMetrics.CalibrationError(scores, [.. scores.Select(_ => true)])!.Value, 1e-6);
    }

    [Property]
    public void Measures_AnyScores_StayBetweenZeroAndOne(byte[] scores, bool[] answers)
    {
        int count = Math.Min(scores.Length, answers.Length);
        float[] probabilities = [.. scores.Take(count).Select(score => score / 255f)];
        bool[] given = [.. answers.Take(count)];
        double?[] measures =
        [
            RankMetrics.AveragePrecision(probabilities, given), RankMetrics.PrecisionAtRecall(probabilities, given, 0.8),
            RankMetrics.Brier(probabilities, given), RankMetrics.CalibrationError(probabilities, given),
        ];
        Assert.All(measures, measure => Assert.True(measure is null or (>= 0 and <= 1)));
    }

    [Property]
    public void AveragePrecision_AfterARisingFunction_IsTheSame(byte[] scores, bool[] answers)
    {
        int count = Math.Min(scores.Length, answers.Length);
        float[] one = [.. scores.Take(count).Select(score => score / 255f)], other = [.. one.Select(score => (score * score) + 3)];
        Assert.Equal(RankMetrics.AveragePrecision(one, [.. answers.Take(count)]), RankMetrics.AveragePrecision(other, [.. answers.Take(count)]));
    }
}
