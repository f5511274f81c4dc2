using System.Buffers.Binary;
using System.Text.Json;

namespace Classifier.Torch.Checkpoints;

/// <summary>One tensor's place in a safetensors file.</summary>
/// <param name="Type">Element type as the file spells it: <c>F32</c>, <c>F16</c>, <c>BF16</c> ...</param>
/// <param name="Shape">Sizes, outermost first; empty for a scalar.</param>
/// <param name="Begin">Offset of the first byte after the header.</param>
/// <param name="End">Offset past the last byte.</param>
internal sealed record TensorEntry(string Type, IReadOnlyList<long> Shape, long Begin, long End);

/// <summary>
/// A safetensors file: eight bytes of header length, a JSON header, raw little-endian tensors. Everything the header says is checked against
/// the file before a tensor is read, as the file may be a truncated download or somebody's crafted one.
/// Format: github.com/huggingface/safetensors, section "Format".
/// </summary>
internal sealed class SafetensorsFile
{
    /// <summary>The format's own limit for the header, bytes.</summary>
    private const long MaxHeader = 100_000_000;

    private readonly string _path;
    private readonly long _data;

    private SafetensorsFile(string path, long data, IReadOnlyDictionary<string, TensorEntry> entries)
    {
        _path = path;
        _data = data;
        Entries = entries;
    }

    /// <summary>Every tensor by its name.</summary>
    public IReadOnlyDictionary<string, TensorEntry> Entries { get; }

    /// <summary>Reads and checks the header.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is not a whole safetensors file; says what was found and expected.</exception>
    public static SafetensorsFile Open(string path)
    {
        using FileStream stream = File.OpenRead(path);
        if (stream.Length < 8) throw Bad(path, $"holds {stream.Length} bytes, a safetensors file has at least 8");
        Span<byte> prefix = stackalloc byte[8];
        stream.ReadExactly(prefix);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > MaxHeader || (long)length > stream.Length - 8)
            throw Bad(path, $"announces a header of {length} bytes, {stream.Length - 8} bytes follow; it is truncated or no safetensors file");
        byte[] header = new byte[length];
        stream.ReadExactly(header);
        Dictionary<string, TensorEntry> entries = ReadHeader(path, header);
        CheckCover(path, entries, stream.Length - 8 - (long)length);
        return new SafetensorsFile(path, 8 + (long)length, entries);
    }

    /// <summary>Reads one tensor as 32-bit floats.</summary>
    /// <param name="name">A name in <see cref="Entries"/>.</param>
    /// <exception cref="InvalidDataException">The tensor's type is none of F32, F16, BF16.</exception>
    public float[] Read(string name)
    {
        TensorEntry entry = Entries[name];
        if (entry.Type is not ("F32" or "F16" or "BF16")) throw Bad(_path, $"tensor '{name}' has type {entry.Type}, expected F32, F16 or BF16");
        int size = Size(entry.Type);
        float[] values = new float[(entry.End - entry.Begin) / size];
        using FileStream stream = File.OpenRead(_path);
        stream.Position = _data + entry.Begin;
        byte[] buffer = new byte[(int)Math.Min(1 << 16, (long)values.Length * size)];
        for (int done = 0; done < values.Length;)
        {
            Span<byte> part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, (long)(values.Length - done) * size));
            stream.ReadExactly(part);
            for (int at = 0; at < part.Length; at += size) values[done++] = Number(entry.Type, part[at..]);
        }
        return values;
    }

    private static float Number(string type, ReadOnlySpan<byte> bytes) => type switch
    {
        "F32" => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        "F16" => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        _ => BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16),
    };

    private static Dictionary<string, TensorEntry> ReadHeader(string path, byte[] header)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(header);
            if (json.RootElement.ValueKind != JsonValueKind.Object) throw Bad(path, $"has a header of kind {json.RootElement.ValueKind}, expected an object");
            Dictionary<string, TensorEntry> entries = [];
            foreach (JsonProperty property in json.RootElement.EnumerateObject())
            {
                if (property.Name == "__metadata__") continue;
                if (!entries.TryAdd(property.Name, ReadEntry(path, property))) throw Bad(path, $"names tensor '{property.Name}' twice");
            }
            return entries;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw Bad(path, $"has a header that is no JSON ({broken.Message})");
        }
    }

    private static TensorEntry ReadEntry(string path, JsonProperty property)
    {
        try
        {
            JsonElement entry = property.Value;
            string type = entry.GetProperty("dtype").GetString() ?? "";
            long[] shape = [.. entry.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
            JsonElement offsets = entry.GetProperty("data_offsets");
            if (offsets.GetArrayLength() != 2) throw Bad(path, $"tensor '{property.Name}' has {offsets.GetArrayLength()} data offsets, expected 2");
            long begin = offsets[0].GetInt64(), end = offsets[1].GetInt64();
            int size = Size(type);
            if (size == 0) throw Bad(path, $"tensor '{property.Name}' has the unknown type '{type}'");
            long bytes = shape.Aggregate((long)size, (product, one) => checked(product * one));
            if (begin < 0 || shape.Any(one => one < 0) || end - begin != bytes)
                throw Bad(path, $"tensor '{property.Name}' {type}[{string.Join(", ", shape)}] spans bytes {begin} to {end}, expected {bytes} bytes");
            return new TensorEntry(type, shape, begin, end);
        }
        catch (Exception broken) when (broken is KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            throw Bad(path, $"describes tensor '{property.Name}' wrongly: expected dtype, shape and data_offsets ({broken.Message})");
        }
    }

    /// <summary>The format wants the tensors to cover the data without holes, overlaps or bytes left over: a truncated file fails here.</summary>
    private static void CheckCover(string path, Dictionary<string, TensorEntry> entries, long data)
    {
        long at = 0;
        foreach ((string name, TensorEntry entry) in entries.OrderBy(pair => pair.Value.Begin).ThenBy(pair => pair.Value.End))
        {
            if (entry.Begin != at) throw Bad(path, $"tensor '{name}' starts at byte {entry.Begin} of the data, expected {at}");
            if (entry.End > data) throw Bad(path, $"is truncated: tensor '{name}' ends at byte {entry.End} of the data, the file has {data}");
            at = entry.End;
        }
        if (at != data) throw Bad(path, $"has {data} bytes of data, its tensors take {at}");
    }

    /// <summary>Bytes an element; 0 for a type the format does not know.</summary>
    private static int Size(string type) => type switch
    {
        "F64" or "I64" or "U64" => 8,
        "F32" or "I32" or "U32" => 4,
        "F16" or "BF16" or "I16" or "U16" => 2,
        "I8" or "U8" or "BOOL" or "F8_E4M3" or "F8_E5M2" => 1,
        _ => 0,
    };

    private static InvalidDataException Bad(string path, string what) => new($"{path} {what}.");
}
