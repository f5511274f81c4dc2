using Classifier.Training;
using Classifier.Training.Exchange;

namespace Classifier.App.Commands;

/// <summary>Files of labelled clauses that a user names.</summary>
internal static class LabelledFiles
{
    /// <summary>Reads them, one after another.</summary>
    /// <exception cref="InvalidDataException">A file does not exist, holds no clause, or is not as expected.</exception>
    public static LabelledClause[] Read(params string[] files) => [.. files.SelectMany(LabelledClauseReader.Read)];
}
