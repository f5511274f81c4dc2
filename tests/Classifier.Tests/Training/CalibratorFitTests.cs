using Classifier.Models;
using Classifier.Training;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.Training;

public sealed class CalibratorFitTests
{
    [Property]
    public void Fit_AnyAnswers_RisesAndStaysWithinZeroAndOne(byte[] values, bool[] answers)
    {
        int count = Math.Min(values.Length, answers.Length);
        double[] scores = [.. values.Take(count).Select(value => (value - 128) / 16.0)];
        Calibrator fitted = CalibratorFit.Fit(scores, [.. answers.Take(count)], [.. values.Take(count).Select(value => value % 2 == 0 ? 1 : 0.2)]);
        float[] probabilities = [.. Enumerable.Range(-200, 401).Select(i => fitted.Probability(i / 10.0))];
        Assert.True(fitted.Rises);
        Assert.All(probabilities, probability => Assert.InRange(probability, 0, 1));
        Assert.Equal(probabilities.Order(), probabilities);
    }

    [Fact]
    public void Fit_ScoresThatAreLogOdds_LeavesThemAsTheyAre()
    {
        Calibrator fitted = Fitted(odds => odds);
        Assert.All([-5, -3, -1, 1, 3], score => Assert.Equal(score, fitted.LogOdds(score), 0.1));
    }

    [Fact]
    public void Fit_ScoresWhoseOddsFallFasterBelow_FollowsBothLines()
    {
        static double Bent(double score) => CalibratorFit.LineAtBend + (score < 1 ? 2 * (score - 1) : 0.7 * (score - 1));
        Calibrator fitted = Fitted(Bent);
        Assert.True(fitted.Below > 2 * fitted.Above, $"{fitted}");
        Assert.All([-4, -1, 0, 1, 2, 4, 5], score => Assert.Equal(1 / (1 + Math.Exp(-Bent(score))), fitted.Probability(score), 0.04));
    }

    [Fact]
    public void Fit_FewClauses_BendsLittle()
    {
        Calibrator fitted = CalibratorFit.Fit([-2, -1, 0, 1, 2, 3], [false, false, true, false, true, true], [1, 1, 1, 1, 1, 1]);
        Assert.InRange(fitted.Below / fitted.Above, 0.8, 1.25);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fit_AnswersThatAreAllTheSame_GivesTheSameProbabilityEverywhere(bool answer)
    {
        Calibrator fitted = CalibratorFit.Fit([-3, 0, 3, 5], [answer, answer, answer, answer], [1, 1, 1, 1]);
        Assert.Equal(fitted.Probability(-5), fitted.Probability(5), 0.01f);
        Assert.Equal(answer, fitted.Probability(0) > 0.5f);
    }

    [Fact]
    public void Fit_ClausesThatCountHalf_CountAsHalfAsMany()
    {
        double[] scores = [-3, -1, 0, 2, -2, 1, 3], twice = [.. scores, .. scores];
        bool[] answers = [false, false, true, true, true, false, true], again = [.. answers, .. answers];
        Calibrator once = CalibratorFit.Fit(scores, answers, [.. scores.Select(_ => 1.0)]), halves = CalibratorFit.Fit(twice, again, [.. twice.Select(_ => 0.5)]);
        Assert.All(scores, score => Assert.Equal(once.LogOdds(score), halves.LogOdds(score), 1e-6));
    }

    [Fact]
    public void Fit_OddsThatFallAboveTheBend_KeepsTheOneLine()
    {
        double[] scores = [.. Enumerable.Range(0, 1000).Select(i => i / 100.0)];
        Calibrator fitted = CalibratorFit.Fit(scores, [.. scores.Select((score, i) => score > 3 && i % (score < 7 ? 4 : 6) == 0)], [.. scores.Select(_ => 1.0)]);
        Assert.Equal(fitted.Below, fitted.Above);
    }

    [Fact]
    public void LogLoss_ScoresThatFallWithTheAnswers_IsThatOfNoScores()
    {
        bool[] answers = [true, true, false, true, false, false];
        Assert.Equal(CalibratorFit.LogLoss([0, 0, 0, 0, 0, 0], answers), CalibratorFit.LogLoss([-3, -2, -1, 0, 1, 2], answers), 6);
        Assert.True(CalibratorFit.LogLoss([3, 2, 1, 0, -1, -2], answers) < CalibratorFit.LogLoss([-3, -2, -1, 0, 1, 2], answers));
    }

    /// <summary>Fitted to many scores, of which just the share is positive that the log-odds say.</summary>
    private static Calibrator Fitted(Func<double, double> logOdds)
    {
        const int Each = 2000;
        List<double> scores = [];
        List<bool> answers = [];
        for (double score = -5; score <= 5; score += 0.25)
        {
            int positives = (int)Math.Round(Each / (1 + Math.Exp(-logOdds(score))));
            scores.AddRange(Enumerable.Repeat(score, Each));
            answers.AddRange(Enumerable.Range(0, Each).Select(i => i < positives));
        }
        return CalibratorFit.Fit(scores, answers, [.. scores.Select(_ => 1.0)]);
    }
}
