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
    }

    public static TrainingOptions Options { get; } = new() { Folds = 2, L2 = 0.001f };

    /// <summary>The file that it was trained on.</summary>
    public string Data => System.IO.Path.Combine(_root, "fifty.csv");

    public string Path => System.IO.Path.Combine(_root, "fifty");

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Directory.Delete(_root, recursive: true);
    }

    /// <summary>Eight seeded numbers for every word of the fifty clauses, in the form that data/vectors/make.py writes.</summary>
    private static string WriteVectors(string path)
    {
        ulong[] words = [.. LabelledClauses.Fifty.SelectMany(clause => clause.Text.Split(' ')).Select(ClauseScanner.HashWord).Distinct().Order()];
        Random random = new(1);
        using BinaryWriter writer = new(File.Create(path));
        writer.Write("CVEC"u8);
        foreach (int number in new[] { 1, words.Length, 8 }) writer.Write(number);
        foreach (ulong word in words) writer.Write(word);
        foreach (ulong _ in words) writer.Write(5f);
        foreach (ulong _ in words) writer.Write(0.01f);
        for (int i = 0; i < words.Length * 8; i++) writer.Write((sbyte)random.Next(-127, 128));
        return path;
    }
}

/// <summary>The same with word vectors.</summary>
public sealed class BlendedFolder() : TrainedFolder(vectors: true);
