using System.Text.Json;

namespace Classifier.Torch.Checkpoints;

/// <summary>An encoder's sizes and weights.</summary>
/// <param name="Config">The sizes.</param>
/// <param name="Tensors">Every tensor of <see cref="TensorManifest"/>, by its name there.</param>
internal sealed record Checkpoint(EncoderConfig Config, IReadOnlyDictionary<string, TensorValues> Tensors);

/// <summary>Reads the encoder of a checkpoint folder in the published layout: exactly, or not at all.</summary>
internal sealed class CheckpointReader
{
    public const string ConfigFile = "config.json", WeightsFile = "model.safetensors", IndexFile = "model.safetensors.index.json";

    /// <summary>Reads <c>config.json</c> and finds the weights, in one file or in shards; a tensor's numbers are read, and checked, when they are asked for.</summary>
    /// <param name="folder">The checkpoint.</param>
    /// <exception cref="InvalidDataException">A file is missing, damaged or truncated, a tensor is missing, surplus or of another shape; names it.</exception>
    public Checkpoint Read(string folder)
    {
        EncoderConfig config = EncoderConfig.Read(Needed(folder, ConfigFile));
        TensorManifest manifest = new(config);
        Dictionary<string, TensorValues> tensors = new(StringComparer.Ordinal);
        foreach ((string published, SafetensorsFile file, string path) in Locate(folder))
        {
            string name = TensorManifest.Canonical(published);
            if (!manifest.Shapes.TryGetValue(name, out long[]? shape))
            {
                if (TensorManifest.IsKnownSurplus(name)) continue;
                throw new InvalidDataException($"{path}: tensor '{published}' has no place in the {config.Layers}-layer encoder that {ConfigFile} describes.");
            }
            IReadOnlyList<long> found = file.Entries[published].Shape;
            if (!found.SequenceEqual(shape)) throw new InvalidDataException($"{path}: tensor '{published}' has shape [{string.Join(", ", found)}], {ConfigFile} asks for [{string.Join(", ", shape)}].");
            if (!tensors.TryAdd(name, new TensorValues(shape, () => Finite(path, published, file.Read(published))))) throw new InvalidDataException($"{path}: tensor '{published}' is there a second time, under another prefix or in another shard.");
        }
        string? missing = manifest.Shapes.Keys.FirstOrDefault(name => !tensors.ContainsKey(name));
        return missing is null ? new Checkpoint(config, tensors)
            : throw new InvalidDataException($"{folder}: tensor '{missing}' is missing; {tensors.Count} of the {manifest.Shapes.Count} tensors that {ConfigFile} asks for are there.");
    }

    private static float[] Finite(string path, string name, float[] values) => Array.FindIndex(values, value => !float.IsFinite(value)) is >= 0 and int at
        ? throw new InvalidDataException($"{path}: tensor '{name}' holds {values[at]} at element {at}, expected finite numbers.")
        : values;

    /// <summary>The path of a file that must be there.</summary>
    public static string Needed(string folder, string file)
    {
        string path = Path.Combine(folder, file);
        return File.Exists(path) ? path : throw new InvalidDataException($"{folder} has no {file}: it is no encoder checkpoint in the published layout.");
    }

    private static IEnumerable<(string Name, SafetensorsFile File, string Path)> Locate(string folder)
    {
        string index = Path.Combine(folder, IndexFile);
        if (!File.Exists(index))
        {
            string path = Needed(folder, WeightsFile);
            SafetensorsFile whole = SafetensorsFile.Open(path);
            foreach (string name in whole.Entries.Keys) yield return (name, whole, path);
            yield break;
        }
        Dictionary<string, string> map = ReadIndex(index);
        foreach (IGrouping<string, string> shard in map.GroupBy(pair => pair.Value, pair => pair.Key).OrderBy(shard => shard.Key, StringComparer.Ordinal))
        {
            // A shard is named by a file beside the index: a path in it would let a crafted index read elsewhere.
            if (Path.GetFileName(shard.Key) != shard.Key) throw new InvalidDataException($"{index} names the shard '{shard.Key}', expected a file beside it.");
            string path = Needed(folder, shard.Key);
            SafetensorsFile file = SafetensorsFile.Open(path);
            string? absent = shard.FirstOrDefault(name => !file.Entries.ContainsKey(name));
            if (absent is not null) throw new InvalidDataException($"{path} lacks tensor '{absent}', which {IndexFile} places there.");
            string? unlisted = file.Entries.Keys.FirstOrDefault(name => !map.TryGetValue(name, out string? home) || home != shard.Key);
            if (unlisted is not null) throw new InvalidDataException($"{path} holds tensor '{unlisted}', which {IndexFile} does not place there.");
            foreach (string name in file.Entries.Keys) yield return (name, file, path);
        }
    }

    private static Dictionary<string, string> ReadIndex(string path)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
            return json.RootElement.GetProperty("weight_map").EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString() ?? "");
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException($"{path} is no shard index: expected an object weight_map of tensor names to file names ({broken.Message}).", broken);
        }
    }
}
