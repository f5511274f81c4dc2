using System.Text.Json;
using Classifier.Clauses;
using Classifier.Models;
using Classifier.Scores;
using Xunit;

namespace Classifier.Tests.Scores;

public sealed class ClauseScorerTests
{
    private static readonly ModelCard Card = new WordListModel().Card;
    private static readonly ClauseScorer Scorer = new(new WordListModel(), new ScoreOptions());

    [Fact]
    public void Assess_RestrictingDuty_GivesLabelsReasonsAndPriority()
    {
        Assessment assessment = Assert.Single(Scorer.Assess([new("Operators shall block the message.")]));
        Assert.Equal(Layer.Content, assessment.Layer);
        Assert.Equal(RightsImpact.Restricts, assessment.RightsImpact);
        Assert.NotEqual(Rights.None, assessment.Rights);
        Assert.Equal(Force.Binding, assessment.Force);
        Assert.StartsWith("restricts: +block; ", assessment.Reasons, StringComparison.Ordinal);
        Assert.EndsWith("binding: +shall", assessment.Reasons, StringComparison.Ordinal);
        Assert.InRange(assessment.Priority, 80, 100);
    }

    [Theory]
    [InlineData("Operators shall carry traffic.")]
    [InlineData("The network should grow.")]
    [InlineData("")]
    public void Assess_NoImpact_LeavesRightsEmpty(string text)
    {
        Assessment assessment = Assert.Single(Scorer.Assess([new(text)]));
        Assert.Equal(RightsImpact.None, assessment.RightsImpact);
        Assert.Equal(Rights.None, assessment.Rights);
    }

    [Fact]
    public void Assess_UnknownWords_AsksForReview() => Assert.True(Assert.Single(Scorer.Assess([new("zzz")])).Review);

    [Fact]
    public void Assess_KnownWordsFarFromThreshold_AsksForNoReview() => Assert.False(Assert.Single(Scorer.Assess([new("Operators shall block the message here.")])).Review);

    [Theory]
    [InlineData("Ministry of Trade")]
    [InlineData("shall block")]
    public void Assess_FewerWordsThanASentence_AsksForReview(string text) => Assert.True(Assert.Single(Scorer.Assess([new(text)])).Review);

    [Theory]
    [InlineData(0.95f, 0f, true)]
    [InlineData(0.2f, 0.9f, false)]
    [InlineData(0f, 0f, true)]
    public void Assess_AScoreWithinItsReviewBand_AsksForReview(float high, float low, bool review)
    {
        // Binding is given at 0.9; every other label is not, at 0.1.
        ReviewBand[] bands = [.. ScoreLabels.All.Select(label => label == ScoreLabel.Binding ? new ReviewBand(1, high) : new ReviewBand(low, 0))];
        ClauseScorer scorer = new(new WordListModel { Card = Card with { ReviewBands = bands } }, new ScoreOptions());
        Assert.Equal(review, Assert.Single(scorer.Assess([new("Operators shall carry traffic to all.")])).Review);
    }

    [Fact]
    public void Assess_ARightWithoutAnImpact_IsNeverInDoubt()
    {
        ReviewBand[] bands = [.. ScoreLabels.All.Select(label => label is ScoreLabel.Expression or ScoreLabel.Privacy or ScoreLabel.Communication ? new ReviewBand(0, 1) : ReviewBand.Empty)];
        Assert.False(Assert.Single(new ClauseScorer(new WordListModel { Card = Card with { ReviewBands = bands } }, new ScoreOptions()).Assess([new("Operators shall carry traffic to all.")])).Review);
    }

    [Fact]
    public void Assess_ThresholdsSetByHand_StandInPlaceOfTheModels()
    {
        ClauseScorer scorer = new(new WordListModel(), new ScoreOptions { Thresholds = new Dictionary<ScoreLabel, float> { [ScoreLabel.Binding] = 0.95f, [ScoreLabel.StateCentric] = 0.05f } });
        Assessment assessment = Assert.Single(scorer.Assess([new("Operators shall block the message.")]));
        Assert.Equal((Force.None, Framing.StateCentric, RightsImpact.Restricts), (assessment.Force, assessment.Framing, assessment.RightsImpact));
    }

    [Fact]
    public void Score_SuppressedProtection_IsAsPressingAsAnAddedRestriction()
    {
        Assessment suppressed = Score(Clause("", ClauseStatus.Deleted, before: "Messages shall be confidential."));
        Assessment added = Score(Clause("Operators shall block.", ClauseStatus.Added));
        Assert.Equal(-0.9, suppressed.Effect!.Protects, 3);
        Assert.Equal(0.9, added.Effect!.Restricts, 3);
        Assert.Equal(added.Priority, suppressed.Priority, 3);
    }

    [Fact]
    public void Score_SuppressedRestriction_IsLessPressingThanTheSameAdded() =>
        Assert.True(Score(Clause("", ClauseStatus.Deleted, before: "Operators shall block.")).Priority < Score(Clause("Operators shall block.", ClauseStatus.Added)).Priority);

    [Fact]
    public void Score_ModifiedClause_EffectIsProposedSideLessFormerSide()
    {
        Assessment modified = Score(Clause("Operators should block.", ClauseStatus.Modified, before: "Operators should consult every stakeholder."));
        Assert.Equal(0.8, modified.Effect!.Restricts, 3);
        Assert.Equal(-0.8, modified.Effect.Multistakeholder, 3);
    }

