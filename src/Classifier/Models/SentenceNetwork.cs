using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Classifier.Models;

/// <summary>
/// Places a clause where a large sentence encoder would place it, without that encoder: a network small enough to read thousands of clauses a second, taught to agree
/// with the encoder on text without labels (<c>data/vectors/distil.py</c> says how). Every word adds a share to the states at and around its place; a state is
/// their sum where that is above zero; mean and maximum of the states over the clause make the vector. So the words of a phrase are read together, which the mean of
/// their vectors cannot do. Safe for use by several threads.
/// </summary>
internal sealed class SentenceNetwork
{
    private readonly int _window, _hidden;
    private readonly float[] _biases, _outputBiases;
    private readonly float[][] _outputs;

    /// <summary>One row for each place in the window and number of an embedding.</summary>
    private readonly float[][] _spread;
    private readonly int _embedding;
    private readonly float[] _scales;
    private readonly sbyte[] _embeddings;

    /// <summary>A word's shares depend on the word alone. They take far more room than the embedding, so only those of words that occur are worked out.</summary>
    private readonly ConcurrentDictionary<int, float[]> _shares = new();

    private SentenceNetwork(int window, int embedding, int hidden, float[] scales, sbyte[] embeddings, float[][] spread, float[] biases, float[][] outputs, float[] outputBiases)
    {
        (_window, _embedding, _hidden, _scales, _embeddings) = (window, embedding, hidden, scales, embeddings);
        (_spread, _biases, _outputs, _outputBiases) = (spread, biases, outputs, outputBiases);
    }

    /// <summary>Numbers in a clause's vector.</summary>
    public int Dimensions => _outputs.Length;

    /// <summary>Takes the network from the file of vectors; null where the file says that it has none.</summary>
    /// <param name="bytes">What is left of the file.</param>
    /// <param name="words">Words that the file knows.</param>
    /// <exception cref="InvalidDataException">The bytes hold no such network.</exception>
    public static SentenceNetwork? Take(ref ModelBytes bytes, int words)
    {
        int window = bytes.Integer();
        if (window == 0) return null;
        int embedding = bytes.Integer(), hidden = bytes.Integer(), dimensions = bytes.Integer();
        if (window % 2 == 0) throw new InvalidDataException($"found a window of {window} words; expected an odd number");
        // One row more than there are words: what stands for a word that the file does not know.
        float[] scales = bytes.Take<float>(words + 1);
        sbyte[] embeddings = bytes.Take<sbyte>((long)(words + 1) * embedding);
        float[][] spread = Rows(ref bytes, window * embedding, hidden);
        float[] biases = bytes.Take<float>(hidden);
        return new SentenceNetwork(window, embedding, hidden, scales, embeddings, spread, biases, Rows(ref bytes, dimensions, 2 * hidden), bytes.Take<float>(dimensions));
    }

    private static float[][] Rows(ref ModelBytes bytes, int count, int length)
    {
        float[][] rows = new float[count][];
        for (int i = 0; i < count; i++) rows[i] = bytes.Take<float>(length);
        return rows;
    }

    /// <summary>The clause's vector; zero where it has no word.</summary>
    /// <param name="words">Its words in order, as indexes; -1 for one that is not known.</param>
    public float[] Of(ReadOnlySpan<int> words)
    {
        if (words.IsEmpty) return new float[Dimensions];
        (float[] pooled, _) = Pool(States(words), words.Length);
        float[] vector = BellCurves.Products(pooled, _outputs);
        Add(_outputBiases, 1, vector);
        return vector;
    }

