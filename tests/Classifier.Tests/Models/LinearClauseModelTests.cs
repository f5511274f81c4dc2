using Classifier.Models;
using Xunit;

namespace Classifier.Tests.Models;

/// <summary>The linear model, trained once for all its laws.</summary>
public sealed class LinearClauseModelTests(TrainedFolder trained) : ClauseModelLaws(ModelFolder.Open(trained.Path), ModelFolder.Open(trained.Path)), IClassFixture<TrainedFolder>
{
    private readonly AdditiveClauseModel _model = (AdditiveClauseModel)ModelFolder.Open(trained.Path);

    [Theory]
    [InlineData("Operators shall see that the cable network in March keeps minutes")]
    [InlineData("Noting that each publication, as the Government directs -- \"blocks\" speech!")]
    [InlineData("")]
    public void TokenContributions_WithTheBias_AddUpToTheScore(string text)
    {
        ScannedClause clause = ClauseScanner.Scan(text);
        NgramTerm term = Assert.IsType<NgramTerm>(Assert.Single(_model.Terms));
        float[] odds = new float[ScoreLabels.All.Count];
        term.AddTo([clause], [odds]);
        Assert.All(ScoreLabels.All, label =>
        {
            double[] contributions = new double[clause.Tokens.Count];
            term.AddContributions(clause, (int)label, contributions);
            Assert.Equal(odds[(int)label], term.Bias((int)label) + contributions.Sum(), 1e-4);
        });
    }
}
