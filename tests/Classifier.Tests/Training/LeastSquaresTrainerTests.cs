using Classifier.Models;
using Classifier.Training;
using Xunit;

namespace Classifier.Tests.Training;

public sealed class LeastSquaresTrainerTests
{
    private const int Clauses = 40, Features = 12;
    private const float L2 = 0.5f;
    private readonly SparseVector[] _vectors;
    private readonly bool[][] _answers;
    private readonly float[] _weights;

    public LeastSquaresTrainerTests()
    {
        Random random = new(7);
        _vectors = [.. Enumerable.Range(0, Clauses).Select(_ => Some(random))];
        _answers = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, Clauses).Select(_ => random.Next(3) == 0).ToArray()), new bool[Clauses]];
        _weights = [.. Enumerable.Range(0, Clauses).Select(_ => random.Next(2) == 0 ? 1f : 0.3f)];
    }

    [Fact]
    public void Fit_AnyQuestion_EqualsTheSolutionInClosedForm()
    {
        IReadOnlyList<LinearFit> fits = new LeastSquaresTrainer(L2).Fit(Features, _vectors, _answers, _weights);
        Assert.All(fits.Zip(_answers), pair => Assert.All(
            ClosedForm(pair.Second).Zip([.. pair.First.Weights, pair.First.Bias]), number => Assert.Equal(number.First, number.Second, 3e-5)));
    }

    [Fact]
    public void Fit_OneQuestionAmongOthers_EqualsTheQuestionAlone()
    {
        LeastSquaresTrainer trainer = new(L2);
        IReadOnlyList<LinearFit> together = trainer.Fit(Features, _vectors, _answers, _weights);
        LinearFit alone = trainer.Fit(Features, _vectors, [_answers[1]], _weights)[0];
        Assert.All(alone.Weights.Zip(together[1].Weights), pair => Assert.Equal(pair.First, pair.Second, 3e-5));
    }

    [Fact]
    public void Plus_AShareOfAnother_AddsUpInEveryScore()
    {
        LinearFit one = new([1, 2], 3), other = new([10, 20], 30), both = one.Plus(other, 0.5);
        Assert.Equal([6f, 12f, 18f], [.. both.Weights, both.Bias]);
        SparseVector[] apart = [new([0], [0f]), new([0], [2f])];
        Assert.Equal(6, both.Spread(apart), 1e-9);
    }

    private static SparseVector Some(Random random)
    {
        int[] indexes = [.. Enumerable.Range(0, Features).Where(_ => random.Next(3) == 0)];
        return new SparseVector(indexes, [.. indexes.Select(_ => random.NextSingle())]);
    }

    private double[] ClosedForm(bool[] answers)
    {
        double[][] dense = [.. _vectors.Select(vector => Enumerable.Range(0, Features + 1).Select(feature =>
            feature == Features ? 1.0 : Array.IndexOf(vector.Indexes, feature) is var place && place >= 0 ? vector.Values[place] : 0).ToArray())];
        double[][] matrix = [.. Enumerable.Range(0, Features + 1).Select(i => Enumerable.Range(0, Features + 1).Select(j =>
            (i == j ? L2 : 0) + Enumerable.Range(0, Clauses).Sum(row => _weights[row] * dense[row][i] * dense[row][j])).ToArray())];
        double[] right = [.. Enumerable.Range(0, Features + 1).Select(i => Enumerable.Range(0, Clauses).Sum(row => _weights[row] * dense[row][i] * (answers[row] ? 1 : -1)))];
        Cholesky.Factor(matrix);
        return Cholesky.Solve(matrix, right);
    }
}
