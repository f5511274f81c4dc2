using System.Security.Cryptography;
using System.Text.Json;

namespace Classifier.Models;

/// <summary>
/// The one place that opens and saves models. A folder holds <c>model.json</c>, the files that it lists by hash, and for readers <c>metrics.json</c> and
/// <c>card.md</c>. A folder that is not whole, or not what this program expects, is refused.
/// </summary>
public static class ModelFolder
{
    internal const string ManifestFile = "model.json", WeightsFile = "weights.bin", LinearKind = "linear";

    /// <summary>Opens a model.</summary>
    /// <param name="path">The model's folder.</param>
    /// <exception cref="InvalidDataException">The folder is missing, incomplete, changed, or of another form; the message says what was found and what to do.</exception>
    public static IClauseModel Open(string path)
    {
        string manifestPath = Path.Combine(path, ManifestFile);
        if (!File.Exists(manifestPath)) throw new InvalidDataException($"{path}: found no {ManifestFile}; expected the folder of a model, as \"classifier train\" makes it.");
        byte[] manifestBytes = File.ReadAllBytes(manifestPath);
        ModelManifest manifest = Parse(manifestBytes, manifestPath);
        Check(manifest, manifestPath);
        ModelCard card = new()
        {
            Name = new DirectoryInfo(path).Name,
            Hash = Hash(manifestBytes),
            Thresholds = manifest.Thresholds,
            Languages = manifest.Languages,
        };
        return new LinearClauseModel(card, Weights(path, manifest), manifest.Calibrators);
    }

    /// <summary>Saves a linear model: first the files, then the manifest that lists them.</summary>
    internal static void Save(string path, ModelManifest manifest, LinearWeights weights)
    {
        Directory.CreateDirectory(path);
        byte[] bytes = weights.ToBytes();
        File.WriteAllBytes(Path.Combine(path, WeightsFile), bytes);
        ModelManifest whole = manifest with { Files = new Dictionary<string, string> { [WeightsFile] = Hash(bytes) } };
        File.WriteAllText(Path.Combine(path, ManifestFile), JsonSerializer.Serialize(whole, ModelManifest.Json) + "\n");
    }

    internal static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static ModelManifest Parse(byte[] bytes, string path)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(bytes);
            if (json.RootElement.TryGetProperty("format", out JsonElement format) && format.TryGetInt32(out int version) && version != ModelManifest.CurrentFormat)
            {
                throw new InvalidDataException($"{path}: found model format {version}; expected {ModelManifest.CurrentFormat}. Train the model again, or use the program version that made it.");
            }
            return json.Deserialize<ModelManifest>(ModelManifest.Json) ?? throw new InvalidDataException($"{path}: found an empty manifest.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path}: found no valid manifest ({e.Message}); copy the model folder again, or train it again.");
        }
    }

    private static void Check(ModelManifest manifest, string path)
    {
        if (manifest.Kind != LinearKind) throw new InvalidDataException($"{path}: found a model of kind \"{manifest.Kind}\"; expected {LinearKind}.");
        if (!manifest.Labels.SequenceEqual(ScoreLabels.Names))
        {
            throw new InvalidDataException($"{path}: found the labels {string.Join(", ", manifest.Labels)}; expected {string.Join(", ", ScoreLabels.Names)}.");
        }
        if (manifest.Thresholds.Count != ScoreLabels.All.Count || manifest.Calibrators.Count != ScoreLabels.All.Count)
        {
            throw new InvalidDataException($"{path}: found {manifest.Thresholds.Count} thresholds and {manifest.Calibrators.Count} calibrators; expected {ScoreLabels.All.Count} of each.");
        }
        if (manifest.Thresholds.Any(threshold => threshold is not (>= 0 and <= 1)) || manifest.Calibrators.Any(calibrator => !(calibrator.Slope > 0) || !double.IsFinite(calibrator.Slope + calibrator.Intercept)))
        {
            throw new InvalidDataException($"{path}: found a threshold outside 0..1 or a calibrator without positive slope.");
        }
    }

    private static LinearWeights Weights(string path, ModelManifest manifest)
    {
        string file = Path.Combine(path, WeightsFile);
        if (!File.Exists(file)) throw new InvalidDataException($"{path}: found no {WeightsFile}, which {ManifestFile} lists; copy the model folder again.");
        byte[] bytes = File.ReadAllBytes(file);
        if (!manifest.Files.TryGetValue(WeightsFile, out string? expected) || Hash(bytes) != expected)
        {
            throw new InvalidDataException($"{file}: found {bytes.Length} bytes with the SHA-256 {Hash(bytes)}; {ManifestFile} expects {expected ?? "no such file"}. The file was cut or changed: copy the model folder again.");
        }
        try
        {
            LinearWeights weights = LinearWeights.FromBytes(bytes);
            return weights.Biases.Length == ScoreLabels.All.Count ? weights : throw new InvalidDataException($"found weights for {weights.Biases.Length} labels; expected {ScoreLabels.All.Count}");
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{file}: {e.Message}.");
        }
    }
}
