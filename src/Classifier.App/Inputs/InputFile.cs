namespace Classifier.App.Inputs;

/// <summary>A file to read.</summary>
/// <param name="Document">Its name in the reports: the path relative to the input it came from, with <c>/</c>.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Issue">Why there is nothing to read here; null for a file.</param>
internal sealed record InputFile(string Document, string Path, Issue? Issue = null);
