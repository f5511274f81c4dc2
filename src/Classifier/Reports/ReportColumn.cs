namespace Classifier.Reports;

/// <summary>A column of a report.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="IsText">True where the cell holds text from a document, which spreadsheets must not read as a number or a formula; false where it holds a number, word or flag of our own.</param>
/// <param name="Cell">The cell of a row; empty where nothing is known.</param>
internal sealed record ReportColumn<T>(string Name, bool IsText, Func<T, string> Cell)
{
    /// <summary>A column of text from a document.</summary>
    public static ReportColumn<T> Text(string name, Func<T, string> cell) => new(name, true, cell);

    /// <summary>A column of our own numbers, words and flags.</summary>
    public static ReportColumn<T> Value(string name, Func<T, string> cell) => new(name, false, cell);
}
