using System.Globalization;
using Classifier.Reports;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.Reports;

public sealed class CellTextTests
{
    [Property(MaxTest = 1000)]
    public bool ScoreAndTenths_AnyNumber_AreItsOwnDecimals(int units, short off) => new[] { units / 1e4, units / 2e4, units / 10.0, units / 20.0, off / 1e4 }.All(AreOwn);

    [Fact]
    public void ScoreAndTenths_HalfWayBetweenTwoTexts_AreItsOwnDecimals()
    {
        for (int half = 1; half < 20_000; half += 2)
        {
            foreach (double units in (ReadOnlySpan<double>)[2e4, 20.0])
            {
                double middle = half / units;
                Assert.True(AreOwn(middle) && AreOwn(Math.BitIncrement(middle)) && AreOwn(Math.BitDecrement(middle)), $"{middle:R}");
            }
        }
    }

    [Theory]
    [InlineData(-0.0), InlineData(-0.00001)]
    public void Score_NothingBelowZero_HasNoMinus(double value) => Assert.Equal("0.0000", CellText.Score(value));

    private static bool AreOwn(double value) => CellText.Score(value) == Own(value, "F4") && CellText.Tenths(value) == Own(value, "F1");

    private static string Own(double value, string format)
    {
        string text = value.ToString(format, CultureInfo.InvariantCulture);
        return text.Trim('-', '0', '.').Length == 0 ? text.TrimStart('-') : text;
    }
}
