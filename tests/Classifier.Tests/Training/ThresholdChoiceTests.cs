using Classifier.Training;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.Training;

public sealed class ThresholdChoiceTests
{
    [Fact]
    public void BestF1_ByHand_StandsWhereTheExpectedF1IsBest()
    {
        // Expected F1 after 1, 2, 3 and 4 clauses: 1.8/2.85, 3.4/3.85, 3.6/4.85, 3.7/5.85.
        Assert.Equal(0.45f, ThresholdChoice.BestF1([0.9f, 0.8f, 0.1f, 0.05f]), 1e-6f);
    }

    [Property]
    public void BestF1_AnyProbabilities_IsAtMostTheirHighest(byte[] scores)
    {
        if (scores.Length == 0) return;
        float[] probabilities = [.. scores.Select(score => (score + 1) / 257f)];
        Assert.InRange(ThresholdChoice.BestF1(probabilities), 0, probabilities.Max());
    }

    [Property]
    public void Recall_AnyScores_FindsTheShareAsked(byte[] scores, bool[] answers, byte share)
    {
        int count = Math.Min(scores.Length, answers.Length);
        float[] probabilities = [.. scores.Take(count).Select(score => score / 255f)];
        bool[] given = [.. answers.Take(count)];
        int positives = given.Count(answer => answer);
        if (positives == 0) return;
        double recall = share / 255.0;
        float threshold = ThresholdChoice.Recall(probabilities, given, recall);
        Assert.True(probabilities.Where((probability, i) => given[i] && probability >= threshold).Count() >= (recall * positives) - 1e-6);
    }

    [Fact]
    public void Recall_WithoutPositives_IsUndecided() => Assert.Equal(ThresholdChoice.Undecided, ThresholdChoice.Recall([0.2f], [false], 0.8));
}
