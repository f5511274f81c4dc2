using Classifier.Models;
using Classifier.Tests.Training;
using Classifier.Training;

namespace Classifier.Tests.Models;

/// <summary>A model folder trained on fifty clauses, made once for a test class.</summary>
public class TrainedFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("classifier-model-").FullName;

    public TrainedFolder()
        : this(vectors: false)
    {
    }

    protected TrainedFolder(bool vectors)
    {
        LabelledClauses.Write(Data, LabelledClauses.Fifty);
        new TrainingRun(Options).Run(new TrainingRequest { Sources = [new TrainingSource(Data)], Folder = Path, Vectors = vectors ? WriteVectors(System.IO.Path.Combine(_root, "tiny.bin")) : null });
        if (vectors) GiveTheKernelItsSay();
    }

    public static TrainingOptions Options { get; } = new() { Folds = 2, L2 = 0.001f, LeastSquaresL2 = 0.001f };

    /// <summary>The file that it was trained on.</summary>
    public string Data => System.IO.Path.Combine(_root, "fifty.csv");

    public string Path => System.IO.Path.Combine(_root, "fifty");

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Directory.Delete(_root, recursive: true);
    }

    /// <summary>On fifty clauses n-grams say all, and training leaves the kernel term no share.</summary>
    private void GiveTheKernelItsSay()
    {
        TrainingSet data = TrainingSet.Read([new TrainingSource(Data)]);
        KernelWeights kernel = new TermFit(Options, ModelFolder.Vectors(System.IO.Path.Combine(Path, ModelFolder.VectorsFile)).Vectors).Fit(data, [.. Enumerable.Range(0, data.Clauses.Count)]).Kernel!;
        ModelManifest manifest = ModelFolder.ReadManifest(Path);
        Dictionary<string, byte[]> files = manifest.Files.Keys.ToDictionary(file => file, file => file == ModelFolder.KernelFile ? kernel.ToBytes() : File.ReadAllBytes(System.IO.Path.Combine(Path, file)));
        ModelFolder.Save(Path, manifest, files);
    }

    private static string WriteVectors(string path)
    {
        File.WriteAllBytes(path, TinyVectors.Bytes());
        return path;
    }
}

/// <summary>The same with vectors.</summary>
public sealed class BlendedFolder() : TrainedFolder(vectors: true);
