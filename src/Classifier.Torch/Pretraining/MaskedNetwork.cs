using Classifier.Torch.Checkpoints;
using Classifier.Torch.Network;
using static TorchSharp.torch;

namespace Classifier.Torch.Pretraining;

/// <summary>An encoder with the head that tells hidden pieces; the head's last table is the embedding table (Devlin et al. 2019). Owns its weights.</summary>
internal sealed class MaskedNetwork : IDisposable
{
    private const string Transform = "predictions.transform.dense", Norm = "predictions.transform.LayerNorm", Bias = "predictions.bias";

    private readonly EncoderNetwork _encoder;
    private readonly Device _device;

    /// <summary>Puts a network on a device, its head at random.</summary>
    public MaskedNetwork(EncoderConfig config, IReadOnlyDictionary<string, TensorValues> encoder, int seed, Device device)
    {
        long hidden = config.HiddenSize;
        Dictionary<string, long[]> head = new()
        {
            [Transform + ".weight"] = [hidden, hidden],
            [Transform + ".bias"] = [hidden],
            [Norm + ".weight"] = [hidden],
            [Norm + ".bias"] = [hidden],
            [Bias] = [config.VocabularySize],
        };
        Dictionary<string, TensorValues> tensors = new(encoder, StringComparer.Ordinal);
        foreach ((string name, TensorValues tensor) in RandomTensors.Draw(head, seed)) tensors[name] = tensor;
        _device = device;
        Weights = new Weights(tensors, device);
        _encoder = new EncoderNetwork(config, Weights);
    }

    /// <summary>Encoder and head.</summary>
    public Weights Weights { get; }

    /// <summary>The encoder's tensors alone.</summary>
    public IReadOnlyDictionary<string, TensorValues> Encoder() =>
        Weights.Read().Where(pair => !pair.Key.StartsWith("predictions.", StringComparison.Ordinal)).ToDictionary(pair => pair.Key, pair => pair.Value);

    /// <summary>Mean loss over the hidden pieces, in nats.</summary>
    public Tensor Loss(MaskedBatch batch, bool training)
    {
        TokenBatch tokens = new(batch.Windows, _encoder.Config.PaddingId);
        Tensor states = _encoder.Forward(_encoder.Embed(tokens.Ids(_device)), tokens.Present(_device), training);
        // Only the hidden places go through the vocabulary's table, which is most of the work in a small encoder.
        Tensor told = states.view(-1, _encoder.Config.HiddenSize).index_select(0, tensor(batch.Places, device: _device));
        Tensor turned = nn.functional.gelu(nn.functional.linear(told, Weights[Transform + ".weight"], Weights[Transform + ".bias"]));
        turned = nn.functional.layer_norm(turned, [_encoder.Config.HiddenSize], Weights[Norm + ".weight"], Weights[Norm + ".bias"], _encoder.Config.LayerNormEpsilon);
        Tensor odds = nn.functional.linear(turned, Weights["embeddings.word_embeddings.weight"], Weights[Bias]);
        return nn.functional.cross_entropy(odds, tensor(batch.Answers, device: _device));
    }

    public void Dispose() => Weights.Dispose();
}
