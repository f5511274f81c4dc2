using System.Globalization;

namespace Classifier.Documents;

/// <summary>Page numbers in words.</summary>
internal static class PageList
{
    /// <summary>"Page 3", or "Pages 1-4, 7".</summary>
    /// <param name="numbers">The pages in rising order; at least one.</param>
    public static string Of(IReadOnlyList<int> numbers)
    {
        if (numbers.Count == 1) return string.Create(CultureInfo.InvariantCulture, $"Page {numbers[0]}");
        List<string> runs = [];
        for (int i = 0; i < numbers.Count; i++)
        {
            int start = numbers[i];
            while (i + 1 < numbers.Count && numbers[i + 1] == numbers[i] + 1) i++;
            runs.Add(start == numbers[i] ? string.Create(CultureInfo.InvariantCulture, $"{start}") : string.Create(CultureInfo.InvariantCulture, $"{start}-{numbers[i]}"));
        }
        return "Pages " + string.Join(", ", runs);
    }
}
