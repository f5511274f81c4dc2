using Classifier.Models;
using Classifier.Training.Exchange;

namespace Classifier.Training;

/// <summary>Labelled clauses that a finished model is measured on.</summary>
/// <param name="Path">The file.</param>
/// <param name="Clauses">Its clauses.</param>
internal sealed record TestFile(string Path, IReadOnlyList<LabelledClause> Clauses);

/// <summary>What a training run needs besides the clauses that it learns from, read and checked before anything is fitted.</summary>
/// <param name="Tests">What the finished model is measured on.</param>
/// <param name="Notes">Text for the card; may be empty.</param>
internal sealed record TrainingInputs(IReadOnlyList<TestFile> Tests, string Notes)
{
    /// <summary>Reads them, and makes sure that a model can be written where the request wants it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="start">Folder of a model or checkpoint that the training starts from; null for none.</param>
    /// <exception cref="InvalidDataException">A file is missing or not as expected, or the model's folder is no place for one.</exception>
    public static TrainingInputs Read(TrainingRequest request, string? start)
    {
        if (start is not null && RealPath.Same(request.Folder, start)) throw new InvalidDataException($"{request.Folder}: found the folder of the model to start from; expected another one for the new model.");
        // Made and removed at once: whether there is a place for the model is to be known before hours of fitting.
        using (new NewModelFolder(request.Folder))
        {
            return new TrainingInputs([.. request.Tests.Select(file => new TestFile(file, LabelledClauseReader.Read(file)))], request.Notes is null ? "" : GivenFile.Text(request.Notes, "Markdown for the card"));
        }
    }
}
