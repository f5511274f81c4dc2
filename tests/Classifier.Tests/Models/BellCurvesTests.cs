using Classifier.Models;
using Xunit;

namespace Classifier.Tests.Models;

public sealed class BellCurvesTests
{
    // Numbers of one point that are no whole vectors, and points that are no whole group.
    private const int Dimensions = 21, Landmarks = 37;

    private readonly Random _random = new(5);
    private readonly Half[] _landmarks;
    private readonly BellCurves _curves;

    public BellCurvesTests()
    {
        _landmarks = [.. Enumerable.Range(0, Landmarks * Dimensions).Select(_ => (Half)((2 * _random.NextDouble()) - 1))];
        _curves = new BellCurves(_landmarks, Dimensions, 0.8f);
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(4), InlineData(7)]
    public void Of_AnyNumberOfPoints_IsTheBellOfTheirDistances(int count)
    {
        float[][] points = Points(count, 1);

        float[][] found = _curves.Of(points);

        Assert.Equal(count, found.Length);
        for (int i = 0; i < count; i++)
        {
            for (int m = 0; m < Landmarks; m++)
            {
                double distance = Enumerable.Range(0, Dimensions).Average(d => Math.Pow((double)_landmarks[(m * Dimensions) + d] - points[i][d], 2));
                Assert.Equal(Math.Exp(-0.8 * distance), found[i][m], 1e-5);
            }
        }
    }

    [Fact]
    public void Of_PointFarAway_IsNearNothing() => Assert.All(_curves.Of(Points(1, 1000))[0], near => Assert.InRange(near, 0, 1e-30f));

    [Fact]
    public void Of_PointsTogether_AreTheSameAsAlone()
    {
        float[][] points = Points(6, 1);

        Assert.Equal(points.Select(point => _curves.Of([point])[0]), _curves.Of(points));
    }

    [Fact]
    public void Sum_OfTwoFactors_IsTheWeightedSumOfLandmarksRoundedToEightBits()
    {
        float[][] factors = Points(2, 1, Landmarks);

        float[] sum = _curves.Sum(factors[0], factors[1]);

        for (int d = 0; d < Dimensions; d++) Assert.Equal(Enumerable.Range(0, Landmarks).Sum(m => factors[0][m] * factors[1][m] * Rounded((double)_landmarks[(m * Dimensions) + d])), sum[d], 1e-4);
    }

    private static double Rounded(double value)
    {
        if (value == 0) return 0;
        double last = Math.Pow(2, Math.Floor(Math.Log2(Math.Abs(value))) - 7);
        return Math.Round(value / last, MidpointRounding.AwayFromZero) * last;
    }

    [Theory]
    [InlineData(1), InlineData(4), InlineData(11)]
    public void Products_AnyNumberOfRows_AreTheirSumsAsEachAlone(int count)
    {
        float[] numbers = Points(1, 1, Landmarks)[0];
        float[][] rows = Points(count, 1, Landmarks);

        float[] sums = BellCurves.Products(numbers, rows);

        for (int row = 0; row < count; row++) Assert.Equal(numbers.Zip(rows[row], (number, factor) => (double)number * factor).Sum(), sums[row], 1e-4);
        Assert.Equal(rows.Select(row => BellCurves.Products(numbers, [row])[0]), sums);
    }

    private float[][] Points(int count, float size, int length = Dimensions) => [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, length).Select(_ => size * (_random.NextSingle() + 0.01f)).ToArray())];
}
