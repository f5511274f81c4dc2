using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Classifier.App.Runs;

/// <summary>
/// Results as they came, in a file that is only ever added to; what was added before the program was killed is found again. Every record
/// carries a checksum; from the first record that does not match, the file is cut off, as a kill or a full disk leaves half a record at its end.
/// </summary>
/// <remarks>
/// Layout: 8 bytes of magic, 32 of the run's fingerprint; then records of 32 bytes of SHA-256 (the document), 4 of length, 16 of checksum (the
/// first half of the SHA-256 over the other three), payload. A later record for a document replaces an earlier one.
/// </remarks>
internal sealed class Journal : IDisposable
{
    private const int FingerprintBytes = SHA256.HashSizeInBytes;
    private const int ChecksumBytes = 16;
    private const int HeadBytes = SHA256.HashSizeInBytes + sizeof(int) + ChecksumBytes;
    private static readonly TimeSpan BetweenFlushes = TimeSpan.FromSeconds(5);
    private static readonly byte[] Magic = "CLSFYJ1\n"u8.ToArray();

    private readonly FileStream _stream;
    private readonly Dictionary<string, (long Offset, int Length)> _places = new(StringComparer.Ordinal);

    private long _flushed = Stopwatch.GetTimestamp();

    private Journal(FileStream stream) => _stream = stream;

    /// <summary>Ids of the documents that have a result.</summary>
    public IReadOnlyCollection<string> Documents => _places.Keys;

    /// <summary>Begins a journal; one that is there is lost.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fingerprint">Identity of the program, model and options that make the results.</param>
    public static Journal Begin(string path, ReadOnlySpan<byte> fingerprint)
    {
        FileStream stream = new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1);
        stream.Write([.. Magic, .. fingerprint]);
        return new Journal(stream);
    }

    /// <summary>Opens the journal of a finished run, to read it.</summary>
    /// <exception cref="StopException">It is none, or was made by another program, model or set of options.</exception>
    public static Journal OpenFinished(string path, ReadOnlySpan<byte> fingerprint)
    {
        if (!File.Exists(path)) throw new StopException(ExitCodes.Usage, $"{path} is missing. Run its shard again, then merge.");
        FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        Journal journal = new(stream);
        if (ReadFingerprint(stream) is { } own && own.AsSpan().SequenceEqual(fingerprint))
        {
            journal.Scan();
            return journal;
        }
        stream.Dispose();
        throw new StopException(ExitCodes.Usage, $"{path} is not the journal that its shard's record names. Run the shard again, then merge.");
    }

    /// <summary>Opens a journal to go on with it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fingerprint">Identity that the results must have.</param>
    /// <exception cref="StopException">It was made by another program, model or set of options.</exception>
    public static Journal Open(string path, ReadOnlySpan<byte> fingerprint)
    {
        FileStream stream = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, 1);
        byte[]? own = ReadFingerprint(stream);
        if (own is null)
        {
            stream.Dispose();
            return Begin(path, fingerprint); // killed before its head was out
        }
        if (!own.AsSpan().SequenceEqual(fingerprint))
        {
            stream.Dispose();
            throw new StopException(ExitCodes.Usage, $"{path} was written with another version, model or other options. Use the same as before, or run without --resume to start over.");
        }
        Journal journal = new(stream);
        journal.Scan();
        return journal;
    }

    /// <summary>True where the document has a result.</summary>
    public bool Contains(string documentId) => _places.ContainsKey(documentId);

    /// <summary>Sets memory aside for the results of so many documents, so that it need not grow while they come.</summary>
    public void Expect(int documents) => _places.EnsureCapacity(documents);

    /// <summary>Adds a result; it is safe from a kill of this process when the call returns. Every few seconds what was added is made safe from a loss of power too.</summary>
    public void Add(string documentId, ReadOnlySpan<byte> payload)
    {
        byte[] record = new byte[HeadBytes + payload.Length];
        Convert.FromHexString(documentId).CopyTo(record, 0);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(SHA256.HashSizeInBytes), payload.Length);
        payload.CopyTo(record.AsSpan(HeadBytes));
        Checksum(record).CopyTo(record.AsSpan(HeadBytes - ChecksumBytes));
        long offset = _stream.Seek(0, SeekOrigin.End);
        _stream.Write(record);
        _places[documentId] = (offset + HeadBytes, payload.Length);
        if (Stopwatch.GetElapsedTime(_flushed) < BetweenFlushes) return;
        _stream.Flush(flushToDisk: true); // costs as much as the result of a small file, so not after each
        _flushed = Stopwatch.GetTimestamp();
    }

    /// <summary>Forgets a document's result, so that it is worked on again.</summary>
    public void Drop(string documentId) => _places.Remove(documentId);

    /// <summary>Reads a result.</summary>
    /// <exception cref="IOException">The file was damaged since it was written.</exception>
    public byte[] Read(string documentId)
    {
        (long offset, int length) = _places[documentId];
        byte[] record = new byte[HeadBytes + length];
        _stream.Seek(offset - HeadBytes, SeekOrigin.Begin);
        _stream.ReadExactly(record);
        return IsWhole(record) ? record[HeadBytes..] : throw new IOException($"{_stream.Name} was damaged while the run was going on");
    }

    /// <summary>Has the system put on the disk what it was given, before something is written that relies on it.</summary>
    public void Secure() => _stream.Flush(flushToDisk: true);

    /// <summary>Closes the file.</summary>
    public void Dispose() => _stream.Dispose();

    private static byte[]? ReadFingerprint(FileStream stream)
    {
        byte[] head = new byte[Magic.Length + FingerprintBytes];
        bool whole = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan(0, Magic.Length).SequenceEqual(Magic);
        return whole ? head[Magic.Length..] : null;
    }

    private void Scan()
    {
        byte[] head = new byte[HeadBytes];
        long length = _stream.Length;
        long offset = _stream.Position;
        while (length - offset >= HeadBytes)
        {
            _stream.ReadExactly(head);
            int size = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(SHA256.HashSizeInBytes));
            if (size < 0 || size > length - offset - HeadBytes) break;
            byte[] record = new byte[HeadBytes + size];
            head.CopyTo(record, 0);
            _stream.ReadExactly(record.AsSpan(HeadBytes));
            if (!IsWhole(record)) break;
            _places[Convert.ToHexStringLower(head.AsSpan(0, SHA256.HashSizeInBytes))] = (offset + HeadBytes, size);
            offset += record.Length;
        }
        if (offset < length && _stream.CanWrite) _stream.SetLength(offset);
    }

    private static bool IsWhole(byte[] record) => Checksum(record).SequenceEqual(record.AsSpan(HeadBytes - ChecksumBytes, ChecksumBytes));

    private static ReadOnlySpan<byte> Checksum(byte[] record)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(record.AsSpan(0, HeadBytes - ChecksumBytes));
        hash.AppendData(record.AsSpan(HeadBytes));
        return hash.GetHashAndReset().AsSpan(0, ChecksumBytes);
    }
}
