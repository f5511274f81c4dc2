using Classifier.Torch.Checkpoints;

namespace Classifier.Torch.Tokenizers;

/// <summary>A piece of a text as an encoder sees it.</summary>
/// <param name="Id">Row of the vocabulary.</param>
/// <param name="Start">Offset of the piece's first character in the text as given, before any normalisation.</param>
/// <param name="Length">Length in characters of that text.</param>
internal readonly record struct Piece(int Id, int Start, int Length);

/// <summary>Cuts a text into the pieces of a vocabulary. Implementations are immutable and safe to call from several threads.</summary>
internal interface IEncoderTokenizer
{
    /// <summary>Pieces in the vocabulary.</summary>
    int VocabularySize { get; }

    /// <summary>The mark that opens a window: [CLS] or &lt;s&gt;.</summary>
    int OpenId { get; }

    /// <summary>The mark that closes a window: [SEP] or &lt;/s&gt;.</summary>
    int CloseId { get; }

    /// <summary>The filler after a short text.</summary>
    int PaddingId { get; }

    /// <summary>The mark for a hidden piece.</summary>
    int MaskId { get; }

    /// <summary>Cuts a text.</summary>
    /// <param name="text">Any text, hostile ones included.</param>
    /// <returns>Its pieces in order, without marks; offsets never decrease and stay inside the text.</returns>
    IReadOnlyList<Piece> Encode(string text);

    /// <summary>Names of the files that <see cref="Write"/> writes.</summary>
    IReadOnlyList<string> Files { get; }

    /// <summary>Writes the vocabulary files in the published layout.</summary>
    /// <param name="folder">An existing folder.</param>
    void Write(string folder);
}

/// <summary>Opens the tokenizer of a checkpoint folder.</summary>
internal static class CheckpointTokenizer
{
    /// <summary>Opens the files of the family that the sizes name.</summary>
    /// <exception cref="InvalidDataException">A file is missing or does not fit the sizes.</exception>
    public static IEncoderTokenizer Open(string folder, EncoderConfig config)
    {
        IEncoderTokenizer tokenizer = config.Family == EncoderFamily.Bert ? WordPieceCutter.Open(folder) : BytePairCutter.Open(folder);
        // Some publishers round the embedding table up for speed; an id beyond the table would be an error at the first text.
        if (tokenizer.VocabularySize > config.VocabularySize)
            throw new InvalidDataException($"{folder}: the vocabulary has {tokenizer.VocabularySize} pieces, {CheckpointReader.ConfigFile} says {config.VocabularySize}.");
        if (tokenizer.PaddingId != config.PaddingId)
            throw new InvalidDataException($"{folder}: the padding piece has id {tokenizer.PaddingId}, {CheckpointReader.ConfigFile} says {config.PaddingId}.");
        return tokenizer;
    }
}
