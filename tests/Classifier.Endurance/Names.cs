using System.Globalization;

namespace Classifier.Endurance;

/// <summary>Names of files that a trial writes.</summary>
internal static class Names
{
    /// <summary>A name that sorts by number.</summary>
    public static string Pdf(int number) => string.Create(CultureInfo.InvariantCulture, $"{number:D6}.pdf");
}
