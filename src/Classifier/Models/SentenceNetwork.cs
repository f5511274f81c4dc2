using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Classifier.Models;

/// <summary>
/// Places a clause where a large sentence encoder would place it, without that encoder: a network small enough to read every clause, taught to agree with the
/// encoder on text without labels (<c>data/vectors/distil.py</c> says how). One convolution over the embeddings of the words, cut off below zero and pooled by mean
/// and maximum (Kim 2014, Convolutional neural networks for sentence classification), and one linear layer. So the words of a phrase are read together, which the
/// mean of their vectors cannot do. Safe for use by several threads.
/// </summary>
internal sealed class SentenceNetwork
{
    private const int WidestWindow = 99;
    private readonly int _window, _embedding, _hidden;
    private readonly float[] _scales, _filters, _biases, _zeros, _outputBiases;
    private readonly sbyte[] _embeddings;
    private readonly float[][] _outputs;

    /// <summary>
    /// What a word adds to the states around it, which depends on the word alone; worked out when the word is first met. All words of the shipped file
    /// would take 79 MB here, those of a few thousand documents take a fraction.
    /// </summary>
    private readonly float[]?[] _shares;

    private SentenceNetwork(ref ModelBytes bytes, int words, int window)
    {
        (_window, _embedding, _hidden) = (window, bytes.Size("numbers in an embedding"), bytes.Size("states"));
        int dimensions = bytes.Size("numbers in a sentence's vector");
        // One row more than there are words: what stands for a word that the file does not know.
        _shares = new float[words + 1][];
        _scales = bytes.Take<float>(words + 1L);
        _embeddings = bytes.Take<sbyte>((words + 1L) * _embedding);
        _filters = bytes.Take<float>((long)window * _embedding * _hidden);
        (_biases, _zeros) = (bytes.Take<float>(_hidden), new float[_hidden]);
        _outputs = new float[dimensions][];
        for (int i = 0; i < dimensions; i++) _outputs[i] = bytes.Take<float>(2 * _hidden);
        _outputBiases = bytes.Take<float>(dimensions);
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
        if (window % 2 == 0 || window > WidestWindow) throw new InvalidDataException($"found a window of {window} words; expected an odd number up to {WidestWindow}");
        return new SentenceNetwork(ref bytes, words, window);
    }

    /// <summary>The clause's vector; zero where it has no word.</summary>
    /// <param name="words">Its words in order, as indexes; -1 for one that is not known.</param>
    public float[] Of(ReadOnlySpan<int> words)
    {
        if (words.IsEmpty) return new float[Dimensions];
        float[] vector = BellCurves.Products(Pool(words), _outputs);
        Add(_outputBiases, 1, vector);
        return vector;
    }

    /// <summary>What is the same for every score that a clause's words contribute to: its states, and at which word each of them is highest.</summary>
    /// <param name="words">The clause's words, as for <see cref="Of"/>.</param>
    public SentenceStates Read(ReadOnlySpan<int> words)
    {
        float[] states = new float[words.Length * _hidden];
        int[] highest = new int[_hidden];
        for (int at = 0; at < words.Length; at++)
        {
            Span<float> state = states.AsSpan(at * _hidden, _hidden);
            State(words, at, state);
            for (int h = 0; h < state.Length; h++)
            {
                if (state[h] > states[(highest[h] * _hidden) + h]) highest[h] = at;
            }
        }
        return new SentenceStates(states, highest);
    }

