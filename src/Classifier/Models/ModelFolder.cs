using System.Security.Cryptography;
using System.Text.Json;

namespace Classifier.Models;

/// <summary>
/// The one place that opens and saves models. A folder holds <c>model.json</c>, the files that it lists by hash, and for readers <c>metrics.json</c> and
/// <c>card.md</c>. A folder that is not whole, or not what this program expects, is refused.
/// </summary>
public static class ModelFolder
{
    internal const string ManifestFile = "model.json", WeightsFile = "weights.bin", KernelFile = "kernel.bin", VectorsFile = "vectors.bin", LearntFile = "learnt.bin";

    internal const string LinearKind = "linear", BlendKind = "blend", EnsembleKind = "ensemble";

    /// <summary>Openers of no kinds beside this library's own.</summary>
    internal static readonly IReadOnlyDictionary<string, ModelOpener> NoOthers = new Dictionary<string, ModelOpener>();

    /// <summary>Opens a model.</summary>
    /// <param name="path">The model's folder.</param>
    /// <exception cref="InvalidDataException">The folder is missing, incomplete, changed, or of another form; the message says what was found and what to do.</exception>
    public static IClauseModel Open(string path) => Open(path, NoOthers);

    /// <summary>Opens a model of this library's kinds, or of another kind that the program brings along: encoders need a library of 500 MB that plain scoring does without.</summary>
    /// <param name="path">The model's folder.</param>
    /// <param name="others">Openers by kind.</param>
    internal static IClauseModel Open(string path, IReadOnlyDictionary<string, ModelOpener> others)
    {
        string manifestPath = Path.Combine(path, ManifestFile);
        if (!File.Exists(manifestPath)) throw new InvalidDataException($"{path}: found no {ManifestFile}; expected the folder of a model, as \"classifier train\" makes it.");
        byte[] manifestBytes = File.ReadAllBytes(manifestPath);
        ModelManifest manifest = Parse(manifestBytes, manifestPath);
        if (manifest.Kind is not (LinearKind or BlendKind or EnsembleKind) && !others.ContainsKey(manifest.Kind))
            throw new InvalidDataException($"{manifestPath}: found a model of kind \"{manifest.Kind}\"; expected {LinearKind}, {BlendKind} or {EnsembleKind}. Encoders are for the program in src/Classifier.Torch.");
        ManifestCheck.Check(manifest, manifestPath);
        CheckFiles(path, manifest);
        ModelCard card = new()
        {
            Name = new DirectoryInfo(path).Name,
            Hash = Hash(manifestBytes),
            Thresholds = manifest.Thresholds,
            ReviewBands = manifest.ReviewBands,
            Languages = manifest.Languages,
        };
        return manifest.Kind switch
        {
            LinearKind or BlendKind => Additive(path, manifest, card),
            EnsembleKind => EnsembleFolder.Open(path, manifest, card, others),
            _ => others[manifest.Kind](path, manifest, card),
        };
    }

    /// <summary>Saves a model: first the files, then the manifest that lists them.</summary>
    internal static void Save(string path, ModelManifest manifest, IReadOnlyDictionary<string, byte[]> files)
    {
        Directory.CreateDirectory(path);
        foreach ((string name, byte[] bytes) in files) File.WriteAllBytes(Path.Combine(path, name), bytes);
        Save(path, manifest, [.. files.Keys]);
    }

    /// <summary>Reads vectors of words and sentences from a file of their own; its bytes are for a model folder that is to hold them too.</summary>
    /// <exception cref="InvalidDataException">The file is missing or not what is expected.</exception>
    internal static (ClauseVectors Vectors, byte[] Bytes) Vectors(string file)
    {
        GivenFile.Check(file, "vectors, as data/vectors/make.sh makes them");
        return Read(file, bytes => (ClauseVectors.FromBytes(bytes), bytes));
    }

    /// <summary>Writes the manifest of files that are in the folder already.</summary>
    /// <param name="path">The model's folder.</param>
    /// <param name="manifest">Its list of files is made here.</param>
    /// <param name="files">Paths within the folder, with <c>/</c>.</param>
    internal static void Save(string path, ModelManifest manifest, IReadOnlyList<string> files)
    {
        ModelManifest whole = manifest with { Files = files.Order(StringComparer.Ordinal).ToDictionary(file => file, file => HashFile(Path.Combine(path, file))) };
        File.WriteAllText(Path.Combine(path, ManifestFile), JsonSerializer.Serialize(whole, ModelManifest.Json) + "\n");
    }

    /// <summary>Reads a manifest that <see cref="Open(string)"/> would accept as such.</summary>
    internal static ModelManifest ReadManifest(string path) => Parse(File.ReadAllBytes(Path.Combine(path, ManifestFile)), Path.Combine(path, ManifestFile));

    internal static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string HashFile(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

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

    private static void CheckFiles(string path, ModelManifest manifest)
    {
        foreach ((string name, string expected) in manifest.Files)
        {
            string file = Path.Combine(path, name);
            if (Path.IsPathRooted(name) || name.Split('/', '\\').Contains("..")) throw new InvalidDataException($"{Path.Combine(path, ManifestFile)}: found the file \"{name}\"; expected a path within the folder.");
            if (!File.Exists(file)) throw new InvalidDataException($"{path}: found no {name}, which {ManifestFile} lists; copy the model folder again.");
            string found = HashFile(file);
            if (found != expected)
            {
                throw new InvalidDataException($"{file}: found {new FileInfo(file).Length} bytes with the SHA-256 {found}; {ManifestFile} expects {expected}. The file was cut or changed: copy the model folder again.");
            }
        }
    }

    private static AdditiveClauseModel Additive(string path, ModelManifest manifest, ModelCard card)
    {
        LinearWeights weights = Read(Path.Combine(path, WeightsFile), bytes => LinearWeights.FromBytes(bytes));
        List<IScoreTerm> terms = [new NgramTerm(weights)];
        if (manifest.Kind == BlendKind)
        {
            ClauseVectors vectors = Vectors(Path.Combine(path, VectorsFile)).Vectors;
            terms.Add(Read(Path.Combine(path, KernelFile), bytes => new KernelTerm(KernelWeights.FromBytes(bytes), vectors)));
        }
        return new AdditiveClauseModel(card, terms, weights.KnownWords, manifest.Calibrators);
    }

    private static T Read<T>(string file, Func<byte[], T> read)
    {
        try
        {
            return read(File.ReadAllBytes(file));
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{file}: {e.Message}.");
        }
    }
}

/// <summary>Opens a model of one kind, whose manifest and files are checked already.</summary>
internal delegate IClauseModel ModelOpener(string path, ModelManifest manifest, ModelCard card);
