using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Classifier.Models;

/// <summary>
/// The kernel of points and landmarks, exp(-gamma × mean squared distance over dimensions). Several points are taken at a time: the landmarks fill more than a
/// processor keeps at hand, and fetching them once for each point would take most of the time. A point's numbers do not depend on the others.
/// </summary>
internal sealed class BellCurves
{
    /// <summary>Points, or landmarks, whose sums are kept in registers side by side.</summary>
    private const int Together = 4;

    private readonly int _dimensions, _stride;
    private readonly float _scale;
    private readonly float[] _rows, _squares;

    /// <summary>
    /// The rows once more, each number rounded to its upper 16 bits (bfloat16): <see cref="Sum"/> reads all of them for one clause, and waits for memory more than it
    /// reckons. Null until it is first called.
    /// </summary>
    private ushort[]? _rounded;

    /// <param name="landmarks">Dimension d of landmark m at [m × dimensions + d].</param>
    /// <param name="dimensions">Numbers of one landmark.</param>
    /// <param name="gamma">Width of the curves; larger is narrower.</param>
    public BellCurves(ReadOnlySpan<Half> landmarks, int dimensions, float gamma)
    {
        _dimensions = dimensions;
        // Rows end in zeros, so that they consist of whole vectors, of 16-bit numbers too.
        _stride = (dimensions + Vector<ushort>.Count - 1) / Vector<ushort>.Count * Vector<ushort>.Count;
        _scale = -gamma / dimensions;
        Count = landmarks.Length / dimensions;
        _rows = new float[Count * _stride];
        _squares = new float[Count];
        for (int m = 0; m < Count; m++)
        {
            TensorPrimitives.ConvertToSingle(landmarks.Slice(m * dimensions, dimensions), _rows.AsSpan(m * _stride));
            foreach (float value in Landmark(m)) _squares[m] += value * value;
        }
    }

    /// <summary>How many landmarks there are.</summary>
    public int Count { get; }

    /// <summary>Where a landmark lies.</summary>
    public ReadOnlySpan<float> Landmark(int m) => _rows.AsSpan(m * _stride, _dimensions);

    /// <summary>The kernel of each point and each landmark, 0..1.</summary>
    /// <param name="points">The points.</param>
    /// <returns>One row a point, one number a landmark.</returns>
    public float[][] Of(IReadOnlyList<float[]> points)
    {
        float[] padded = new float[points.Count * _stride];
        for (int i = 0; i < points.Count; i++) points[i].CopyTo(padded, i * _stride);
        float[][] nearness = [.. points.Select(_ => new float[Count])];
        for (int i = 0; i < points.Count; i += Together) Multiply(padded.AsSpan(i * _stride), nearness.AsSpan(i, Math.Min(Together, points.Count - i)));
        for (int i = 0; i < points.Count; i++) Bend(points[i], nearness[i]);
        return nearness;
    }

