using System.Globalization;
using Classifier.Training;

namespace Classifier.App.Terminal;

/// <summary>Measures as text; what is undefined stays empty.</summary>
internal static class Figures
{
    /// <summary>Three digits after the point.</summary>
    public static string Share(double? value) => value?.ToString("F3", CultureInfo.InvariantCulture) ?? "";

    /// <summary>From low to high.</summary>
    public static string Range(Interval interval) => interval.Low is null ? "" : $"{Share(interval.Low)} .. {Share(interval.High)}";
}
