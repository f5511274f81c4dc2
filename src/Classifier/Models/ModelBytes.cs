using System.Runtime.InteropServices;

namespace Classifier.Models;

/// <summary>
/// Reads a model's binary file part by part, little-endian, and refuses one that is not whole. Messages have no file name; <see cref="ModelFolder"/> adds it.
/// </summary>
internal ref struct ModelBytes
{
    private const int LargestLayer = 4096;
    private ReadOnlySpan<byte> _rest;

    /// <param name="bytes">The whole file.</param>
    /// <param name="mark">Its first four bytes, as ASCII.</param>
    /// <param name="version">The version of its form, which follows them.</param>
    /// <exception cref="InvalidDataException">Mark or version is another.</exception>
    public ModelBytes(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> mark, int version)
    {
        _rest = bytes;
        if (bytes.Length < 4 || !bytes[..4].SequenceEqual(mark)) throw new InvalidDataException("found another kind of file; expected one that \"classifier train\" made");
        _rest = bytes[4..];
        if (Integer() is var found && found != version) throw new InvalidDataException($"found version {found} of the file's form; expected {version}. Another version of the program made it: train the model again, or make the vectors again");
    }

    /// <summary>Takes a count; never negative.</summary>
    public int Integer() => Take<int>(1)[0] is >= 0 and var value ? value : throw new InvalidDataException("found a negative count; the file was changed");

    /// <summary>Takes the size of a layer.</summary>
    /// <param name="what">What it counts, for the message.</param>
    public int Size(string what) => Integer() is var size && size is > 0 and <= LargestLayer ? size : throw new InvalidDataException($"found {size} {what}; expected 1 to {LargestLayer}");

    /// <summary>Takes a run of numbers.</summary>
    public T[] Take<T>(long count) where T : unmanaged
    {
        long length = count * Marshal.SizeOf<T>();
        if (length > _rest.Length) throw new InvalidDataException($"found {_rest.Length} bytes where {length} were expected; the file was cut");
        T[] values = MemoryMarshal.Cast<byte, T>(_rest[..(int)length]).ToArray();
        _rest = _rest[(int)length..];
        return values;
    }

    /// <summary>Makes sure that nothing follows.</summary>
    public readonly void End()
    {
        if (_rest.Length > 0) throw new InvalidDataException($"found {_rest.Length} bytes after the end; the file was changed");
    }

    /// <summary>Starts writing such a file.</summary>
    public static BinaryWriter Begin(Stream stream, ReadOnlySpan<byte> mark, int version)
    {
        BinaryWriter writer = new(stream);
        writer.Write(mark);
        writer.Write(version);
        return writer;
    }
}
