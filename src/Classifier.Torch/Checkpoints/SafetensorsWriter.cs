using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Classifier.Torch.Checkpoints;

/// <summary>A tensor off the device: its shape and its values in row-major order.</summary>
/// <param name="Shape">Sizes, outermost first.</param>
/// <param name="Values">As many values as the sizes' product.</param>
internal sealed record TensorValues(IReadOnlyList<long> Shape, float[] Values);

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
                json.WriteNumberValue(at += 4L * tensor.Values.Length);
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