    /// <summary>
    /// Adds what each word does to a score, to first order: the slope of the score by the states times what the word adds to them.
    /// </summary>
    /// <param name="words">The clause's words, as for <see cref="Of"/>; unknown ones get nothing.</param>
    /// <param name="read">What <see cref="Read"/> says of them.</param>
    /// <param name="slope">How the score changes with the vector.</param>
    /// <param name="contributions">One sum a word.</param>
    public void AddContributions(ReadOnlySpan<int> words, SentenceStates read, ReadOnlySpan<float> slope, Span<double> contributions)
    {
        Span<float> pooledSlope = new float[2 * _hidden], byMean = new float[_hidden], state = new float[_hidden];
        for (int i = 0; i < slope.Length; i++) Add(_outputs[i], slope[i], pooledSlope);
        if (words.Length > 0) Add(pooledSlope[.._hidden], 1f / words.Length, byMean);
        for (int at = 0; at < words.Length; at++)
        {
            WhereAboveZero(read.States.AsSpan(at * _hidden, _hidden), byMean, state);
            for (int place = FirstPlace(at); place < EndPlace(at, words.Length); place++)
            {
                int word = at + place - (_window / 2);
                if (words[word] >= 0) contributions[word] += Product(Share(words[word], place), state);
            }
        }
        for (int h = 0; h < _hidden && words.Length > 0; h++)
        {
            int at = read.Highest[h];
            if (read.States[(at * _hidden) + h] <= 0) continue;
            for (int place = FirstPlace(at); place < EndPlace(at, words.Length); place++)
            {
                int word = at + place - (_window / 2);
                if (words[word] >= 0) contributions[word] += Share(words[word], place)[h] * pooledSlope[_hidden + h];
            }
        }
    }

    /// <summary>Means of the states over the words, then maxima.</summary>
    private float[] Pool(ReadOnlySpan<int> words)
    {
        float[] pooled = new float[2 * _hidden], state = new float[_hidden];
        Span<float> means = pooled.AsSpan(0, _hidden), maxima = pooled.AsSpan(_hidden);
        for (int at = 0; at < words.Length; at++)
        {
            State(words, at, state);
            Add(state, 1f / words.Length, means);
            Raise(maxima, state);
        }
        return pooled;
    }

    /// <summary>The state at a word: what the words of the window around it add up to, not below zero.</summary>
    private void State(ReadOnlySpan<int> words, int at, Span<float> state)
    {
        _biases.CopyTo(state);
        for (int place = FirstPlace(at); place < EndPlace(at, words.Length); place++) Add(Share(words[at + place - (_window / 2)], place), 1, state);
        Raise(state, _zeros);
    }

    /// <summary>The first place of the window around a word that lies in the clause.</summary>
    private int FirstPlace(int at) => Math.Max(0, (_window / 2) - at);

    /// <summary>The place after the last one that lies in the clause.</summary>
    private int EndPlace(int at, int words) => Math.Min(_window, words - at + (_window / 2));

    /// <summary>What a word at a place of the window adds to the state.</summary>
    private ReadOnlySpan<float> Share(int word, int place)
    {
        int row = word < 0 ? _scales.Length - 1 : word;
        // Two threads may work out the same numbers.
        return (_shares[row] ??= Shares(row)).AsSpan(place * _hidden, _hidden);
    }

    private float[] Shares(int row)
    {
        Span<float> embedding = new float[_embedding];
        for (int i = 0; i < embedding.Length; i++) embedding[i] = _scales[row] * _embeddings[(row * _embedding) + i];
        float[] shares = new float[_window * _hidden];
        for (int place = 0; place < _window; place++) Combine(embedding, _filters.AsSpan(place * _embedding * _hidden), shares.AsSpan(place * _hidden, _hidden));
        return shares;
    }

