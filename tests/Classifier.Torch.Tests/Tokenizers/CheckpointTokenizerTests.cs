using Classifier.Torch.Checkpoints;
using Classifier.Torch.Tokenizers;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Torch.Tests.Tokenizers;

public sealed class CheckpointTokenizerTests
{
    private static readonly IEncoderTokenizer[] Both = [Open("bert"), Open("roberta")];

    [Theory]
    [InlineData("bert")]
    [InlineData("roberta")]
    public void Encode_GoldenTexts_GivesIndependentPiecesAndOffsets(string family)
    {
        IEncoderTokenizer tokenizer = Open(family);
        foreach (GoldenCase golden in GoldenCheckpoint.Cases(family))
        {
            Assert.Equal(golden.Pieces.Select(piece => new Piece(piece[0], piece[1], piece[2])), tokenizer.Encode(golden.Text));
        }
    }

    [Property(MaxTest = 300)]
    public bool Encode_AnyText_OffsetsStayInTheTextAndInOrder(string? text)
    {
        string given = text ?? "";
        return Both.All(tokenizer =>
        {
            IReadOnlyList<Piece> pieces = tokenizer.Encode(given);
            return pieces.All(piece => piece.Start >= 0 && piece.Length > 0 && piece.Start + piece.Length <= given.Length && piece.Id >= 0 && piece.Id < tokenizer.VocabularySize)
                && pieces.Zip(pieces.Skip(1)).All(pair => pair.First.Start <= pair.Second.Start);
        });
    }

    [Theory]
    [InlineData("\ud800 lone")]
    [InlineData("a\0b\u0085c")]
    [InlineData("\ud83d\ude00\ud83d")]
    [InlineData("\u202e[MASK] <mask> </s>")]
    public void Encode_HostileText_KeepsMarksOut(string text)
    {
        foreach (IEncoderTokenizer tokenizer in Both)
        {
            IReadOnlyList<Piece> pieces = tokenizer.Encode(text);
            Assert.DoesNotContain(pieces, piece => piece.Id == tokenizer.MaskId || piece.Id == tokenizer.CloseId || piece.Id == tokenizer.OpenId || piece.Id == tokenizer.PaddingId);
            Assert.All(pieces, piece => Assert.InRange(piece.Start + piece.Length, 1, text.Length));
        }
    }

    private static IEncoderTokenizer Open(string family)
    {
        string folder = GoldenCheckpoint.Folder(family);
        return CheckpointTokenizer.Open(folder, EncoderConfig.Read(Path.Combine(folder, CheckpointReader.ConfigFile)));
    }
}
