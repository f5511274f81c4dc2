using System.Runtime.InteropServices;
using Classifier.Models;
using Classifier.Torch.Checkpoints;
using Classifier.Torch.Network;
using Classifier.Torch.Tokenizers;
using Classifier.Torch.Training;
using Classifier.Training;

namespace Classifier.Torch;

/// <summary>
/// What a model folder of kind <c>encoder</c> holds beside <c>model.json</c>: the encoder as a checkpoint in the published layout, so that it can be
/// trained on from there, the head, and the words seen in training.
/// </summary>
internal static class EncoderModelFolder
{
    /// <summary>The kind, as written in <c>model.json</c>.</summary>
    public const string Kind = "encoder";

    private const string HeadFile = "head.safetensors", WordsFile = "words.bin";

    /// <summary>What <see cref="ModelFolder"/> needs to open this kind beside its own.</summary>
    public static IReadOnlyDictionary<string, ModelOpener> Opener { get; } = new Dictionary<string, ModelOpener> { [Kind] = Open };

    /// <summary>Opens a model; <see cref="ModelFolder"/> has checked the manifest and the files' hashes.</summary>
    private static EncoderClauseModel Open(string path, ModelManifest manifest, ModelCard card)
    {
        Checkpoint checkpoint = new CheckpointReader().Read(path);
        Dictionary<string, TensorValues> tensors = new(checkpoint.Tensors, StringComparer.Ordinal);
        foreach ((string name, TensorValues tensor) in ReadHead(path, checkpoint.Config)) tensors[name] = tensor;
        IEncoderTokenizer tokenizer = CheckpointTokenizer.Open(path, checkpoint.Config);
        ManifestCheck.Files(manifest, Path.Combine(path, ModelFolder.ManifestFile), Listed(tokenizer));
        EncoderOptions options = manifest.OptionsAs<EncoderOptions>(Path.Combine(path, ModelFolder.ManifestFile));
        // One core a model: the program runs a worker for each core, and scores must not depend on how many there are.
        Libtorch.UseThreads(1);
        ClauseNetwork network = new(checkpoint.Config, tensors, Libtorch.Device);
        return new EncoderClauseModel(card, network, tokenizer, Windows(tokenizer, checkpoint.Config, options), ReadWords(path), manifest.Calibrators);
    }

    /// <summary>Saves a model: first the files, then the manifest that lists them.</summary>
    public static void Save(string path, ModelManifest manifest, ClauseNetwork network, IEncoderTokenizer tokenizer, ulong[] knownWords, LearntClauses learnt)
    {
        SortedDictionary<string, TensorValues> all = network.Weights.Read();
        IReadOnlyDictionary<string, long[]> head = ClauseNetwork.HeadShapes(network.Config);
        EncoderStart.Write(path, network.Config, all.Where(pair => !head.ContainsKey(pair.Key)).ToDictionary(), tokenizer);
        SafetensorsWriter.Write(Path.Combine(path, HeadFile), all.Where(pair => head.ContainsKey(pair.Key)).ToDictionary());
        File.WriteAllBytes(Path.Combine(path, WordsFile), MemoryMarshal.AsBytes<ulong>(knownWords));
        File.WriteAllBytes(Path.Combine(path, ModelFolder.LearntFile), learnt.ToBytes());
        ModelFolder.Save(path, manifest, [.. Listed(tokenizer), ModelFolder.LearntFile]);
    }

    /// <summary>How clauses are cut for an encoder.</summary>
    public static ClauseWindows Windows(IEncoderTokenizer tokenizer, EncoderConfig config, EncoderOptions options) =>
        new(tokenizer, Math.Min(options.WindowTokens, config.MaxTokens), options.WindowOverlap);

    private static string[] Listed(IEncoderTokenizer tokenizer) => [CheckpointReader.ConfigFile, CheckpointReader.WeightsFile, HeadFile, WordsFile, .. tokenizer.Files];

    private static Dictionary<string, TensorValues> ReadHead(string path, EncoderConfig config)
    {
        string file = CheckpointReader.Needed(path, HeadFile);
        SafetensorsFile head = SafetensorsFile.Open(file);
        Dictionary<string, TensorValues> tensors = [];
        foreach ((string name, long[] shape) in ClauseNetwork.HeadShapes(config))
        {
            if (!head.Entries.TryGetValue(name, out TensorEntry? entry)) throw new InvalidDataException($"{file}: tensor '{name}' is missing.");
            if (!entry.Shape.SequenceEqual(shape)) throw new InvalidDataException($"{file}: tensor '{name}' has shape [{string.Join(", ", entry.Shape)}], expected [{string.Join(", ", shape)}].");
            tensors[name] = new TensorValues(shape, head.Read(name));
        }
        return tensors;
    }

    private static ulong[] ReadWords(string path)
    {
        byte[] bytes = File.ReadAllBytes(CheckpointReader.Needed(path, WordsFile));
        return bytes.Length % 8 == 0 ? MemoryMarshal.Cast<byte, ulong>(bytes).ToArray()
            : throw new InvalidDataException($"{Path.Combine(path, WordsFile)}: found {bytes.Length} bytes; expected a multiple of 8.");
    }
}
