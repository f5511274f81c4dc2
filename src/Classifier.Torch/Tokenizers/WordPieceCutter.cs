using System.Text;
using System.Text.Json;
using Classifier.Torch.Checkpoints;
using Microsoft.ML.Tokenizers;

namespace Classifier.Torch.Tokenizers;

/// <summary>The WordPiece tokenizer of the BERT family: <c>vocab.txt</c>, one piece a line.</summary>
internal sealed class WordPieceCutter : IEncoderTokenizer
{
    private const string VocabularyFile = "vocab.txt", SettingsFile = "tokenizer_config.json";

    private readonly IReadOnlyList<string> _pieces;
    private readonly bool _lowerCase;
    private readonly BertNormalization _normalization;
    private readonly WordPieceTokenizer _tokenizer;

    /// <summary>Builds the tokenizer.</summary>
    /// <param name="pieces">The vocabulary in id order, with the five marks of BERT.</param>
    /// <param name="lowerCase">True for an uncased vocabulary.</param>
    /// <exception cref="InvalidDataException">A mark is missing or a piece is there twice.</exception>
    public WordPieceCutter(IReadOnlyList<string> pieces, bool lowerCase)
    {
        _pieces = pieces;
        _lowerCase = lowerCase;
        _normalization = new BertNormalization(lowerCase);
        Dictionary<string, int> ids = new(StringComparer.Ordinal);
        for (int i = 0; i < pieces.Count; i++)
        {
            if (!ids.TryAdd(pieces[i], i)) throw new InvalidDataException($"{VocabularyFile}, line {i + 1}: the piece '{pieces[i]}' stands in line {ids[pieces[i]] + 1} already.");
        }
        int Mark(string mark) => ids.TryGetValue(mark, out int id) ? id : throw new InvalidDataException($"{VocabularyFile} lacks the piece '{mark}', which every WordPiece vocabulary has.");
        (OpenId, CloseId, PaddingId, MaskId) = (Mark("[CLS]"), Mark("[SEP]"), Mark("[PAD]"), Mark("[MASK]"));
        Mark("[UNK]");
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(string.Join('\n', pieces) + "\n"));
        // The normalised text has its words and punctuation apart already, so blanks are the only places to cut.
        _tokenizer = WordPieceTokenizer.Create(stream, new WordPieceOptions { UnknownToken = "[UNK]", PreTokenizer = PreTokenizer.CreateWhiteSpace(), Normalizer = null });
    }

    public int VocabularySize => _pieces.Count;

    public int OpenId { get; }

    public int CloseId { get; }

    public int PaddingId { get; }

    public int MaskId { get; }

    /// <summary>Reads the vocabulary of a checkpoint; case counts only where <c>tokenizer_config.json</c> says so, as published BERT tokenizers do.</summary>
    public static WordPieceCutter Open(string folder)
    {
        string[] lines = File.ReadAllLines(CheckpointReader.Needed(folder, VocabularyFile), Encoding.UTF8);
        string settings = Path.Combine(folder, SettingsFile);
        if (!File.Exists(settings)) return new WordPieceCutter(lines, lowerCase: true);
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(settings));
            bool cased = json.RootElement.TryGetProperty("do_lower_case", out JsonElement lower) && lower.ValueKind == JsonValueKind.False;
            return new WordPieceCutter(lines, !cased);
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"{settings} is no JSON: {broken.Message}", broken);
        }
    }

    public IReadOnlyList<Piece> Encode(string text)
    {
        NormalizedText normal = _normalization.Normalize(text);
        List<Piece> pieces = [];
        foreach (EncodedToken token in _tokenizer.EncodeToTokens(normal.Text, out _))
        {
            int start = token.Offset.Start.Value, end = token.Offset.End.Value;
            if (end <= start) continue;
            int first = normal.Origins[start], last = normal.Origins[end - 1];
            int width = char.IsHighSurrogate(text[last]) && last + 1 < text.Length ? 2 : 1;
            pieces.Add(new Piece(token.Id, first, last + width - first));
        }
        return pieces;
    }

    public IReadOnlyList<string> Files => [VocabularyFile, SettingsFile];

    public void Write(string folder)
    {
        File.WriteAllText(Path.Combine(folder, VocabularyFile), string.Join('\n', _pieces) + "\n");
        File.WriteAllText(Path.Combine(folder, SettingsFile), JsonSerializer.Serialize(new Dictionary<string, bool> { ["do_lower_case"] = _lowerCase }, IndentedJson.Options) + "\n");
    }
}
