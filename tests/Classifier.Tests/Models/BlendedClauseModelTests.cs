using Classifier.Models;
using Classifier.Tests.Training;
using Xunit;

namespace Classifier.Tests.Models;

/// <summary>N-grams and vectors together, trained once for all laws.</summary>
public sealed class BlendedClauseModelTests(BlendedFolder trained) : ClauseModelLaws(ModelFolder.Open(trained.Path), ModelFolder.Open(trained.Path)), IClassFixture<BlendedFolder>
{
    [Fact]
    public void Open_WithVectors_SumsTwoTermsThatBothSaySomething()
    {
        ScannedClause[] clauses = [.. LabelledClauses.Fifty.Select(clause => ClauseScanner.Scan(clause.Text))];
        Assert.All(((AdditiveClauseModel)ModelFolder.Open(trained.Path)).Terms, term =>
        {
            float[][] sums = [.. clauses.Select(_ => new float[ScoreLabels.All.Count])];
            term.AddTo(clauses, sums);
            Assert.True(ScoreLabels.All.Count(label => sums.Select(row => row[(int)label]).Distinct().Count() > 1) > 3, $"{term.GetType().Name} says nothing");
        });
        Assert.Equal(2, ((AdditiveClauseModel)ModelFolder.Open(trained.Path)).Terms.Count);
    }

    [Fact]
    public void KernelTerm_AClauseOfUnknownWords_HasNoContributions()
    {
        ScannedClause clause = ClauseScanner.Scan("qwertz uiop");
        IScoreTerm kernel = ((AdditiveClauseModel)ModelFolder.Open(trained.Path)).Terms[1];
        double[] contributions = new double[clause.Tokens.Count];
        kernel.AddContributions(clause, 0, contributions);
        Assert.All(contributions, contribution => Assert.Equal(0, contribution));
    }

    [Theory]
    [InlineData("kernel.bin")]
    [InlineData("vectors.bin")]
    public void FromBytes_CutAnywhere_IsRefused(string file)
    {
        byte[] whole = File.ReadAllBytes(Path.Combine(trained.Path, file));
        Assert.All(Enumerable.Range(0, 40).Select(i => whole.Length * i / 40), length => Assert.Throws<InvalidDataException>(() => Read(file, whole[..length])));
        Assert.Throws<InvalidDataException>(() => Read(file, [.. whole, 0]));
    }

    private static object Read(string file, byte[] bytes) => file == "kernel.bin" ? KernelWeights.FromBytes(bytes) : ClauseVectors.FromBytes(bytes);
}