    /// <summary>Adds what each word does to a score, to first order: the slope of the score times the word's shares of the states.</summary>
    /// <param name="words">The clause's words, as for <see cref="Of"/>; unknown ones get nothing.</param>
    /// <param name="slope">How the score changes with the vector.</param>
    /// <param name="contributions">One sum a word.</param>
    public void AddContributions(ReadOnlySpan<int> words, ReadOnlySpan<float> slope, Span<double> contributions)
    {
        float[] states = States(words), pooled = new float[2 * _hidden];
        (_, int[] highest) = Pool(states, words.Length);
        for (int i = 0; i < slope.Length; i++) Add(_outputs[i], slope[i], pooled);
        for (int at = 0; at < words.Length; at++)
        {
            Span<float> state = states.AsSpan(at * _hidden, _hidden);
            for (int h = 0; h < _hidden; h++) state[h] = state[h] <= 0 ? 0 : (pooled[h] / words.Length) + (highest[h] == at ? pooled[_hidden + h] : 0);
        }
        for (int at = 0; at < words.Length; at++)
        {
            if (words[at] < 0) continue;
            float[] shares = Shares(words[at]);
            for (int place = 0; place < _window; place++)
            {
                int target = at - place + (_window / 2);
                if (target >= 0 && target < words.Length) contributions[at] += Product(shares.AsSpan(place * _hidden, _hidden), states.AsSpan(target * _hidden, _hidden));
            }
        }
    }

    /// <summary>The states, not below zero: state h at word i at [i × hidden + h].</summary>
    private float[] States(ReadOnlySpan<int> words)
    {
        float[] states = new float[words.Length * _hidden];
        for (int at = 0; at < words.Length; at++) _biases.CopyTo(states, at * _hidden);
        for (int at = 0; at < words.Length; at++)
        {
            float[] shares = Shares(words[at]);
            for (int place = 0; place < _window; place++)
            {
                int target = at - place + (_window / 2);
                if (target >= 0 && target < words.Length) Add(shares.AsSpan(place * _hidden, _hidden), 1, states.AsSpan(target * _hidden, _hidden));
            }
        }
        for (int i = 0; i < states.Length; i++) states[i] = Math.Max(states[i], 0);
        return states;
    }

    /// <summary>Means of the states, then maxima, and where each maximum stands.</summary>
    private (float[] Pooled, int[] Highest) Pool(float[] states, int words)
    {
        float[] pooled = new float[2 * _hidden];
        int[] highest = new int[_hidden];
        Span<float> means = pooled.AsSpan(0, _hidden), maxima = pooled.AsSpan(_hidden);
        for (int at = 0; at < words; at++)
        {
            ReadOnlySpan<float> state = states.AsSpan(at * _hidden, _hidden);
            for (int h = 0; h < state.Length; h++)
            {
                means[h] += state[h];
                if (state[h] > maxima[h]) (maxima[h], highest[h]) = (state[h], at);
            }
        }
        for (int h = 0; h < means.Length; h++) means[h] /= words;
        return (pooled, highest);
    }

    /// <summary>A word's shares: for each place in the window one number a state.</summary>
    private float[] Shares(int word) => _shares.GetOrAdd(word < 0 ? _scales.Length - 1 : word, static (row, network) =>
    {
        float[] shares = new float[network._window * network._hidden];
        for (int place = 0; place < network._window; place++)
        {
            Span<float> part = shares.AsSpan(place * network._hidden, network._hidden);
            for (int i = 0; i < network._embedding; i++)
            {
                Add(network._spread[(place * network._embedding) + i], network._scales[row] * network._embeddings[(row * network._embedding) + i], part);
            }
        }
        return shares;
    }, this);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<float> values, float factor, Span<float> sum)
    {
        int i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.FusedMultiplyAdd(new Vector<float>(values[i..]), new Vector<float>(factor), new Vector<float>(sum[i..])).CopyTo(sum[i..]);
        }
        for (; i < values.Length; i++) sum[i] += factor * values[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Product(ReadOnlySpan<float> values, ReadOnlySpan<float> others)
    {
        Vector<float> sum = default;
        int i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count) sum = Vector.FusedMultiplyAdd(new Vector<float>(values[i..]), new Vector<float>(others[i..]), sum);
        float product = Vector.Sum(sum);
        for (; i < values.Length; i++) product += values[i] * others[i];
        return product;
    }
}
