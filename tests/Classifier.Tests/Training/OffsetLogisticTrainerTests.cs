using Classifier.Models;
using Classifier.Training;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.Training;

public sealed class OffsetLogisticTrainerTests
{
    [Property]
    public void Fit_AnyClauses_EndsWhereTheSlopeIsZero(byte[] values, bool[] answers)
    {
        int count = Math.Min(values.Length, answers.Length);
        SparseVector[] vectors = [.. values.Take(count).Select(value => new SparseVector([value % 3], [1 + (value / 255f)]))];
        double[] offsets = [.. values.Take(count).Select(value => (value - 128) / 64.0)];
        double[] slopes = [.. values.Take(count).Select(value => 1 + (value % 5 / 2.0))];
        float[] weights = [.. values.Take(count).Select(value => value % 2 == 0 ? 1f : 0.3f)];
        LinearFit fit = new OffsetLogisticTrainer(0.5, 2).Fit(3, vectors, offsets, slopes, [.. answers.Take(count)], weights);
        double[] slope = [.. fit.Weights.Select(weight => 0.5 * weight), 2 * fit.Bias];
        for (int i = 0; i < count; i++)
        {
            int feature = vectors[i].Indexes[0];
            double off = 1 / (1 + Math.Exp(-(offsets[i] + (slopes[i] * (fit.Bias + (fit.Weights[feature] * vectors[i].Values[0]))))));
            double miss = weights[i] * slopes[i] * (off - (answers[i] ? 1 : 0));
            slope[feature] += miss * vectors[i].Values[0];
            slope[3] += miss;
        }
        Assert.All(slope, value => Assert.Equal(0, value, 1e-3));
    }

    [Fact]
    public void Fit_OffsetsThatAreRight_ChangesLittle()
    {
        LinearFit fit = new OffsetLogisticTrainer(1, 1).Fit(1, [new SparseVector([0], [1]), new SparseVector([0], [1])], [5, -5], [1, 1], [true, false], [1, 1]);
        Assert.Equal(0, fit.Weights[0], 1e-2);
        Assert.Equal(0, fit.Bias, 1e-2);
    }
}
