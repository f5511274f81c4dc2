using Classifier.Models;
using Xunit;

namespace Classifier.Tests.Models;

/// <summary>The linear model, trained once for all its laws.</summary>
public sealed class LinearClauseModelTests(TrainedFolder trained) : ClauseModelLaws(ModelFolder.Open(trained.Path), ModelFolder.Open(trained.Path)), IClassFixture<TrainedFolder>
{
    private readonly LinearClauseModel _model = (LinearClauseModel)ModelFolder.Open(trained.Path);

    [Theory]
    [InlineData("Operators shall see that the cable network in March keeps minutes")]
    [InlineData("Noting that each publication, as the Government directs -- \"blocks\" speech!")]
    [InlineData("")]
    public void TokenContributions_WithTheBias_AddUpToTheScore(string text)
    {
        ScannedClause clause = ClauseScanner.Scan(text);
        LinearScorer scorer = _model.Scorer;
        Assert.All(ScoreLabels.All, label => Assert.Equal(scorer.LogOdds(clause)[(int)label], scorer.Bias((int)label) + scorer.TokenContributions(clause, (int)label).Sum(), 1e-4));
    }
}