    // The runtime's library for the following is not compiled ahead (see BellCurves), and these run for every word.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<float> values, float factor, Span<float> sum)
    {
        ref float from = ref MemoryMarshal.GetReference(values), to = ref MemoryMarshal.GetReference(sum[..values.Length]);
        Vector<float> times = new(factor);
        int i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref from, (nuint)i), times, Vector.LoadUnsafe(ref to, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        }
        for (; i < values.Length; i++) sum[i] += factor * values[i];
    }

    /// <summary>The sum of rows, each times a factor. Four vectors of the sum at a time stay in registers while all rows pass.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Combine(ReadOnlySpan<float> factors, ReadOnlySpan<float> rows, Span<float> sum)
    {
        ref float from = ref MemoryMarshal.GetReference(rows[..(factors.Length * sum.Length)]), to = ref MemoryMarshal.GetReference(sum);
        nuint step = (nuint)Vector<float>.Count;
        int at = 0;
        for (; at <= sum.Length - (4 * Vector<float>.Count); at += 4 * Vector<float>.Count)
        {
            Vector<float> a = default, b = default, c = default, d = default;
            for (int i = 0; i < factors.Length; i++)
            {
                Vector<float> factor = new(factors[i]);
                nuint start = (nuint)((i * sum.Length) + at);
                a = Vector.FusedMultiplyAdd(factor, Vector.LoadUnsafe(ref from, start), a);
                b = Vector.FusedMultiplyAdd(factor, Vector.LoadUnsafe(ref from, start + step), b);
                c = Vector.FusedMultiplyAdd(factor, Vector.LoadUnsafe(ref from, start + (2 * step)), c);
                d = Vector.FusedMultiplyAdd(factor, Vector.LoadUnsafe(ref from, start + (3 * step)), d);
            }
            a.StoreUnsafe(ref to, (nuint)at);
            b.StoreUnsafe(ref to, (nuint)at + step);
            c.StoreUnsafe(ref to, (nuint)at + (2 * step));
            d.StoreUnsafe(ref to, (nuint)at + (3 * step));
        }
        for (; at < sum.Length; at++)
        {
            sum[at] = 0;
            for (int i = 0; i < factors.Length; i++) sum[at] += factors[i] * rows[(i * sum.Length) + at];
        }
    }

    /// <summary>Raises each value to another one where that is higher.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Raise(Span<float> values, ReadOnlySpan<float> others)
    {
        ref float own = ref MemoryMarshal.GetReference(values), other = ref MemoryMarshal.GetReference(others[..values.Length]);
        int i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.Max(Vector.LoadUnsafe(ref own, (nuint)i), Vector.LoadUnsafe(ref other, (nuint)i)).StoreUnsafe(ref own, (nuint)i);
        }
        for (; i < values.Length; i++) values[i] = Math.Max(values[i], others[i]);
    }

    /// <summary>Copies values to where a state is above zero, and zeros to where it is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WhereAboveZero(ReadOnlySpan<float> state, ReadOnlySpan<float> values, Span<float> kept)
    {
        ref float from = ref MemoryMarshal.GetReference(state), value = ref MemoryMarshal.GetReference(values[..state.Length]), to = ref MemoryMarshal.GetReference(kept[..state.Length]);
        int i = 0;
        for (; i <= state.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector<float> above = Vector.AsVectorSingle(Vector.GreaterThan(Vector.LoadUnsafe(ref from, (nuint)i), Vector<float>.Zero));
            Vector.BitwiseAnd(above, Vector.LoadUnsafe(ref value, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        }
        for (; i < state.Length; i++) kept[i] = state[i] > 0 ? values[i] : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Product(ReadOnlySpan<float> values, ReadOnlySpan<float> others)
    {
        ref float one = ref MemoryMarshal.GetReference(values), other = ref MemoryMarshal.GetReference(others[..values.Length]);
        Vector<float> sum = default, next = default;
        int i = 0;
        // Two sums, as one alone would wait for each of its steps.
        for (; i <= values.Length - (2 * Vector<float>.Count); i += 2 * Vector<float>.Count)
        {
            sum = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref one, (nuint)i), Vector.LoadUnsafe(ref other, (nuint)i), sum);
            next = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref one, (nuint)(i + Vector<float>.Count)), Vector.LoadUnsafe(ref other, (nuint)(i + Vector<float>.Count)), next);
        }
        float product = Vector.Sum(sum + next);
        for (; i < values.Length; i++) product += values[i] * others[i];
        return product;
    }
}

/// <summary>What the network makes of a clause before pooling.</summary>
/// <param name="States">State h at word i at [i × states + h], not below zero.</param>
/// <param name="Highest">For each state the first word at which it is highest; 0 where there is no word.</param>
internal sealed record SentenceStates(float[] States, int[] Highest);
