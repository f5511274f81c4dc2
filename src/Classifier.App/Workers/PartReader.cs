using System.Buffers.Binary;
using System.Text;

namespace Classifier.App.Workers;

/// <summary>Takes values one by one from bytes that a <see cref="BinaryWriter"/> wrote, and never believes them: a process that a file's content took over may have sent them.</summary>
/// <param name="bytes">All bytes of the part.</param>
internal ref struct PartReader(ReadOnlySpan<byte> bytes)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Takes a byte.</summary>
    public byte Byte() => Take(1)[0];

    /// <summary>Takes a flag.</summary>
    public bool Flag() => Byte() switch
    {
        0 => false,
        1 => true,
        byte other => throw new InvalidDataException($"a flag is {other}"),
    };

    /// <summary>Takes a whole number.</summary>
    public int Integer() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    /// <summary>Takes a number.</summary>
    public float Single() => BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float)));

    /// <summary>Takes a finite number.</summary>
    public double Real() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double))) is var number && double.IsFinite(number) ? number : throw new InvalidDataException("a number is not finite");

    /// <summary>Takes how many items follow: no more than may stand in what is left, so that no false number makes room for what never comes.</summary>
    /// <param name="leastBytes">Bytes that an item has at least.</param>
    public int Count(int leastBytes = 1)
    {
        uint count = 0;
        for (int shift = 0; shift <= 28; shift += 7)
        {
            byte next = Byte();
            count |= (next & 0x7fu) << shift;
            if (next < 0x80) return count <= (uint)(_rest.Length / leastBytes) ? (int)count : throw new InvalidDataException("a part is not whole");
        }
        throw new InvalidDataException("a length does not end");
    }

    /// <summary>Takes a text.</summary>
    public string Text()
    {
        int length = Count();
        if (length == 0) return "";
        try
        {
            return Strict.GetString(Take(length));
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException("a text is not UTF-8");
        }
    }

    /// <summary>Makes sure that nothing follows.</summary>
    public readonly void End()
    {
        if (_rest.Length > 0) throw new InvalidDataException($"{_rest.Length} bytes follow the last value of a part");
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length) throw new InvalidDataException("a part is not whole");
        ReadOnlySpan<byte> taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
