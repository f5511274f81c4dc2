using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Classifier.Torch.Checkpoints;

/// <summary>A tensor off the device.</summary>
internal sealed class TensorValues
{
    private readonly Func<float[]> _read;

    /// <summary>A tensor that is in memory.</summary>
    /// <param name="shape">Sizes, outermost first.</param>
    /// <param name="values">As many values as the sizes' product.</param>
    public TensorValues(IReadOnlyList<long> shape, float[] values)
        : this(shape, () => values)
    {
    }

    /// <summary>A tensor that is read when it is asked for: a large encoder must not stand in memory twice while it is put on its device.</summary>
    /// <param name="shape">Sizes, outermost first.</param>
    /// <param name="read">Reads the values.</param>
    public TensorValues(IReadOnlyList<long> shape, Func<float[]> read) => (Shape, _read) = (shape, read);

    /// <summary>Sizes, outermost first.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>The values in row-major order; read anew at every call where they are in a file.</summary>
    public float[] Values => _read();
}

/// <summary>Writes tensors as F32 in the safetensors layout; the same tensors give the same bytes.</summary>
internal static class SafetensorsWriter
{
    /// <summary>Writes aside and renames, so that a killed run never leaves half a file under the name.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tensors">Names and values.</param>
    public static void Write(string path, IReadOnlyDictionary<string, TensorValues> tensors)
    {
        KeyValuePair<string, TensorValues>[] ordered = [.. tensors.OrderBy(pair => pair.Key, StringComparer.Ordinal)];
        byte[] header = Header(ordered);
        string aside = path + ".part";
        using (FileStream stream = File.Create(aside))
        {
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
            stream.Write(length);
            stream.Write(header);
            foreach ((_, TensorValues tensor) in ordered) stream.Write(MemoryMarshal.AsBytes<float>(tensor.Values));
        }
        File.Move(aside, path, overwrite: true);
    }

    private static byte[] Header(KeyValuePair<string, TensorValues>[] ordered)
    {
        using MemoryStream memory = new();
        using (Utf8JsonWriter json = new(memory))
        {
            json.WriteStartObject();
            long at = 0;
            foreach ((string name, TensorValues tensor) in ordered)
            {
                json.WriteStartObject(name);
                json.WriteString("dtype", "F32");
                json.WriteStartArray("shape");
                foreach (long size in tensor.Shape) json.WriteNumberValue(size);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(at);
                json.WriteNumberValue(at += 4 * tensor.Shape.Aggregate(1L, (product, size) => product * size));
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        // The data starts on an 8-byte boundary, as the format's own writer has it.
        while (memory.Length % 8 != 0) memory.WriteByte((byte)' ');
        return memory.ToArray();
    }
}
