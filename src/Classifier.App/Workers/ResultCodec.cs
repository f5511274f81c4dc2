using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Classifier.App.Workers;

/// <summary>A result as it comes out of its encoded form: the document, and its clauses one by one.</summary>
/// <param name="Head">The document with an empty list of clauses.</param>
/// <param name="Clauses">Its clauses; may be walked once.</param>
internal sealed record DecodedResult(ProposalResult Head, IEnumerable<ScoredClause> Clauses);

/// <summary>
/// Results as bytes, for the pipe, the journal and the cache: the number of clauses, the document in JSON, then clause by clause (<see cref="ClauseCodec"/>), each
/// part with its length before it, all compressed. A document of any length is read back without ever being whole in memory.
/// </summary>
internal static class ResultCodec
{
    private const int MostPartBytes = 128 << 20;

    /// <summary>Encodes a result.</summary>
    public static byte[] Encode(ProposalResult result)
    {
        using MemoryStream bytes = new();
        using (DeflateStream packed = new(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (BufferedStream buffered = new(packed, 1 << 16))
        {
            WriteNumber(buffered, result.Clauses.Count);
            WritePart(buffered, JsonSerializer.SerializeToUtf8Bytes(result with { Clauses = [] }, WorkerJson.Default.ProposalResult));
            using MemoryStream part = new();
            using BinaryWriter writer = new(part, Encoding.UTF8);
            foreach (ScoredClause clause in result.Clauses)
            {
                part.SetLength(0);
                ClauseCodec.Write(writer, clause);
                WritePart(buffered, part.GetBuffer().AsSpan(0, (int)part.Length));
            }
        }
        return bytes.ToArray();
    }

    /// <summary>Decodes a result.</summary>
    /// <exception cref="InvalidDataException">The bytes are no result; also raised while the clauses are walked.</exception>
    public static DecodedResult Decode(byte[] bytes)
    {
        BufferedStream packed = new(new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress), 1 << 16);
        int clauses = ReadNumber(packed);
        byte[] room = [];
        return new DecodedResult(Head(ReadPart(packed, ref room)), ReadClauses(packed, clauses));
    }

    /// <summary>Walks through a result that came from a worker.</summary>
    /// <param name="bytes">The encoded result.</param>
    /// <param name="documentId">The document that was asked for.</param>
    /// <exception cref="InvalidDataException">It is not a well-formed result for this document.</exception>
    public static ProposalResult Check(byte[] bytes, string documentId)
    {
        (ProposalResult head, IEnumerable<ScoredClause> clauses) = Decode(bytes);
        if (head.DocumentId != documentId) throw new InvalidDataException("the result is for another document");
        if (head.Pages < 0 || head.DuplicateOf is not null || head.Clauses.Count > 0) throw new InvalidDataException("the result's head is not one that a worker may send");
        foreach (ScoredClause clause in clauses)
        {
            if (clause.Clause.Page < 1 || clause.Clause.Start < 0) throw new InvalidDataException($"clause {clause.Clause.Id} stands nowhere");
            if (clause.Assessment is not { } it) continue;
            if (it.Probabilities.Any(p => !(p >= 0 && p <= 1))) throw new InvalidDataException($"the scores of clause {clause.Clause.Id} are no probabilities");
            if (!(it.Priority >= 0 && it.Priority <= 100)) throw new InvalidDataException($"the priority of clause {clause.Clause.Id} is not within 0..100");
        }
        return head;
    }

    private static ProposalResult Head(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, WorkerJson.Default.ProposalResult) ?? throw new InvalidDataException("the result's head is null");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException("the result's head is not whole", error);
        }
    }

    private static IEnumerable<ScoredClause> ReadClauses(BufferedStream packed, int count)
    {
        using (packed)
        {
            byte[] room = [];
            for (int i = 0; i < count; i++) yield return ClauseCodec.Read(ReadPart(packed, ref room));
            if (packed.ReadByte() >= 0) throw new InvalidDataException("there are bytes behind the last clause");
        }
    }

    private static void WritePart(Stream stream, ReadOnlySpan<byte> part)
    {
        WriteNumber(stream, part.Length);
        stream.Write(part);
    }

    /// <summary>Reads a part.</summary>
    /// <param name="stream">Where it stands.</param>
    /// <param name="room">Where it goes; made larger where it must be.</param>
    /// <returns>The part, until the next one is read into the same room.</returns>
    private static ReadOnlySpan<byte> ReadPart(Stream stream, ref byte[] room)
    {
        int length = ReadNumber(stream);
        if (length > MostPartBytes) throw new InvalidDataException($"a part says it has {length} bytes; {MostPartBytes} are allowed");
        if (room.Length < length) room = new byte[Math.Max(length, Math.Min(MostPartBytes, 2 * room.Length))];
        Span<byte> part = room.AsSpan(0, length);
        return stream.ReadAtLeast(part, length, throwOnEndOfStream: false) == length ? part : throw new InvalidDataException("a part is not whole");
    }

    private static void WriteNumber(Stream stream, int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        stream.Write(bytes);
    }

    private static int ReadNumber(Stream stream)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        if (stream.ReadAtLeast(bytes, sizeof(int), throwOnEndOfStream: false) < sizeof(int)) throw new InvalidDataException("the result ends early");
        int number = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        return number >= 0 ? number : throw new InvalidDataException("a length is negative");
    }
}
