using Classifier.Training;
using Classifier.Training.Exchange;

namespace Classifier.App.Commands;

/// <summary>Files of labelled clauses that a user names.</summary>
internal static class LabelledFiles
{
    /// <summary>Reads them, one after another.</summary>
    /// <exception cref="StopException">A file does not exist.</exception>
    public static LabelledClause[] Read(params string[] files)
    {
        if (files.FirstOrDefault(file => !File.Exists(file)) is { } missing) throw new StopException(ExitCodes.Usage, $"The file {missing} does not exist.");
        return [.. files.SelectMany(LabelledClauseReader.Read)];
    }
}
