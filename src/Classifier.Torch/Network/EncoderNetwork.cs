using Classifier.Torch.Checkpoints;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Classifier.Torch.Network;

/// <summary>
/// The transformer of the BERT and RoBERTa families: layers normalised after each sum, exact GELU (Devlin et al. 2019, arXiv:1810.04805; Liu et al.
/// 2019, arXiv:1907.11692). The computation is a function of named weights, so that a published file's names are the only names there are.
/// </summary>
/// <param name="config">The sizes.</param>
/// <param name="weights">The tensors of <see cref="TensorManifest"/>; not owned.</param>
internal sealed class EncoderNetwork(EncoderConfig config, Weights weights)
{
    /// <summary>The sizes.</summary>
    public EncoderConfig Config => config;

    /// <summary>Looks pieces up in the embedding table.</summary>
    /// <param name="ids">[windows, pieces].</param>
    /// <returns>[windows, pieces, width].</returns>
    public Tensor Embed(Tensor ids) => Look("embeddings.word_embeddings.weight", ids);

    /// <summary>Runs the layers.</summary>
    /// <param name="embedded">Pieces as from <see cref="Embed"/>.</param>
    /// <param name="present">1 for pieces, 0 for filler, [windows, pieces].</param>
    /// <param name="training">True to drop values at random.</param>
    /// <returns>The last layer's states, [windows, pieces, width]; those of filler mean nothing.</returns>
    public Tensor Forward(Tensor embedded, Tensor present, bool training)
    {
        long length = embedded.shape[1];
        Tensor positions = Look("embeddings.position_embeddings.weight", arange(config.FirstPosition, config.FirstPosition + length, ScalarType.Int64, embedded.device));
        Tensor segment = weights["embeddings.token_type_embeddings.weight"][0];
        Tensor states = Drop(Normalize(embedded + positions + segment, "embeddings.LayerNorm"), training);
        // Added to the attention scores: filler gets the lowest finite number, so that its share is exactly zero and nothing becomes NaN.
        Tensor hidden = ((1 - present) * float.MinValue).unsqueeze(1).unsqueeze(2);
        for (int layer = 0; layer < config.Layers; layer++) states = Layer($"encoder.layer.{layer}.", states, hidden, training);
        return states;
    }

    private Tensor Layer(string layer, Tensor states, Tensor hidden, bool training)
    {
        Tensor attended = Linear(Attend(layer, states, hidden, training), layer + "attention.output.dense");
        states = Normalize(Drop(attended, training) + states, layer + "attention.output.LayerNorm");
        Tensor wide = gelu(Linear(states, layer + "intermediate.dense"));
        return Normalize(Drop(Linear(wide, layer + "output.dense"), training) + states, layer + "output.LayerNorm");
    }

    private Tensor Attend(string layer, Tensor states, Tensor hidden, bool training)
    {
        long windows = states.shape[0], length = states.shape[1];
        Tensor Split(string part) => Linear(states, $"{layer}attention.self.{part}").view(windows, length, config.Heads, config.HiddenSize / config.Heads).transpose(1, 2);
        Tensor mixed = scaled_dot_product_attention(Split("query"), Split("key"), Split("value"), hidden, training ? config.Dropout : 0);
        return mixed.transpose(1, 2).reshape(windows, length, config.HiddenSize);
    }

    private Tensor Look(string table, Tensor rows) => weights[table].index_select(0, rows.flatten()).view([.. rows.shape, config.HiddenSize]);

    private Tensor Linear(Tensor states, string name) => linear(states, weights[name + ".weight"], weights[name + ".bias"]);

    private Tensor Normalize(Tensor states, string name) => layer_norm(states, [config.HiddenSize], weights[name + ".weight"], weights[name + ".bias"], config.LayerNormEpsilon);

    private Tensor Drop(Tensor states, bool training) => training && config.Dropout > 0 ? dropout(states, config.Dropout) : states;
}
