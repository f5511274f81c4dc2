using Classifier.Torch.Tokenizers;

namespace Classifier.Torch.Pretraining;

/// <summary>
/// Windows with hidden pieces: 15 % are to be told; of these 80 % show the mask, 10 % another piece, 10 % themselves (Devlin et al. 2019, section 3.1).
/// </summary>
/// <param name="Windows">What the encoder sees.</param>
/// <param name="Places">Of each piece to tell, its index among all pieces of the windows padded to one length.</param>
/// <param name="Answers">The piece that stood there.</param>
internal sealed record MaskedBatch(IReadOnlyList<int[]> Windows, long[] Places, long[] Answers)
{
    private const double Told = 0.15, Masked = 0.8, Swapped = 0.9;

    /// <summary>Hides pieces.</summary>
    /// <param name="windows">Not changed.</param>
    /// <param name="tokenizer">Knows the marks, which are never hidden.</param>
    /// <param name="random">Decides.</param>
    public static MaskedBatch Hide(IReadOnlyList<int[]> windows, IEncoderTokenizer tokenizer, Random random)
    {
        int length = windows.Max(window => window.Length);
        List<long> places = [], answers = [];
        int[][] shown = [.. windows.Select(window => (int[])window.Clone())];
        for (int row = 0; row < shown.Length; row++)
        {
            for (int i = 1; i < shown[row].Length - 1; i++)
            {
                if (random.NextDouble() >= Told) continue;
                places.Add((row * (long)length) + i);
                answers.Add(shown[row][i]);
                double kind = random.NextDouble();
                if (kind < Masked) shown[row][i] = tokenizer.MaskId;
                else if (kind < Swapped) shown[row][i] = random.Next(tokenizer.VocabularySize);
            }
        }
        return new MaskedBatch(shown, [.. places], [.. answers]);
    }
}