    /// <summary>The inner products of up to four points and every landmark. Compiled once and well: this is where scoring spends its time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Multiply(ReadOnlySpan<float> points, Span<float[]> products)
    {
        ref float row = ref MemoryMarshal.GetArrayDataReference(_rows), first = ref MemoryMarshal.GetReference(points);
        nuint stride = (nuint)_stride, step = (nuint)Vector<float>.Count, end = (nuint)_dimensions;
        // Fewer than four are filled up with the first once more.
        ref float second = ref Unsafe.Add(ref first, products.Length > 1 ? stride : 0);
        ref float third = ref Unsafe.Add(ref first, products.Length > 2 ? 2 * stride : 0);
        ref float fourth = ref Unsafe.Add(ref first, products.Length > 3 ? 3 * stride : 0);
        // Two landmarks at a time: what is fetched of a point serves both. The last of an odd number is taken twice.
        for (int m = 0; m < Count; m += 2)
        {
            bool isPair = m + 1 < Count;
            ref float next = ref Unsafe.Add(ref row, isPair ? stride : 0);
            Vector<float> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
            for (nuint i = 0; i < end; i += step)
            {
                Vector<float> one = Vector.LoadUnsafe(ref row, i), two = Vector.LoadUnsafe(ref next, i);
                Vector<float> point = Vector.LoadUnsafe(ref first, i);
                a = Vector.FusedMultiplyAdd(one, point, a);
                b = Vector.FusedMultiplyAdd(two, point, b);
                point = Vector.LoadUnsafe(ref second, i);
                c = Vector.FusedMultiplyAdd(one, point, c);
                d = Vector.FusedMultiplyAdd(two, point, d);
                point = Vector.LoadUnsafe(ref third, i);
                e = Vector.FusedMultiplyAdd(one, point, e);
                f = Vector.FusedMultiplyAdd(two, point, f);
                point = Vector.LoadUnsafe(ref fourth, i);
                g = Vector.FusedMultiplyAdd(one, point, g);
                h = Vector.FusedMultiplyAdd(two, point, h);
            }
            Keep(products, m, Vector.Sum(a), Vector.Sum(c), Vector.Sum(e), Vector.Sum(g));
            if (isPair) Keep(products, m + 1, Vector.Sum(b), Vector.Sum(d), Vector.Sum(f), Vector.Sum(h));
            row = ref Unsafe.Add(ref row, 2 * stride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Keep(Span<float[]> products, int m, float first, float second, float third, float fourth)
    {
        products[0][m] = first;
        if (products.Length > 1) products[1][m] = second;
        if (products.Length > 2) products[2][m] = third;
        if (products.Length > 3) products[3][m] = fourth;
    }

    /// <summary>
    /// The sum of numbers, each times a factor, for several rows of factors. Four rows at a time, as one sum alone would wait for each of its steps. The runtime's
    /// library for this is not compiled ahead either (see <see cref="Exponential"/>).
    /// </summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="rows">Rows of as many factors.</param>
    /// <returns>One sum a row.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float[] Products(float[] numbers, float[][] rows)
    {
        float[] sums = new float[rows.Length];
        for (int row = 0; row < rows.Length; row += Together)
        {
            // Fewer than four are filled up with the last once more.
            int last = rows.Length - 1;
            float[] first = rows[row], second = rows[Math.Min(row + 1, last)], third = rows[Math.Min(row + 2, last)], fourth = rows[Math.Min(row + 3, last)];
            Vector<float> a = default, b = default, c = default, d = default;
            int m = 0;
            for (; m <= numbers.Length - Vector<float>.Count; m += Vector<float>.Count)
            {
                Vector<float> some = new(numbers, m);
                a = Vector.FusedMultiplyAdd(some, new Vector<float>(first, m), a);
                b = Vector.FusedMultiplyAdd(some, new Vector<float>(second, m), b);
                c = Vector.FusedMultiplyAdd(some, new Vector<float>(third, m), c);
                d = Vector.FusedMultiplyAdd(some, new Vector<float>(fourth, m), d);
            }
            ReadOnlySpan<float> whole = [Vector.Sum(a), Vector.Sum(b), Vector.Sum(c), Vector.Sum(d)];
            whole[..Math.Min(Together, rows.Length - row)].CopyTo(sums.AsSpan(row));
            for (; m < numbers.Length; m++)
            {
                for (int i = row; i < Math.Min(row + Together, rows.Length); i++) sums[i] += numbers[m] * rows[i][m];
            }
        }
        return sums;
    }

    /// <summary>Adds up the landmarks, each times two factors; eight significant bits of a landmark's numbers are taken.</summary>
    /// <param name="weights">One for each landmark.</param>
    /// <param name="nearness">Another one.</param>
    /// <returns>One sum a dimension.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float[] Sum(float[] weights, float[] nearness)
    {
        float[] sum = new float[_stride];
        ref float total = ref MemoryMarshal.GetArrayDataReference(sum);
        ushort[] rounded = _rounded ??= Round(_rows);
        ref ushort row = ref MemoryMarshal.GetArrayDataReference(rounded);
        nuint stride = (nuint)_stride, step = (nuint)Vector<float>.Count;
        int m = 0;
        for (; m <= Count - Together; m += Together)
        {
            ref ushort second = ref Unsafe.Add(ref row, stride), third = ref Unsafe.Add(ref row, 2 * stride), fourth = ref Unsafe.Add(ref row, 3 * stride);
            Vector<float> a = new(weights[m] * nearness[m]), b = new(weights[m + 1] * nearness[m + 1]), c = new(weights[m + 2] * nearness[m + 2]), d = new(weights[m + 3] * nearness[m + 3]);
            for (nuint i = 0; i < stride; i += 2 * step)
            {
                Vector<float> low = Vector.LoadUnsafe(ref total, i), high = Vector.LoadUnsafe(ref total, i + step);
                AddRounded(ref row, i, a, ref low, ref high);
                AddRounded(ref second, i, b, ref low, ref high);
                AddRounded(ref third, i, c, ref low, ref high);
                AddRounded(ref fourth, i, d, ref low, ref high);
                low.StoreUnsafe(ref total, i);
                high.StoreUnsafe(ref total, i + step);
            }
            row = ref Unsafe.Add(ref row, Together * stride);
        }
        for (; m < Count; m++)
        {
            for (int i = 0; i < _dimensions; i++) sum[i] += weights[m] * nearness[m] * BitConverter.UInt32BitsToSingle((uint)rounded[(m * _stride) + i] << 16);
        }
        return sum[.._dimensions];
    }

    /// <summary>Half of the last bit that stays is added before the lower bits go.</summary>
    private static ushort[] Round(float[] rows)
    {
        ushort[] rounded = new ushort[rows.Length];
        for (int i = 0; i < rows.Length; i++) rounded[i] = (ushort)((BitConverter.SingleToUInt32Bits(rows[i]) + 0x8000) >> 16);
        return rounded;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRounded(ref ushort row, nuint at, Vector<float> factor, ref Vector<float> low, ref Vector<float> high)
    {
        Vector.Widen(Vector.LoadUnsafe(ref row, at), out Vector<uint> first, out Vector<uint> second);
        low = Vector.FusedMultiplyAdd(factor, Vector.AsVectorSingle(Vector.ShiftLeft(first, 16)), low);
        high = Vector.FusedMultiplyAdd(factor, Vector.AsVectorSingle(Vector.ShiftLeft(second, 16)), high);
    }

    /// <summary>From a point's inner products to its kernel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Bend(float[] point, float[] products)
    {
        float square = 0;
        foreach (float value in point) square += value * value;
        int m = 0;
        for (; m <= products.Length - Vector<float>.Count; m += Vector<float>.Count)
        {
            Vector<float> distance = new Vector<float>(square) + new Vector<float>(_squares, m) - (2 * new Vector<float>(products, m));
            Exponential(_scale * distance).CopyTo(products, m);
        }
        for (; m < products.Length; m++) products[m] = MathF.Exp(_scale * (square + _squares[m] - (2 * products[m])));
    }

    /// <summary>
    /// e^x for x of at most 0 to about one part in ten million: 2 to the whole part of x / ln 2, times a polynomial of the rest (Cephes' expf). The runtime's own is not
    /// compiled ahead and takes half a second of a short run.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Exponential(Vector<float> x)
    {
        // Below, the result is no longer a normal number.
        x = Vector.Max(x, new Vector<float>(-87));
        Vector<float> whole = Vector.Floor((x * 1.44269504f) + new Vector<float>(0.5f));
        Vector<float> rest = x - (whole * 0.693359375f) + (whole * 2.12194440e-4f);
        Vector<float> sum = new(1.9875691500e-4f);
        sum = (sum * rest) + new Vector<float>(1.3981999507e-3f);
        sum = (sum * rest) + new Vector<float>(8.3334519073e-3f);
        sum = (sum * rest) + new Vector<float>(4.1665795894e-2f);
        sum = (sum * rest) + new Vector<float>(1.6666665459e-1f);
        sum = (sum * rest) + new Vector<float>(5.0000001201e-1f);
        sum = (sum * rest * rest) + rest + Vector<float>.One;
        Vector<int> exponent = Vector.ShiftLeft(Vector.ConvertToInt32(whole) + new Vector<int>(127), 23);
        return sum * Vector.AsVectorSingle(exponent);
    }
}
