using System.Buffers.Binary;
using Classifier.App.Ocr;

namespace Classifier.App.Workers;

/// <summary>What a frame between the program and a worker holds.</summary>
internal enum FrameKind : byte
{
    /// <summary>To the worker, first: what to do with every file (<see cref="WorkerSetup"/>).</summary>
    Setup = 1,

    /// <summary>From the worker: it is ready (<see cref="WorkerReady"/>).</summary>
    Ready = 2,

    /// <summary>From the worker: it cannot work with this setup; a sentence.</summary>
    Refused = 3,

    /// <summary>To the worker: a file (<see cref="WorkerRequest"/>).</summary>
    Request = 4,

    /// <summary>From the worker: number of the page just read, four bytes.</summary>
    Page = 5,

    /// <summary>From the worker: an encoded result (<see cref="ResultCodec"/>).</summary>
    Result = 6,

    /// <summary>From the worker: number of a page that it wants recognised, four bytes (<see cref="OcrFrames"/>).</summary>
    PageWanted = 7,

    /// <summary>To the worker: what was recognised on that page.</summary>
    PageText = 8,
}

/// <summary>
/// Frames over a pipe: one byte of kind, four bytes of length (little endian), payload. Both ends hold the other to the kinds and lengths
/// that it may send: a process that was taken over by a file's content gains nothing by lying about them.
/// </summary>
internal static class WorkerProtocol
{
    /// <summary>Most bytes of a result: some hundred thousand clauses, compressed.</summary>
    public const int MostResultBytes = 64 << 20;

    private const int MostMessageBytes = 64 << 10;
    private const int HeadBytes = 5;

    /// <summary>Most bytes of a frame's payload.</summary>
    public static int MostBytes(FrameKind kind) => kind switch
    {
        FrameKind.Result => MostResultBytes,
        FrameKind.Page or FrameKind.PageWanted => sizeof(int),
        FrameKind.PageText => OcrFrames.MostHocrBytes + 1,
        FrameKind.Setup or FrameKind.Ready or FrameKind.Refused or FrameKind.Request => MostMessageBytes,
        _ => throw new InvalidDataException($"unknown frame kind {(byte)kind}"),
    };

    /// <summary>Writes a frame and sends it off.</summary>
    /// <exception cref="InvalidDataException">The payload is over the limit of its kind.</exception>
    public static void Write(Stream stream, FrameKind kind, ReadOnlySpan<byte> payload)
    {
        if (payload.Length > MostBytes(kind)) throw new InvalidDataException($"a {kind} frame of {payload.Length} bytes is over the limit of {MostBytes(kind)}");
        Span<byte> head = stackalloc byte[HeadBytes];
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], payload.Length);
        stream.Write(head);
        stream.Write(payload);
        stream.Flush();
    }

    /// <summary>Reads a frame.</summary>
    /// <param name="stream">The pipe.</param>
    /// <param name="allowed">The kinds that the other side may send now.</param>
    /// <returns>The frame; null where the pipe ended before one began.</returns>
    /// <exception cref="InvalidDataException">Kind or length is not allowed, or the frame is not whole.</exception>
    public static (FrameKind Kind, byte[] Payload)? Read(Stream stream, params ReadOnlySpan<FrameKind> allowed)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        int got = stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        if (got == 0) return null;
        if (got < HeadBytes) throw new InvalidDataException("the pipe ended within a frame's head");
        FrameKind kind = (FrameKind)head[0];
        if (!allowed.Contains(kind)) throw new InvalidDataException($"frame kind {head[0]} is not allowed here");
        int length = BinaryPrimitives.ReadInt32LittleEndian(head[1..]);
        if (length < 0 || length > MostBytes(kind)) throw new InvalidDataException($"a {kind} frame says it has {length} bytes; {MostBytes(kind)} are allowed");
        byte[] payload = new byte[length];
        if (stream.ReadAtLeast(payload, length, throwOnEndOfStream: false) < length) throw new InvalidDataException($"the pipe ended within a {kind} frame");
        return (kind, payload);
    }
}
