using System.Buffers.Binary;
using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Classifier.App.Ocr;
using Classifier.Documents;

namespace Classifier.App.Workers;

/// <summary>What came of a file.</summary>
/// <param name="Head">The document without its clauses.</param>
/// <param name="Encoded">All of it, encoded (<see cref="ResultCodec"/>).</param>
internal sealed record WorkedFile(ProposalResult Head, byte[] Encoded);

/// <summary>The parent's side of one worker. Used by one thread; <see cref="Watch"/> and <see cref="Kill"/> may be called from another.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private enum Verdict
    {
        None,
        NoProgress,
        TooSlow,
        Memory,
        Broken,
    }

    private const double RecognitionShare = 0.8;

    private readonly WorkerOptions _options;
    private readonly Process _process;
    private readonly Stream _input, _output;
    private readonly Task<string> _lastWords;
    private readonly PageImageReader? _imageReader;
    private WorkerReady? _ready;
    private long _began, _moved;
    private volatile Verdict _verdict;
    private volatile bool _busy, _waiting;

    /// <summary>Starts a worker; it gets ready on its own while the caller goes on.</summary>
    public WorkerProcess(WorkerOptions options, WorkerSetup setup)
    {
        _options = options;
        if (setup.Pipeline.Ocr is { } ocr) _imageReader = new PageImageReader(ocr, options.MemoryMiB, options.PageTimeout);
        _process = System.Diagnostics.Process.Start(StartInfo(options))!;
        (_input, _output) = (_process.StandardInput.BaseStream, _process.StandardOutput.BaseStream);
        _lastWords = OwnThread.Run(() => FirstLine(_process.StandardError));
        Try(() => WorkerProtocol.Write(_input, FrameKind.Setup, JsonSerializer.SerializeToUtf8Bytes(setup, WorkerJson.Default.WorkerSetup)));
    }

    /// <summary>Files that the worker was given.</summary>
    public int Files { get; private set; }

    /// <summary>Waits until the worker is ready.</summary>
    /// <exception cref="StopException">It refuses the setup, or died.</exception>
    public WorkerReady Ready() => _ready ??= ReadReady();

    private WorkerReady ReadReady()
    {
        try
        {
            return WorkerProtocol.Read(_output, FrameKind.Ready, FrameKind.Refused) switch
            {
                (FrameKind.Ready, byte[] payload) => JsonSerializer.Deserialize(payload, WorkerJson.Default.WorkerReady)!,
                (_, byte[] payload) => throw new StopException(ExitCodes.Usage, Encoding.UTF8.GetString(payload)),
                null => throw new StopException(ExitCodes.Broken, $"A worker process could not be started ({HowItEnded()})."),
            };
        }
        catch (Exception error) when (error is InvalidDataException or IOException or JsonException)
        {
            throw new StopException(ExitCodes.Broken, $"A worker process could not be started ({error.Message.TrimEnd('.')}).");
        }
    }

    /// <summary>Has a file worked on.</summary>
    /// <param name="request">The file.</param>
    /// <param name="page">Told the number of pages finished, now and then.</param>
    /// <param name="alive">False where the worker is of no use any more.</param>
    /// <returns>The result; a failed one where the worker did not live to tell.</returns>
    public WorkedFile Process(WorkerRequest request, Action<int> page, out bool alive)
    {
        Files++;
        _began = _moved = Environment.TickCount64;
        _busy = true;
        try
        {
            WorkerProtocol.Write(_input, FrameKind.Request, JsonSerializer.SerializeToUtf8Bytes(request, WorkerJson.Default.WorkerRequest));
            while (WorkerProtocol.Read(_output, FrameKind.Page, FrameKind.Result, FrameKind.PageWanted) is (FrameKind kind, byte[] payload))
            {
                _moved = Environment.TickCount64;
                if (kind == FrameKind.PageWanted)
                {
                    WorkerProtocol.Write(_input, FrameKind.PageText, Recognize(request.Path, OcrFrames.Page(payload)));
                    continue;
                }
                if (kind == FrameKind.Page)
                {
                    page(BinaryPrimitives.ReadInt32LittleEndian(payload));
                    continue;
                }
                ProposalResult head = ResultCodec.Check(payload, request.DocumentId);
                alive = _verdict == Verdict.None;
                return new WorkedFile(head with { DocumentId = request.DocumentId }, payload); // the same text, and one object for whoever keeps it
            }
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            if (error is InvalidDataException && _verdict == Verdict.None) _verdict = Verdict.Broken;
        }
        finally
        {
            _busy = false;
        }
        alive = false;
        Kill();
        ProposalResult failure = Failure(request.DocumentId);
        return new WorkedFile(failure, ResultCodec.Encode(failure));
    }

    /// <summary>Has a page recognised. The worker waits meanwhile, so that its clock for progress stands still; recognition has clocks of its own.</summary>
    private byte[] Recognize(string path, int page)
    {
        if (_imageReader is null) throw new InvalidDataException("a page is wanted where no recognition was asked for");
        // Late in the document's time the pages that are read already are worth more than one more page.
        if (Environment.TickCount64 - _began > RecognitionShare * _options.DocumentTimeout.TotalMilliseconds) return OcrFrames.Answer(Recognition.TimedOut, []);
        _waiting = true;
        (Recognition outcome, byte[] hocr) = _imageReader.Read(path, page);
        _moved = Environment.TickCount64;
        _waiting = false;
        return OcrFrames.Answer(outcome, hocr);
    }

    /// <summary>Kills the worker where it is over one of its limits. To be called several times a second.</summary>
    public void Watch()
    {
        if (!_busy || _verdict != Verdict.None) return;
        long now = Environment.TickCount64;
        Verdict verdict = !_waiting && now - _moved > _options.PageTimeout.TotalMilliseconds ? Verdict.NoProgress
            : now - _began > _options.DocumentTimeout.TotalMilliseconds ? Verdict.TooSlow
            : MemoryInUse() > (long)_options.MemoryMiB << 20 ? Verdict.Memory
            : Verdict.None;
        if (verdict == Verdict.None) return;
        _verdict = verdict;
        Kill();
    }

    /// <summary>Ends the worker at once.</summary>
    public void Kill()
    {
        _imageReader?.Stop();
        Try(_process.Kill);
    }

    /// <summary>Ends the worker: closing its pipe is enough where it is well.</summary>
    public void Dispose()
    {
        Try(_input.Dispose);
        if (!_process.WaitForExit(500)) Kill();
        _process.Dispose();
    }

    private static ProcessStartInfo StartInfo(WorkerOptions options)
    {
        string program = Environment.ProcessPath!;
        bool hosted = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        string[] arguments = hosted ? ["exec", Assembly.GetEntryAssembly()!.Location, WorkerLoop.Command] : [WorkerLoop.Command];
        ProcessStartInfo info = new(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach ((string name, string value) in WorkerLimits.Environment(options.MemoryMiB, options.IsLongRun)) info.Environment[name] = value;
        return info;
    }

    private long MemoryInUse()
    {
        try
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0; // it has ended
        }
    }

    private ProposalResult Failure(string documentId)
    {
        string how = HowItEnded();
        return _verdict switch
        {
            Verdict.NoProgress => WorkerFailures.NoProgress(documentId, _options.PageTimeout),
            Verdict.TooSlow => WorkerFailures.TooSlow(documentId, _options.DocumentTimeout),
            Verdict.Memory => WorkerFailures.OutOfMemory(documentId, _options.MemoryMiB),
            Verdict.Broken => WorkerFailures.Crashed(documentId, "its answer made no sense"),
            _ when _process.ExitCode == WorkerFailures.OutOfMemoryExitCode || how.Contains("Out of memory", StringComparison.OrdinalIgnoreCase) => WorkerFailures.OutOfMemory(documentId, _options.MemoryMiB),
            _ => WorkerFailures.Crashed(documentId, how),
        };
    }

    /// <summary>How the process ended, in few words, the same on every machine: the reports must not depend on addresses and thread numbers.</summary>
    private string HowItEnded()
    {
        if (!_process.WaitForExit(5000)) Kill();
        _process.WaitForExit();
        string words = _lastWords.Wait(1000) ? _lastWords.Result : "";
        if (words.StartsWith("Stack overflow", StringComparison.OrdinalIgnoreCase)) return "stack overflow";
        if (words.StartsWith("Out of memory", StringComparison.OrdinalIgnoreCase)) return "out of memory";
        return $"exit code {_process.ExitCode}";
    }

    /// <summary>Reads all that the worker says, so that it never waits for a reader, and keeps the first line.</summary>
    private static string FirstLine(StreamReader reader)
    {
        const int most = 200;
        StringBuilder line = new();
        char[] buffer = new char[4096];
        bool ended = false;
        while (reader.Read(buffer) is > 0 and int count)
        {
            for (int i = 0; i < count && !ended; i++)
            {
                ended = buffer[i] is '\n' or '\r' && line.Length > 0 || line.Length == most;
                if (!ended && !char.IsControl(buffer[i])) line.Append(buffer[i]);
            }
        }
        return line.ToString();
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is IOException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended already, which is noticed where its answer is missing.
        }
    }
}
