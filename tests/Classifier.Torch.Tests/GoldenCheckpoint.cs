using System.Text.Json;
using Classifier.Tests;

namespace Classifier.Torch.Tests;

/// <summary>What <c>Golden/make_golden.py</c> computed for one text.</summary>
internal sealed record GoldenCase(string Text, int[][] Pieces, int[] Ids, float[] First, float[] Last, float[] Mean);

/// <summary>The tiny checkpoints of <c>Golden/</c> and copies of them to damage.</summary>
internal static class GoldenCheckpoint
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    public static string Folder(string family) => ProjectFiles.InRoot("tests", "Classifier.Torch.Tests", "Golden", family);

    public static IReadOnlyList<GoldenCase> Cases(string family) =>
        JsonSerializer.Deserialize<GoldenCase[]>(File.ReadAllText(Path.Combine(Folder(family), "golden.json")), Options)!;

    /// <summary>A writable copy, with one file's bytes changed.</summary>
    public static string Copy(string family, string file = "config.json", Func<byte[], byte[]>? change = null)
    {
        string copy = Directory.CreateTempSubdirectory("classifier-torch-tests-").FullName;
        foreach (string path in Directory.GetFiles(Folder(family))) File.Copy(path, Path.Combine(copy, Path.GetFileName(path)));
        string changed = Path.Combine(copy, file);
        if (change is not null) File.WriteAllBytes(changed, change(File.ReadAllBytes(changed)));
        return copy;
    }
}
