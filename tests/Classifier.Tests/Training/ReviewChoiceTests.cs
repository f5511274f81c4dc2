using Classifier.Models;
using Classifier.Training;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.Training;

public sealed class ReviewChoiceTests
{
    [Fact]
    public void Band_ByHand_LiesBetweenThePoolsThatAreRightOftenEnough()
    {
        // Ten "no" at 0.1, two of four "yes" at 0.4, ten "yes" at 0.9: by Laplace's rule 1/12, 3/6 and 11/12 positives.
        float[] probabilities = [.. Enumerable.Repeat(0.1f, 10), 0.4f, 0.4f, 0.4f, 0.4f, .. Enumerable.Repeat(0.9f, 10)];
        bool[] answers = [.. Enumerable.Repeat(false, 10), true, false, true, false, .. Enumerable.Repeat(true, 10)];
        Assert.Equal(new ReviewBand(0.1f, 0.9f), ReviewChoice.Band(probabilities, answers, 0.7));
        Assert.Equal(new ReviewBand(0.4f, 0.4f), ReviewChoice.Band(probabilities, answers, 0.5));
    }

    [Fact]
    public void Band_ProbabilitiesThatSayNothing_ArePooledAndTrustedOnOneSideOnly()
    {
        // Three of ten are positive whatever the probability: "no" is right often enough everywhere, "yes" nowhere.
        float[] probabilities = [.. Enumerable.Range(1, 10).Select(i => i / 20f)];
        bool[] answers = [true, true, true, .. Enumerable.Repeat(false, 7)];
        Assert.Equal(new ReviewBand(0.5f, 1), ReviewChoice.Band(probabilities, answers, 0.6));
    }

    [Property]
    public void Band_AHigherPrecision_IsNeverNarrower(byte[] scores, bool[] answers, byte one, byte other)
    {
        int count = Math.Min(scores.Length, answers.Length);
        float[] probabilities = [.. scores.Take(count).Select(score => score / 255f)];
        double low = 0.5 + (Math.Min(one, other) / 520.0), high = 0.5 + (Math.Max(one, other) / 520.0);
        ReviewBand narrow = ReviewChoice.Band(probabilities, [.. answers.Take(count)], low), wide = ReviewChoice.Band(probabilities, [.. answers.Take(count)], high);
        Assert.True(wide.Low <= narrow.Low && wide.High >= narrow.High);
    }

    [Fact]
    public void Band_WithoutClauses_DoubtsEverything() => Assert.Equal(new ReviewBand(0, 1), ReviewChoice.Band([], [], 0.5));
}
