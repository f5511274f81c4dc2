using System.Text;
using System.Text.Json;
using Classifier.Torch.Checkpoints;
using Microsoft.ML.Tokenizers;

namespace Classifier.Torch.Tokenizers;

/// <summary>The byte-level BPE tokenizer of the RoBERTa family: <c>vocab.json</c> and <c>merges.txt</c>.</summary>
internal sealed class BytePairCutter : IEncoderTokenizer
{
    private const string VocabularyFile = "vocab.json", MergesFile = "merges.txt";

    /// <summary>How GPT-2, and with it RoBERTa, cuts a text before merging: contractions, and words with the blank before them.</summary>
    private const string WordPattern = @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";

    private readonly byte[] _vocabulary;
    private readonly byte[] _merges;
    private readonly BpeTokenizer _tokenizer;

    private BytePairCutter(string path, byte[] vocabulary, byte[] merges)
    {
        _vocabulary = vocabulary;
        _merges = merges;
        Dictionary<string, int> ids = ReadVocabulary(path, vocabulary);
        int Mark(string mark) => ids.TryGetValue(mark, out int id) ? id : throw new InvalidDataException($"{path} lacks the piece '{mark}', which every RoBERTa vocabulary has.");
        (OpenId, CloseId, PaddingId, MaskId) = (Mark("<s>"), Mark("</s>"), Mark("<pad>"), Mark("<mask>"));
        VocabularySize = ids.Values.Max() + 1;
        _tokenizer = BpeTokenizer.Create(new BpeOptions(ids)
        {
            Merges = ReadMerges(merges),
            ByteLevel = true,
            PreTokenizer = new RegexPreTokenizer(new(WordPattern), null),
            UnknownToken = "<unk>",
        });
    }

    public int VocabularySize { get; }

    public int OpenId { get; }

    public int CloseId { get; }

    public int PaddingId { get; }

    public int MaskId { get; }

    /// <summary>Reads the two files of a checkpoint.</summary>
    public static BytePairCutter Open(string folder)
    {
        string path = CheckpointReader.Needed(folder, VocabularyFile);
        return new BytePairCutter(path, File.ReadAllBytes(path), File.ReadAllBytes(CheckpointReader.Needed(folder, MergesFile)));
    }

    public IReadOnlyList<Piece> Encode(string text)
    {
        List<Piece> pieces = [];
        foreach (EncodedToken token in _tokenizer.EncodeToTokens(text, out _))
        {
            int start = token.Offset.Start.Value, end = token.Offset.End.Value;
            // Pieces may end within a character's bytes; a place in the text is a whole character.
            if (start > 0 && char.IsSurrogatePair(text[start - 1], text[start])) start--;
            if (end < text.Length && char.IsSurrogatePair(text[end - 1], text[end])) end++;
            pieces.Add(new Piece(token.Id, start, end - start));
        }
        return pieces;
    }

    public IReadOnlyList<string> Files => [VocabularyFile, MergesFile];

    public void Write(string folder)
    {
        File.WriteAllBytes(Path.Combine(folder, VocabularyFile), _vocabulary);
        File.WriteAllBytes(Path.Combine(folder, MergesFile), _merges);
    }

    private static Dictionary<string, int> ReadVocabulary(string path, byte[] bytes)
    {
        try
        {
            Dictionary<string, int>? ids = JsonSerializer.Deserialize<Dictionary<string, int>>(bytes);
            return ids is { Count: > 0 } && ids.Values.Min() >= 0 ? ids : throw new InvalidDataException($"{path} holds no pieces.");
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"{path} is no vocabulary: expected an object of pieces and ids ({broken.Message}).", broken);
        }
    }

    private static IEnumerable<string> ReadMerges(byte[] bytes) =>
        Encoding.UTF8.GetString(bytes).Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && !line.StartsWith("#version", StringComparison.Ordinal));
}