    [Fact]
    public void Score_UnmarkedClause_HasNoEffect() => Assert.Null(Score(Clause("Operators shall block.", ClauseStatus.None)).Effect);

    [Fact]
    public void Score_UnchangedClause_HasZeroEffectAndHalfThePriority()
    {
        Assessment unchanged = Score(Clause("Operators shall block.", ClauseStatus.Unchanged));
        Assert.Equal(new Effect(0, 0, 0, 0), unchanged.Effect);
        Assert.Equal(Score(Clause("Operators shall block.", ClauseStatus.None)).Priority / 2, unchanged.Priority, 6);
    }

    [Fact]
    public void Score_ATouchOnAClause_MattersAsMuchAsTheClauseLeftAlone()
    {
        Assessment touched = Score(Clause("Operators shall block .", ClauseStatus.Modified, before: "Operators shall block,")), alone = Score(Clause("Operators shall block.", ClauseStatus.Unchanged));
        Assert.Equal(0, touched.Effect!.Restricts, 6);
        Assert.True(alone.Priority > 0);
        Assert.Equal(alone.Priority, touched.Priority, 6);
    }

    [Theory]
    [InlineData(ClauseKind.TableCell, true)]
    [InlineData(ClauseKind.Provision, false)]
    public void Score_TextThatATableQuotesAsItStands_LeavesThePriorityToItsChange(ClauseKind kind, bool isQuoted)
    {
        Clause quoted = Clause("Operators shall block.", ClauseStatus.None) with { Kind = kind };
        Clause changed = Clause("Operators should block.", ClauseStatus.Modified, before: quoted.Text) with { Kind = ClauseKind.TableCell };
        IReadOnlyList<ScoredClause> scored = Scorer.Score([quoted, changed, Clause("Operators shall block the message.", ClauseStatus.None) with { Kind = ClauseKind.TableCell }]);
        Assert.Equal(isQuoted, scored[0].Assessment!.Priority == 0);
        Assert.Equal(RightsImpact.Restricts, scored[0].Assessment!.RightsImpact);
        Assert.All(scored.Skip(1), one => Assert.True(one.Assessment!.Priority > 0));
    }

    [Fact]
    public void Score_SuppressionWithoutPrintedText_AsksForReview() => Assert.True(Score(Clause("", ClauseStatus.Deleted)).Review);

    [Fact]
    public void Score_ListItem_IsReadWithItsChapeau() =>
        Assert.Equal(Force.Binding, Score(Clause("keep records;", ClauseStatus.None) with { Context = "Operators shall:" }).Force);

    [Fact]
    public void Score_Heading_HasNoAssessment() =>
        Assert.Null(Assert.Single(Scorer.Score([Clause("Blocking", ClauseStatus.None) with { Kind = ClauseKind.Heading }])).Assessment);

    [Fact]
    public void Score_UnknownLanguage_HasNoAssessmentAndSaysSo()
    {
        IReadOnlyList<ScoredClause> scored = Scorer.Score([Clause("Les opérateurs bloquent.", ClauseStatus.None) with { Language = "fr" }]);
        Assert.Null(Assert.Single(scored).Assessment);
        Issue issue = Assert.Single(Scorer.Unscored(scored));
        Assert.Contains("\"fr\"", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_UnknownLanguageOnRequest_IsScored()
    {
        ClauseScorer scorer = new(new WordListModel(), new ScoreOptions { AnyLanguage = true });
        IReadOnlyList<ScoredClause> scored = scorer.Score([Clause("Les opérateurs bloquent.", ClauseStatus.None) with { Language = "fr" }]);
        Assert.NotNull(Assert.Single(scored).Assessment);
        Assert.Empty(scorer.Unscored(scored));
    }

    [Fact]
    public void Score_ClausesAlikeButForOneThing_AreAssessedAsEachAlone()
    {
        Clause one = Clause("Operators shall block.", ClauseStatus.Modified, before: "Operators should block.");
        Clause[] clauses =
        [
            one, one, one with { Status = ClauseStatus.Unchanged }, one with { Context = "The sovereign shall see that:" }, one with { Number = "stakeholder 1." },
            one with { TextBefore = "Messages shall be confidential." }, one with { Text = "The network should grow." }, one with { Kind = ClauseKind.Heading }, one with { Language = "fr" }, one,
        ];
        Assert.Equal(clauses.Select(clause => JsonSerializer.Serialize(Scorer.Score([clause])[0])), Scorer.Score(clauses).Select(scored => JsonSerializer.Serialize(scored)));
    }

    private static Assessment Score(Clause clause) => Assert.Single(Scorer.Score([clause])).Assessment!;

    private static Clause Clause(string text, ClauseStatus status, string before = "") => new()
    {
        Id = "1",
        Page = 1,
        Number = "",
        HeadingPath = [],
        Kind = ClauseKind.Provision,
        Proposal = "",
        Action = "",
        Status = status,
        Text = text,
        TextBefore = before,
        DeletedText = "",
        Language = "en",
        Boxes = [],
        Start = 0,
    };
}
