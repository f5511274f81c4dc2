using Classifier.Torch.Checkpoints;
using Classifier.Torch.Network;
using Classifier.Torch.Tokenizers;

namespace Classifier.Torch.Training;

/// <summary>Where training starts: an encoder and the tokenizer that goes with it.</summary>
/// <param name="Config">Sizes.</param>
/// <param name="Tensors">The encoder's tensors.</param>
/// <param name="Tokenizer">Cuts text into the encoder's pieces.</param>
/// <param name="Pretrained">True for weights that come from a checkpoint.</param>
internal sealed record EncoderStart(EncoderConfig Config, IReadOnlyDictionary<string, TensorValues> Tensors, IEncoderTokenizer Tokenizer, bool Pretrained)
{
    /// <summary>Starts from a published checkpoint.</summary>
    /// <exception cref="InvalidDataException">The folder is none that can be loaded exactly.</exception>
    public static EncoderStart FromCheckpoint(string folder)
    {
        Checkpoint checkpoint = new CheckpointReader().Read(folder);
        return new EncoderStart(checkpoint.Config, checkpoint.Tensors, CheckpointTokenizer.Open(folder, checkpoint.Config), Pretrained: true);
    }

    /// <summary>Starts from random weights and a vocabulary learnt from texts.</summary>
    public static EncoderStart FromScratch(ScratchOptions sizes, IEnumerable<string> texts, int seed)
    {
        WordPieceCutter tokenizer = new(new VocabularyLearner(sizes.Vocabulary).Learn(texts), lowerCase: true);
        EncoderConfig config = new()
        {
            Family = EncoderFamily.Bert,
            VocabularySize = tokenizer.VocabularySize,
            HiddenSize = sizes.Hidden,
            Layers = sizes.Layers,
            Heads = sizes.Heads,
            IntermediateSize = 4 * sizes.Hidden,
            Positions = sizes.Positions,
            PaddingId = tokenizer.PaddingId,
            Dropout = sizes.Dropout,
        };
        if (sizes.Heads < 1 || sizes.Hidden % sizes.Heads != 0) throw new InvalidDataException($"Found {sizes.Heads} attention heads; expected a divisor of the width {sizes.Hidden}.");
        return new EncoderStart(config, RandomTensors.Draw(new TensorManifest(config).Shapes, seed), tokenizer, Pretrained: false);
    }

    /// <summary>Writes the encoder in the published layout.</summary>
    public static void Write(string folder, EncoderConfig config, IReadOnlyDictionary<string, TensorValues> tensors, IEncoderTokenizer tokenizer)
    {
        Directory.CreateDirectory(folder);
        config.Write(Path.Combine(folder, CheckpointReader.ConfigFile));
        tokenizer.Write(folder);
        SafetensorsWriter.Write(Path.Combine(folder, CheckpointReader.WeightsFile), tensors);
    }
}
