using System.Text.Json;

namespace Classifier.Models;

/// <summary>
/// A model folder in the making. Everything is written into a folder beside the target and takes its place when it is whole, so that what breaks off leaves a former
/// model as it was. Of the former model nothing stays behind; files of other people in its folder are left alone.
/// </summary>
internal sealed class NewModelFolder : IDisposable
{
    /// <summary>What stands in a model folder for readers.</summary>
    public const string MetricsFile = "metrics.json", CardFile = "card.md", CurveFile = "curve.csv";

    private static readonly string[] Known =
    [
        ModelFolder.ManifestFile, ModelFolder.WeightsFile, ModelFolder.KernelFile, ModelFolder.VectorsFile, ModelFolder.LearntFile, EnsembleFolder.Members, MetricsFile, CardFile, CurveFile,
    ];

    // By this file a folder is known for one that this class made and that was left behind when the program was ended.
    private const string Mark = "unfinished-model";

    private readonly string _target, _former;

    /// <summary>Makes the folder beside the target.</summary>
    /// <param name="target">The model folder to be; it may exist and hold a model.</param>
    /// <exception cref="InvalidDataException">The target is no place for a model.</exception>
    public NewModelFolder(string target)
    {
        _target = RealPath.Of(target);
        (Path, _former) = ($"{_target}.part", $"{_target}.former");
        if (File.Exists(_target)) throw new InvalidDataException($"{target}: found a file; expected a folder for the model.");
        if (Directory.Exists(_former)) throw new InvalidDataException($"{_former}: found a former model that was being replaced when the program was ended; move its files back to {target}, or delete it.");
        if (Directory.Exists(Path) && !Exists(Path, Mark)) throw new InvalidDataException($"{Path}: found a folder where {target} would be made; rename it, or choose another folder for the model.");
        CheckForeign(Known);
        Clear();
        Directory.CreateDirectory(Path);
        File.WriteAllText(System.IO.Path.Combine(Path, Mark), "A model in the making; without a program that runs it is of no use and may be deleted.\n");
        if (Directory.Exists(_target)) CheckMove(target);
    }

    /// <summary>The folder to write into.</summary>
    public string Path { get; }

    /// <summary>Puts what was written in the target's place.</summary>
    /// <exception cref="InvalidDataException">A file of other people is in the way.</exception>
    public void TakePlace()
    {
        string[] names = [.. Directory.EnumerateFileSystemEntries(Path).Select(entry => System.IO.Path.GetFileName(entry)).Where(name => name != Mark)];
        CheckForeign(names);
        string[] former = [.. Former().Where(name => Exists(_target, name))];
        List<(string From, string To)> moved = [];
        void Move(IEnumerable<string> entries, string from, string to)
        {
            Directory.CreateDirectory(to);
            foreach (string name in entries)
            {
                (string From, string To) move = (System.IO.Path.Combine(from, name), System.IO.Path.Combine(to, name));
                Directory.Move(move.From, move.To);
                moved.Add(move);
            }
        }
        try
        {
            // Without its manifest, which goes first and comes last, a folder is no model: no mixture of two can be opened at any moment.
            Move(former.OrderBy(name => name != ModelFolder.ManifestFile), _target, _former);
            Move(names.OrderBy(name => name == ModelFolder.ManifestFile), Path, _target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            foreach ((string from, string to) in Enumerable.Reverse(moved)) Directory.Move(to, from);
            if (Directory.Exists(_former)) Directory.Delete(_former);
            throw;
        }
        Directory.Delete(_former, recursive: true);
    }

    /// <summary>Removes what has not taken its place.</summary>
    public void Dispose() => Clear();

    /// <summary>A folder that another disk is mounted on takes no files from beside it: that is seen now, and not when all is fitted.</summary>
    private void CheckMove(string target)
    {
        string from = System.IO.Path.Combine(Path, $"{Mark}-try"), to = System.IO.Path.Combine(_target, $"{Mark}-try");
        try
        {
            Directory.CreateDirectory(from);
            Directory.Move(from, to);
            Directory.Delete(to);
        }
        catch (IOException e)
        {
            Clear();
            throw new InvalidDataException($"{target}: a folder cannot be moved into it from beside it ({e.Message.TrimEnd('.')}); choose a folder inside it for the model.");
        }
    }

    private static bool Exists(string folder, string name) => System.IO.Path.Exists(System.IO.Path.Combine(folder, name));

    private void Clear()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }

    private void CheckForeign(IEnumerable<string> names)
    {
        IReadOnlySet<string> former = Former();
        if (names.FirstOrDefault(name => Exists(_target, name) && !former.Contains(name)) is { } foreign)
            throw new InvalidDataException($"{System.IO.Path.Combine(_target, foreign)}: found what is no part of a model of this program; expected a new folder, or one that \"classifier train\" or \"classifier ensemble\" made.");
    }

    /// <summary>Names of the target's entries that belong to the model in it.</summary>
    private HashSet<string> Former()
    {
        string manifest = System.IO.Path.Combine(_target, ModelFolder.ManifestFile);
        if (!File.Exists(manifest)) return [];
        try
        {
            // Read without demands: a model of an older form is replaced like any other.
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(manifest));
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("files", out JsonElement files) || files.ValueKind != JsonValueKind.Object) return [];
            return [.. Known, .. files.EnumerateObject().Select(file => file.Name.Split('/')[0]).Where(name => name is not ("" or "." or "..") && name == System.IO.Path.GetFileName(name))];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
