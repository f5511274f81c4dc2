namespace Classifier.Torch.Checkpoints;

/// <summary>
/// The tensors that make an encoder of given sizes, under the names both families publish them by (without the <c>bert.</c> or
/// <c>roberta.</c> that some files put before them).
/// </summary>
internal sealed class TensorManifest
{
    /// <summary>Builds the list.</summary>
    /// <param name="config">The encoder's sizes.</param>
    public TensorManifest(EncoderConfig config)
    {
        long hidden = config.HiddenSize, wide = config.IntermediateSize;
        Dictionary<string, long[]> shapes = new(StringComparer.Ordinal)
        {
            ["embeddings.word_embeddings.weight"] = [config.VocabularySize, hidden],
            ["embeddings.position_embeddings.weight"] = [config.Positions, hidden],
            ["embeddings.token_type_embeddings.weight"] = [config.TokenTypes, hidden],
        };
        Norm("embeddings.LayerNorm");
        for (int layer = 0; layer < config.Layers; layer++)
        {
            string prefix = $"encoder.layer.{layer}.";
            foreach (string part in (string[])["query", "key", "value"]) Linear($"{prefix}attention.self.{part}", hidden, hidden);
            Linear(prefix + "attention.output.dense", hidden, hidden);
            Norm(prefix + "attention.output.LayerNorm");
            Linear(prefix + "intermediate.dense", wide, hidden);
            Linear(prefix + "output.dense", hidden, wide);
            Norm(prefix + "output.LayerNorm");
        }
        Shapes = shapes;

        void Linear(string name, long to, long from)
        {
            shapes[name + ".weight"] = [to, from];
            shapes[name + ".bias"] = [to];
        }

        void Norm(string name)
        {
            shapes[name + ".weight"] = [hidden];
            shapes[name + ".bias"] = [hidden];
        }
    }

    /// <summary>Every needed tensor and its shape.</summary>
    public IReadOnlyDictionary<string, long[]> Shapes { get; }

    /// <summary>The name this project knows a published tensor by.</summary>
    /// <remarks>Checkpoints converted from the first TensorFlow release call the two tensors of a layer normalisation gamma and beta.</remarks>
    public static string Canonical(string published)
    {
        string name = published.StartsWith("bert.", StringComparison.Ordinal) ? published[5..]
            : published.StartsWith("roberta.", StringComparison.Ordinal) ? published[8..]
            : published;
        return name.EndsWith("LayerNorm.gamma", StringComparison.Ordinal) ? name[..^5] + "weight"
            : name.EndsWith("LayerNorm.beta", StringComparison.Ordinal) ? name[..^4] + "bias"
            : name;
    }

    /// <summary>True for tensors that published checkpoints carry and an encoder does not use: the pooler, the heads of pretraining, and position numbers.</summary>
    public static bool IsKnownSurplus(string canonical) =>
        canonical is "embeddings.position_ids" or "embeddings.token_type_ids" or "pooler.dense.weight" or "pooler.dense.bias"
        || canonical.StartsWith("cls.", StringComparison.Ordinal)
        || canonical.StartsWith("lm_head.", StringComparison.Ordinal);
}
