using System.Security.Cryptography;
using System.Text;
using Classifier.Torch.Tokenizers;
using SharpCompress.Compressors.Xz;

namespace Classifier.Torch.Pretraining;

/// <summary>A text file of one paragraph a line, plain or .xz, held in memory. Its end is kept out of training, to measure on.</summary>
internal sealed class PretrainingText
{
    /// <summary>One of this many lines is held out, the last ones, so that neighbours of a held-out line are held out too.</summary>
    private const int HoldOut = 100;

    /// <summary>Most lines that a vocabulary is learnt from, spread over the file: more of them hardly change it.</summary>
    private const int MostVocabularyLines = 200_000;

    private readonly string[] _lines;
    private readonly int _learn;

    private PretrainingText(string[] lines)
    {
        _lines = lines;
        _learn = lines.Length - Math.Max(1, lines.Length / HoldOut);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string line in lines) hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        Hash = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Lines, blank ones left out.</summary>
    public int Lines => _lines.Length;

    /// <summary>SHA-256 over the lines, lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">There are fewer than two lines of text, or the file is damaged.</exception>
    public static PretrainingText Read(string path)
    {
        if (!File.Exists(path)) throw new InvalidDataException($"{path}: found no such file.");
        try
        {
            using FileStream file = File.OpenRead(path);
            using Stream stream = path.EndsWith(".xz", StringComparison.OrdinalIgnoreCase) ? new XZStream(file) : file;
            using StreamReader reader = new(stream, Encoding.UTF8);
            List<string> lines = [];
            while (reader.ReadLine() is { } line)
            {
                if (!string.IsNullOrWhiteSpace(line)) lines.Add(line);
            }
            return lines.Count >= 2 ? new PretrainingText([.. lines]) : throw new InvalidDataException($"{path}: found {lines.Count} lines of text; expected two or more, one paragraph a line.");
        }
        catch (Exception broken) when (broken is SharpCompress.Common.SharpCompressException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"{path}: found no whole .xz file ({broken.Message}).", broken);
        }
    }

    /// <summary>Lines to learn a vocabulary from.</summary>
    public IEnumerable<string> VocabularyLines()
    {
        int stride = Math.Max(1, _learn / MostVocabularyLines);
        for (int i = 0; i < _learn; i += stride) yield return _lines[i];
    }

    /// <summary>Draws a full window from the lines for learning: a line at random and those after it.</summary>
    public int[] Draw(Random random, IEncoderTokenizer tokenizer, int tokens) => Window(random.Next(_learn), _learn, tokenizer, tokens);

    /// <summary>Windows from the held-out lines, the same ones every time.</summary>
    public IEnumerable<int[]> Held(int count, IEncoderTokenizer tokenizer, int tokens)
    {
        int stride = Math.Max(1, (_lines.Length - _learn) / count);
        return Enumerable.Range(0, Math.Min(count, _lines.Length - _learn)).Select(i => Window(_learn + (i * stride), _lines.Length, tokenizer, tokens));
    }

    private int[] Window(int line, int end, IEncoderTokenizer tokenizer, int tokens)
    {
        List<int> ids = [tokenizer.OpenId];
        for (int i = line; i < end && ids.Count < tokens - 1; i++) ids.AddRange(tokenizer.Encode(_lines[i]).Select(piece => piece.Id));
        return [.. ids.Take(tokens - 1), tokenizer.CloseId];
    }
}
