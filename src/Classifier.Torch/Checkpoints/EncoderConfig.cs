using System.Text.Json;

namespace Classifier.Torch.Checkpoints;

/// <summary>Which of the two published families an encoder belongs to; they share their layers and differ in tokenizer and positions.</summary>
internal enum EncoderFamily
{
    /// <summary>WordPiece; positions from 0.</summary>
    Bert,

    /// <summary>Byte-level BPE; positions from the padding id + 1, that is 2 in every published checkpoint.</summary>
    Roberta,
}

/// <summary>The sizes of an encoder, as <c>config.json</c> states them.</summary>
internal sealed record EncoderConfig
{
    /// <summary>The family.</summary>
    public required EncoderFamily Family { get; init; }

    /// <summary>Pieces in the vocabulary.</summary>
    public required int VocabularySize { get; init; }

    /// <summary>Width of a token's state.</summary>
    public required int HiddenSize { get; init; }

    /// <summary>Layers.</summary>
    public required int Layers { get; init; }

    /// <summary>Attention heads; a divisor of the width.</summary>
    public required int Heads { get; init; }

    /// <summary>Width of the feed-forward part.</summary>
    public required int IntermediateSize { get; init; }

    /// <summary>Rows of the position table, the family's offset included.</summary>
    public required int Positions { get; init; }

    /// <summary>Rows of the segment table; only row 0 is used.</summary>
    public int TokenTypes { get; init; } = 2;

    /// <summary>Added to the variance in layer normalisation; published: 1e-12 (BERT), 1e-5 (RoBERTa).</summary>
    public double LayerNormEpsilon { get; init; } = 1e-12;

    /// <summary>Share of values dropped in training, default 0.1.</summary>
    public double Dropout { get; init; } = 0.1;

    /// <summary>Id of the padding piece.</summary>
    public int PaddingId { get; init; }

    /// <summary>Position of a text's first token.</summary>
    public int FirstPosition => Family == EncoderFamily.Roberta ? PaddingId + 1 : 0;

    /// <summary>Tokens that fit in one window, the two marks at its ends included.</summary>
    public int MaxTokens => Positions - FirstPosition;

    /// <summary>Reads and checks a <c>config.json</c>.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It describes something that this project cannot compute exactly; says the field, what was found and what was expected.</exception>
    public static EncoderConfig Read(string path)
    {
        using JsonDocument json = Parse(path);
        ConfigFields fields = new(path, json.RootElement);
        EncoderFamily family = fields.Text("model_type", "") switch
        {
            "bert" => EncoderFamily.Bert,
            "roberta" => EncoderFamily.Roberta,
            string other => throw fields.Bad("model_type", $"'{other}'", "'bert' or 'roberta'"),
        };
        if (fields.Text("hidden_act", "gelu") is not "gelu" and string act) throw fields.Bad("hidden_act", $"'{act}'", "'gelu' (the exact one)");
        if (fields.Text("position_embedding_type", "absolute") is not "absolute" and string kind) throw fields.Bad("position_embedding_type", $"'{kind}'", "'absolute'");
        if (fields.Flag("is_decoder")) throw fields.Bad("is_decoder", "true", "false: an encoder");
        EncoderConfig config = new()
        {
            Family = family,
            VocabularySize = fields.Count("vocab_size"),
            HiddenSize = fields.Count("hidden_size"),
            Layers = fields.Count("num_hidden_layers"),
            Heads = fields.Count("num_attention_heads"),
            IntermediateSize = fields.Count("intermediate_size"),
            Positions = fields.Count("max_position_embeddings"),
            TokenTypes = fields.Count("type_vocab_size", 2),
            LayerNormEpsilon = fields.Number("layer_norm_eps", 1e-12),
            Dropout = fields.Number("hidden_dropout_prob", 0.1),
            PaddingId = (int)fields.Number("pad_token_id", family == EncoderFamily.Roberta ? 1 : 0),
        };
        if (config.HiddenSize % config.Heads != 0) throw fields.Bad("num_attention_heads", $"{config.Heads}", $"a divisor of hidden_size {config.HiddenSize}");
        if (config.LayerNormEpsilon is not (> 0 and < 1)) throw fields.Bad("layer_norm_eps", $"{config.LayerNormEpsilon}", "a number between 0 and 1");
        if (config.Dropout is not (>= 0 and < 1)) throw fields.Bad("hidden_dropout_prob", $"{config.Dropout}", "a number from 0 to below 1");
        if (config.PaddingId < 0 || config.PaddingId >= config.VocabularySize) throw fields.Bad("pad_token_id", $"{config.PaddingId}", $"an id below {config.VocabularySize}");
        if (config.MaxTokens < 8) throw fields.Bad("max_position_embeddings", $"{config.Positions}", $"at least {8 + config.FirstPosition}");
        return config;
    }

    /// <summary>Writes the published form of the sizes.</summary>
    /// <param name="path">The file.</param>
    public void Write(string path)
    {
        Dictionary<string, object> fields = new()
        {
            ["model_type"] = Family == EncoderFamily.Roberta ? "roberta" : "bert",
            ["vocab_size"] = VocabularySize,
            ["hidden_size"] = HiddenSize,
            ["num_hidden_layers"] = Layers,
            ["num_attention_heads"] = Heads,
            ["intermediate_size"] = IntermediateSize,
            ["max_position_embeddings"] = Positions,
            ["type_vocab_size"] = TokenTypes,
            ["layer_norm_eps"] = LayerNormEpsilon,
            ["hidden_dropout_prob"] = Dropout,
            ["attention_probs_dropout_prob"] = Dropout,
            ["hidden_act"] = "gelu",
            ["pad_token_id"] = PaddingId,
        };
        File.WriteAllText(path, JsonSerializer.Serialize(fields, IndentedJson.Options) + "\n");
    }

    private static JsonDocument Parse(string path)
    {
        try
        {
            JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
            return json.RootElement.ValueKind == JsonValueKind.Object ? json : throw new InvalidDataException($"{path} holds {json.RootElement.ValueKind}, expected an object.");
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"{path} is no JSON: {broken.Message}", broken);
        }
    }
}

/// <summary>How this project writes JSON that people read.</summary>
internal static class IndentedJson
{
    public static JsonSerializerOptions Options { get; } = new() { WriteIndented = true, NewLine = "\n" };
}
