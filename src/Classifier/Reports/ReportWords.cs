namespace Classifier.Reports;

/// <summary>The words of the reports, for those who show them elsewhere.</summary>
public static class ReportWords
{
    /// <summary>A value of an enumeration in the codebook's spelling: <c>state_centric</c>.</summary>
    public static string Of(Enum value) => CellText.Of(value);

    /// <summary>The opening words of a text, cut at a blank where there is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">Characters to keep at most; an ellipsis stands for the rest.</param>
    public static string Beginning(string text, int length)
    {
        if (text.Length <= length) return text;
        int blank = text.LastIndexOf(' ', length);
        int end = blank > length / 2 ? blank : char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..end] + "…";
    }
}
