using Classifier.Training;
using Xunit;

namespace Classifier.Tests.Training;

public sealed class LearningCurveTests
{
    private static readonly CurvePoint[] Points = [new(50, 0.4, 0.5), new(100, 0.5, 0.6)];

    [Theory]
    [InlineData(0.05, 0.02, 0.08, "would help")]
    [InlineData(0.001, -0.004, 0.004, "would hardly help")]
    [InlineData(0.02, -0.03, 0.06, "cannot be told from so few documents")]
    public void Verdict_GainAndInterval_SayWhetherMoreLabelsHelp(double gain, double low, double high, string verdict)
    {
        string sentence = new LearningCurve(Points, new Interval(gain, low, high)).Verdict;
        Assert.StartsWith("From 50 to 100 labelled clauses mean average precision changed by ", sentence, StringComparison.Ordinal);
        Assert.EndsWith($"{verdict}.", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Verdict_AnUndefinedMeasure_SaysSo() => Assert.Contains("some label has no clauses", new LearningCurve(Points, new Interval(null, null, null)).Verdict, StringComparison.Ordinal);

    [Fact]
    public void Sample_LargerShares_HoldAllOfSmallerOnesAndWholeDocuments()
    {
        DocumentSplit split = new(LabelledClauses.Fifty, 0.7);
        IReadOnlyList<bool>[] samples = [.. new[] { 0, 0.25, 0.5, 1 }.Select(share => split.Sample(share, 1))];
        Assert.DoesNotContain(true, samples[0]);
        Assert.DoesNotContain(false, samples[^1]);
        foreach ((IReadOnlyList<bool> less, IReadOnlyList<bool> more) in samples.Zip(samples.Skip(1))) Assert.All(less.Zip(more), pair => Assert.True(!pair.First || pair.Second));
        Assert.All(LabelledClauses.Fifty.Zip(samples[2]).GroupBy(pair => pair.First.Document), document => Assert.Single(document.Select(pair => pair.Second).Distinct()));
    }
}
