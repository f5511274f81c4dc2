using Classifier.Models;
using Xunit;

namespace Classifier.Tests.Models;

/// <summary>The linear model, trained once for all its laws.</summary>
public sealed class LinearClauseModelTests(TrainedFolder trained) : ClauseModelLaws(ModelFolder.Open(trained.Path), ModelFolder.Open(trained.Path)), IClassFixture<TrainedFolder>
{
    [Theory]
    [InlineData("Operators shall see that the cable network in March keeps minutes")]
    [InlineData("Noting that each publication, as the Government directs -- \"blocks\" speech!")]
    [InlineData("")]
    public void TokenContributions_WithTheBias_AddUpToTheScore(string text)
    {
        NgramTerm term = new(LinearWeights.FromBytes(File.ReadAllBytes(Path.Combine(trained.Path, "weights.bin"))));
        ScannedClause clause = ClauseScanner.Scan(text);
        float[][] sums = [new float[ScoreLabels.All.Count], new float[ScoreLabels.All.Count]];
        // A text without words is scored by the bias alone.
        term.AddTo([clause, ClauseScanner.Scan("")], sums);
        Assert.All(ScoreLabels.All, label =>
        {
            double[] contributions = new double[clause.Tokens.Count];
            term.AddContributions(clause, (int)label, contributions);
            Assert.Equal(sums[0][(int)label], sums[1][(int)label] + contributions.Sum(), 1e-4);
        });
    }
}
