namespace Classifier.Models;

/// <summary>
/// A clause as one point: the mean of its words' vectors, each word weighted by how much it says, and beside it the vector of the sentence network, where the
/// file has one. (Maximum and minimum of the words' vectors by dimension gained nothing here: see the table of trials in the card.) Safe for use by several threads.
/// </summary>
internal sealed class ClauseVectors
{
    private const int Version = 2;
    private readonly WordVectors _words;
    private readonly SentenceNetwork? _network;

    private ClauseVectors(WordVectors words, SentenceNetwork? network) => (_words, _network) = (words, network);

    /// <summary>Numbers in a point.</summary>
    public int Dimensions => _words.Dimensions + (_network?.Dimensions ?? 0);

    /// <summary>Reads the file's bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a file, or not all of it; the message has no file name.</exception>
    public static ClauseVectors FromBytes(byte[] file)
    {
        ModelBytes bytes = new(file, "CVEC"u8, Version);
        WordVectors words = WordVectors.Take(ref bytes);
        SentenceNetwork? network = SentenceNetwork.Take(ref bytes, words.Count);
        bytes.End();
        return new ClauseVectors(words, network);
    }

    /// <summary>The clause's point; the mean is zero where no word is known.</summary>
    public float[] Of(ScannedClause clause)
    {
        float[] point = new float[Dimensions];
        int[] words = Indexes(clause);
        _words.Mean(words, point.AsSpan(0, _words.Dimensions));
        _network?.Of(words).CopyTo(point, _words.Dimensions);
        return point;
    }

    /// <summary>What is the same for every score that a clause's tokens contribute to.</summary>
    public ClauseReading Read(ScannedClause clause)
    {
        int[] words = Indexes(clause);
        return new ClauseReading(words, _network?.Read(words));
    }

    /// <summary>Adds, to first order, what each token does to a score; words that are not known do nothing.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="reading">What <see cref="Read"/> says of it.</param>
    /// <param name="point">Its point.</param>
    /// <param name="slope">How the score changes with the point.</param>
    /// <param name="contributions">One sum a token.</param>
    public void AddContributions(ScannedClause clause, ClauseReading reading, ReadOnlySpan<float> point, ReadOnlySpan<float> slope, Span<double> contributions)
    {
        double[] byWord = new double[reading.Words.Length];
        _words.AddContributions(reading.Words, point[.._words.Dimensions], slope[.._words.Dimensions], byWord);
        if (reading.States is { } states) _network?.AddContributions(reading.Words, states, slope[_words.Dimensions..], byWord);
        for (int i = 0; i < byWord.Length; i++) contributions[clause.Words[i].Token] += byWord[i];
    }

    private int[] Indexes(ScannedClause clause)
    {
        int[] words = new int[clause.Words.Count];
        for (int i = 0; i < words.Length; i++) words[i] = _words.Find(clause.Words[i].Hash);
        return words;
    }
}

/// <summary>A clause's words, and what the sentence network makes of them.</summary>
/// <param name="Words">Index of each word; -1 for one that is not known.</param>
/// <param name="States">Null where there is no network.</param>
internal sealed record ClauseReading(int[] Words, SentenceStates? States);
