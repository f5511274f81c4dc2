using Classifier.Tests.Training;
using Classifier.Training;

namespace Classifier.Tests.Models;

/// <summary>A model folder trained on fifty clauses, made once for a test class.</summary>
public sealed class TrainedFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("classifier-model-").FullName;

    public TrainedFolder()
    {
        string data = LabelledClauses.Write(System.IO.Path.Combine(_root, "fifty.csv"), LabelledClauses.Fifty);
        new TrainingRun(Options).Run([new TrainingSource(data)], Path);
    }

    public static TrainingOptions Options { get; } = new() { Folds = 2, L2 = 0.001f };

    public string Path => System.IO.Path.Combine(_root, "fifty");

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
