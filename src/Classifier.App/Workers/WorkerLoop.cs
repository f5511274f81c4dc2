using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Classifier.App.Ocr;
using Classifier.Documents;
using Classifier.Models;

namespace Classifier.App.Workers;

/// <summary>
/// The worker's side: takes files one by one from its pipe, reads and scores them, answers. It expects to be killed at any moment, and ends by
/// itself when its pipe does.
/// </summary>
internal static class WorkerLoop
{
    /// <summary>Name of the command that starts a worker; it stands in no help, as people have no use for it.</summary>
    public const string Command = "worker";

    /// <summary>
    /// Stack of the thread that parses, in bytes. The parser calls itself for nested objects: real files need far less than the usual 1.5 MiB,
    /// odd ones somewhat more, and hostile ones overflow any stack, the sooner the better.
    /// </summary>
    private const int StackBytes = 16 << 20;

    private const int MillisecondsBetweenPages = 50;

    /// <summary>Works until the pipe ends.</summary>
    public static int Run()
    {
        using Stream input = Console.OpenStandardInput();
        using Stream output = Console.OpenStandardOutput();
        Console.SetOut(TextWriter.Null); // nothing that a library prints may get between frames
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true); // Ctrl-C is the parent's to answer
        if (WorkerProtocol.Read(input, FrameKind.Setup) is not { } first) return ExitCodes.Done;
        WorkerSetup setup = JsonSerializer.Deserialize(first.Payload, WorkerJson.Default.WorkerSetup)!;
        ProposalPipeline pipeline;
        try
        {
            IClauseModel? model = setup.Pipeline.ModelFolder is { } folder ? ModelSource.Open(folder) : null;
            pipeline = setup.Pipeline.Build(model);
            WorkerReady ready = new(ProgramVersion.Build, model?.Card.Id ?? "", model?.Card.Hash ?? "");
            WorkerProtocol.Write(output, FrameKind.Ready, JsonSerializer.SerializeToUtf8Bytes(ready, WorkerJson.Default.WorkerReady));
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            WorkerProtocol.Write(output, FrameKind.Refused, Encoding.UTF8.GetBytes(error.Message));
            return ExitCodes.Usage;
        }
        WorkerLimits.LowerPrivileges(setup.MemoryMiB);
        BlockingCollection<WorkerRequest> requests = [];
        BlockingCollection<byte[]> pageTexts = [];
        RecognizedPage Recognize(int page)
        {
            WorkerProtocol.Write(output, FrameKind.PageWanted, OcrFrames.Question(page));
            return OcrFrames.Words(pageTexts.Take());
        }
        PageRecognizer? recognize = setup.Pipeline.Ocr is null ? null : Recognize;
        Thread parser = new(() => Serve(requests, pipeline, recognize, output), StackBytes) { IsBackground = true };
        parser.Start();
        while (WorkerProtocol.Read(input, FrameKind.Request, FrameKind.PageText) is { } frame)
        {
            if (frame.Kind == FrameKind.PageText) pageTexts.Add(frame.Payload);
            else requests.Add(JsonSerializer.Deserialize(frame.Payload, WorkerJson.Default.WorkerRequest)!);
        }
        return ExitCodes.Done; // the parent is gone or has enough: whatever the parser is at ends with the process
    }

    private static void Serve(BlockingCollection<WorkerRequest> requests, ProposalPipeline pipeline, PageRecognizer? recognize, Stream output)
    {
        // The parser goes on after a stream that did not fit into memory as if it had been empty, and its page would count as read.
        bool outOfMemory = false;
        AppDomain.CurrentDomain.FirstChanceException += (_, raised) => outOfMemory |= raised.Exception is OutOfMemoryException;
        foreach (WorkerRequest request in requests.GetConsumingEnumerable())
        {
            try
            {
                byte[] answer = ResultCodec.Encode(Work(request, pipeline, recognize, output));
                if (outOfMemory) Environment.Exit(WorkerFailures.OutOfMemoryExitCode);
                if (answer.Length > WorkerProtocol.MostResultBytes) answer = ResultCodec.Encode(WorkerFailures.TooLarge(request.DocumentId));
                WorkerProtocol.Write(output, FrameKind.Result, answer);
            }
            catch (OutOfMemoryException)
            {
                Environment.Exit(WorkerFailures.OutOfMemoryExitCode); // what is left of the process cannot be trusted
            }
            catch (IOException)
            {
                Environment.Exit(ExitCodes.Done); // nobody is left to answer to
            }
        }
    }

    private static ProposalResult Work(WorkerRequest request, ProposalPipeline pipeline, PageRecognizer? recognize, Stream output)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(request.Path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return WorkerFailures.Unreadable(request, error);
        }
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != request.DocumentId) return WorkerFailures.Changed(request);
        long last = 0;
        byte[] page = new byte[sizeof(int)];
        void Tell(int number)
        {
            if (Environment.TickCount64 - last < MillisecondsBetweenPages) return;
            last = Environment.TickCount64;
            BinaryPrimitives.WriteInt32LittleEndian(page, number);
            WorkerProtocol.Write(output, FrameKind.Page, page);
        }
        try
        {
            return pipeline.Process(request.DocumentId, bytes, Tell, recognize);
        }
        catch (Exception error) when (error is not (OutOfMemoryException or IOException or OperationCanceledException))
        {
            return WorkerFailures.Unexpected(request.DocumentId, error);
        }
    }
}
