using System.Text.Json;
using Classifier.Torch.Checkpoints;
using Classifier.Torch.Network;

namespace Classifier.Torch.Training;

/// <summary>How far a training has come.</summary>
internal sealed record Progress
{
    /// <summary>What is trained on what, as a hash: a state is taken up only by the very same training.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Rounds finished: passes over the data, or stretches of steps.</summary>
    public int Rounds { get; init; }

    /// <summary>Steps taken.</summary>
    public long Steps { get; init; }

    /// <summary>The round with the best figure so far; 0 for none.</summary>
    public int BestRound { get; init; }

    /// <summary>That figure; null for none.</summary>
    public double? Best { get; init; }
}

/// <summary>
/// The folder in which a training that may be killed at any moment keeps what it needs to go on. Every round has files of its own, and the progress
/// file that names the round is renamed into place last: what it names is whole.
/// </summary>
/// <param name="folder">The folder; made when first written.</param>
/// <param name="fingerprint">See <see cref="Progress.Fingerprint"/>.</param>
internal sealed class TrainingState(string folder, string fingerprint)
{
    private const string ProgressFile = "progress.json", BestFile = "best.safetensors";

    /// <summary>Takes a training up.</summary>
    /// <param name="weights">Overwritten with those of the last finished round.</param>
    /// <param name="descent">Brought to the same place.</param>
    /// <returns>The last finished round; one without rounds where nothing was kept.</returns>
    /// <exception cref="InvalidDataException">The folder holds another training's state, or a damaged one.</exception>
    public Progress Resume(Weights weights, Descent descent)
    {
        string path = Path.Combine(folder, ProgressFile);
        if (!File.Exists(path)) return new Progress { Fingerprint = fingerprint };
        Progress progress = Read(path);
        if (progress.Fingerprint != fingerprint) throw new InvalidDataException($"{path}: found the state of a training with other data or options; delete {folder} to start afresh, or repeat the command that began it.");
        weights.Write(Tensors(Name(progress.Rounds, "weights.safetensors")));
        descent.Resume(Tensors(Name(progress.Rounds, "moments.safetensors")), progress.Steps);
        return progress;
    }

    /// <summary>Keeps a finished round.</summary>
    /// <param name="progress">What to keep.</param>
    /// <param name="weights">The round's weights.</param>
    /// <param name="descent">Its moments.</param>
    public void Save(Progress progress, Weights weights, Descent descent)
    {
        Directory.CreateDirectory(folder);
        SortedDictionary<string, TensorValues> tensors = weights.Read();
        SafetensorsWriter.Write(Name(progress.Rounds, "weights.safetensors"), tensors);
        descent.Save(Name(progress.Rounds, "moments.safetensors"));
        // A best file from a round that was killed before its progress was written is written again, the same, when that round is repeated.
        if (progress.BestRound == progress.Rounds) SafetensorsWriter.Write(Path.Combine(folder, BestFile), tensors);
        string path = Path.Combine(folder, ProgressFile);
        File.WriteAllText(path + ".part", JsonSerializer.Serialize(progress, IndentedJson.Options));
        File.Move(path + ".part", path, overwrite: true);
        foreach (string old in Directory.GetFiles(folder, "round-*").Where(file => !Path.GetFileName(file).StartsWith(Prefix(progress.Rounds), StringComparison.Ordinal))) File.Delete(old);
    }

    /// <summary>The weights of the best round.</summary>
    public IReadOnlyDictionary<string, TensorValues> Best() => Tensors(Path.Combine(folder, BestFile));

    /// <summary>Throws the state away, once the training's result is safe.</summary>
    public void Delete()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private static Progress Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Progress>(File.ReadAllText(path)) ?? throw new InvalidDataException($"{path} is empty.");
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"{path}: found no valid state ({broken.Message}); delete the folder to start afresh.", broken);
        }
    }

    private static Dictionary<string, TensorValues> Tensors(string path)
    {
        SafetensorsFile file = SafetensorsFile.Open(path);
        return file.Entries.ToDictionary(pair => pair.Key, pair => new TensorValues(pair.Value.Shape, file.Read(pair.Key)));
    }

    private string Name(int round, string file) => Path.Combine(folder, Prefix(round) + file);

    private static string Prefix(int round) => $"round-{round}-";
}
