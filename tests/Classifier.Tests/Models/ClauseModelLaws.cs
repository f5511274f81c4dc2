using Classifier.Models;
using Classifier.Tests.Training;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.Models;

/// <summary>What holds for every model, whatever is inside it. One subclass for each kind of model.</summary>
/// <param name="model">A model of the kind, trained on <see cref="LabelledClauses.Fifty"/> and opened from its folder.</param>
/// <param name="again">The same folder opened a second time.</param>
public abstract class ClauseModelLaws(IClauseModel model, IClauseModel again)
{
    private static readonly string[] Hostile =
    [
        "", " ", "\0", "\n\n\t", "=cmd()", new string('x', 100_000), string.Concat(Enumerable.Repeat("word ", 20_000)),
        "\ud800", "\udc00\ud800", "‮shall not‬", "ﬁ \u00ad soft", "中文条款", "🙂🙂", "((((", "a) b) c)", "…………", "1.2.3.4",
    ];

    private static readonly string[] Texts = [.. LabelledClauses.Fifty.Select(clause => clause.Text)];

    /// <summary>How far a clause's score may lie from its score in another batch; 0 where sums are always taken in the same order.</summary>
    protected virtual float Tolerance => 0;

    [Fact]
    public void Score_ClausesItLearntFrom_TellsThemApart()
    {
        float[,] scores = model.Score(Texts);
        Assert.All(ScoreLabels.All, label =>
        {
            ILookup<bool, float> sides = Enumerable.Range(0, Texts.Length).ToLookup(row => LabelledClauses.Fifty[row].Has(label), row => scores[row, (int)label]);
            if (sides.Count == 2) Assert.True(sides[true].Min() > sides[false].Max(), $"{label}: a clause with it scores {sides[true].Min()}, one without it {sides[false].Max()}");
        });
    }

    [Fact]
    public void Open_ASecondTime_GivesTheSameScores() => Assert.Equal(model.Score(Texts), again.Score(Texts));

    [Fact]
    public void Score_ABatch_EqualsOneByOne()
    {
        float[,] batch = model.Score(Texts);
        Assert.All(Enumerable.Range(0, Texts.Length), row => Near(Row(batch, row), Row(model.Score([Texts[row]]), 0)));
    }

    [Fact]
    public void Score_InAnotherOrder_GivesEachClauseItsOwn()
    {
        float[,] forwards = model.Score(Texts), backwards = model.Score([.. Texts.Reverse()]);
        Assert.All(Enumerable.Range(0, Texts.Length), row => Near(Row(forwards, row), Row(backwards, Texts.Length - 1 - row)));
    }

    [Fact]
    public void Score_NoClause_GivesNoRow() => Assert.Equal(0, model.Score([]).GetLength(0));

    [Fact]
    public void Score_HostileText_GivesProbabilities() => Assert.All(Hostile, ScoresAreProbabilities);

    [Property]
    public void Score_AnyText_GivesProbabilities(string? text) => ScoresAreProbabilities(text ?? "");

    [Property]
    public void Explain_AnyText_StaysWithinTheText(string? text) => ExplainsWithin(text ?? "");

    [Fact]
    public void Explain_HostileText_StaysWithinTheText() => Assert.All(Hostile, ExplainsWithin);

    [Fact]
    public void Explain_AGivenLabel_NamesTheWordsItHangsOn()
    {
        const string text = "Operators shall see that the cable network in March keeps minutes";
        Contribution first = model.Explain(text, ScoreLabel.Binding)[0];
        Assert.Contains("shall", text.Substring(first.Start, first.Length), StringComparison.Ordinal);
        Assert.True(first.Weight > 0);
    }

    [Fact]
    public void UnknownShare_KnownAndNewWords_IsTheirShare()
    {
        Assert.Equal(0, model.UnknownShare(""));
        Assert.Equal(0, model.UnknownShare("Operators shall"));
        Assert.Equal(0.5, model.UnknownShare("Operators qwertz"));
    }

    private void ScoresAreProbabilities(string text)
    {
        float[,] scores = model.Score([text]);
        Assert.Equal((1, ScoreLabels.All.Count), (scores.GetLength(0), scores.GetLength(1)));
        Assert.All(Row(scores, 0), score => Assert.InRange(score, 0, 1));
        Assert.InRange(model.UnknownShare(text), 0, 1);
    }

    private void ExplainsWithin(string text) => Assert.All(ScoreLabels.All, label => Assert.All(model.Explain(text, label), contribution =>
    {
        Assert.InRange(contribution.Start, 0, text.Length);
        Assert.InRange(contribution.Start + contribution.Length, contribution.Start + 1, text.Length);
        Assert.True(double.IsFinite(contribution.Weight));
    }));

    private void Near(float[] one, float[] other) => Assert.All(one.Zip(other), pair => Assert.InRange(pair.Second, pair.First - Tolerance, pair.First + Tolerance));

    private static float[] Row(float[,] scores, int row) => [.. Enumerable.Range(0, scores.GetLength(1)).Select(label => scores[row, label])];
}
