using Classifier.Models;
using Classifier.Scores;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.Scores;

public sealed class PriorityTests
{
    [Property]
    public Property Of_AnyProbabilities_LiesBetween0And100() =>
        Prop.ForAll(Probabilities(), scores => Priority.Of(scores) is >= 0 and <= 100);

    [Property]
    public Property Of_MoreRestriction_IsNeverLessPressing() =>
        Prop.ForAll(Probabilities(), scores => Priority.Of(With(scores, ScoreLabel.Restricts, 1)) >= Priority.Of(scores));

    [Property]
    public Property Of_EffectOfANewText_IsThePriorityOfTheText() =>
        Prop.ForAll(Probabilities(), scores => Math.Abs(Priority.Of(Effect.Of(scores, null), scores[(int)ScoreLabel.Binding]) - Priority.Of(scores)) < 1e-9);

    [Fact]
    public void Of_CertainBindingRestriction_Is100() =>
        Assert.Equal(100, Priority.Of(With(With(new float[11], ScoreLabel.Restricts, 1), ScoreLabel.Binding, 1)), 6);

    [Fact]
    public void Of_NothingThatMatters_Is0() => Assert.Equal(0, Priority.Of(new float[11]));

    private static Arbitrary<float[]> Probabilities() =>
        Gen.Choose(0, 1000).Select(value => value / 1000f).ArrayOf(11).ToArbitrary();

    private static float[] With(float[] scores, ScoreLabel label, float value)
    {
        float[] copy = [.. scores];
        copy[(int)label] = value;
        return copy;
    }
}
