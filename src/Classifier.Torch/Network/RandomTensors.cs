using Classifier.Torch.Checkpoints;
using TorchSharp;

namespace Classifier.Torch.Network;

/// <summary>Starting values as BERT has them: normal with deviation 0.02, biases 0, layer normalisations 1 and 0.</summary>
internal static class RandomTensors
{
    private const double Deviation = 0.02;

    /// <summary>Draws every tensor of a list, in the order of the names.</summary>
    /// <param name="shapes">Names and shapes.</param>
    /// <param name="seed">The same seed gives the same values.</param>
    public static SortedDictionary<string, TensorValues> Draw(IReadOnlyDictionary<string, long[]> shapes, long seed)
    {
        using torch.Generator generator = new((ulong)seed);
        SortedDictionary<string, TensorValues> tensors = new(StringComparer.Ordinal);
        foreach ((string name, long[] shape) in shapes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            float[] values = new float[shape.Aggregate(1L, (product, size) => product * size)];
            if (name.EndsWith("LayerNorm.weight", StringComparison.Ordinal)) Array.Fill(values, 1);
            else if (name.EndsWith("weight", StringComparison.Ordinal)) values = Normal(shape, generator);
            tensors[name] = new TensorValues(shape, values);
        }
        return tensors;
    }

    private static float[] Normal(long[] shape, torch.Generator generator)
    {
        using IDisposable scope = torch.NewDisposeScope();
        return (torch.randn(shape, generator: generator) * Deviation).data<float>().ToArray();
    }
}
