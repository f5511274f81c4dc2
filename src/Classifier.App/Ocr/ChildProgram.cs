using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Classifier.App.Ocr;

/// <summary>How a program ended.</summary>
internal enum ProgramOutcome
{
    Done,
    TimedOut,
    Failed,

    /// <summary>There is no such program on the PATH.</summary>
    Missing,
}

/// <summary>What came of running a program.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Output">What it wrote to its output; empty where it did not end well.</param>
/// <param name="Remarks">What it wrote to its error output.</param>
internal sealed record ProgramAnswer(ProgramOutcome Outcome, byte[] Output, string Remarks);

/// <summary>Runs programs one at a time, from memory to memory, within limits. <see cref="Stop"/> may be called from another thread.</summary>
/// <param name="memoryMiB">Memory that a program may take, in MiB, enforced by the system on Linux alone; null for no limits but on time.</param>
internal sealed class ChildProgram(int? memoryMiB)
{
    private const string Limiter = "/usr/bin/prlimit";
    private const int MostRemarks = 4096;

    private readonly Lock _lock = new();
    private Process? _process;
    private bool _stopped;

    /// <summary>Runs a program.</summary>
    /// <param name="program">Its name, sought on the PATH.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">What it reads from its input.</param>
    /// <param name="time">Time after which it is killed.</param>
    /// <param name="mostBytes">Bytes of output beyond which it is killed.</param>
    public ProgramAnswer Run(string program, IEnumerable<string> arguments, byte[] input, TimeSpan time, int mostBytes)
    {
        using Process? process = Start(program, arguments, time);
        if (process is null) return new ProgramAnswer(_stopped ? ProgramOutcome.Failed : ProgramOutcome.Missing, [], "");
        using Timer clock = new(_ => Kill(process), null, time, Timeout.InfiniteTimeSpan);
        long begun = Environment.TickCount64;
        Task feeding = OwnThread.Run(() => Feed(process.StandardInput.BaseStream, input));
        Task<byte[]?> remarks = OwnThread.Run(() => ReadAll(process.StandardError.BaseStream, MostRemarks));
        byte[]? output = ReadAll(process.StandardOutput.BaseStream, mostBytes);
        if (output is null) Kill(process);
        process.WaitForExit();
        feeding.Wait();
        string said = Encoding.UTF8.GetString(remarks.Result ?? []);
        lock (_lock) _process = null;
        if (process.ExitCode == 0 && output is not null) return new ProgramAnswer(ProgramOutcome.Done, output, said);
        return new ProgramAnswer(Environment.TickCount64 - begun >= time.TotalMilliseconds ? ProgramOutcome.TimedOut : ProgramOutcome.Failed, [], said);
    }

    /// <summary>Kills the program that runs, for good: no other is started.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            _stopped = true;
            if (_process is { } process) Kill(process);
        }
    }

    private Process? Start(string program, IEnumerable<string> arguments, TimeSpan time)
    {
        string[] limits = memoryMiB is { } memory && OperatingSystem.IsLinux() && File.Exists(Limiter)
            ? [string.Create(CultureInfo.InvariantCulture, $"--data={(long)memory << 20}"), string.Create(CultureInfo.InvariantCulture, $"--cpu={Math.Ceiling(time.TotalSeconds)}"), "--fsize=0", "--core=0", "--", program]
            : [];
        ProcessStartInfo info = new(limits.Length > 0 ? Limiter : program, [.. limits, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        // Every worker has a core of its own already.
        info.Environment["OMP_THREAD_LIMIT"] = "1";
        lock (_lock)
        {
            if (_stopped) return null;
            try
            {
                return _process = Process.Start(info);
            }
            catch (Win32Exception)
            {
                return null;
            }
        }
    }

    private static void Feed(Stream stream, byte[] input)
    {
        try
        {
            using (stream) stream.Write(input);
        }
        catch (IOException)
        {
            // The program has ended without reading on; its exit code says how.
        }
    }

    /// <summary>Reads to the end; null where that is more than allowed.</summary>
    private static byte[]? ReadAll(Stream stream, int mostBytes)
    {
        using MemoryStream all = new();
        byte[] buffer = new byte[1 << 16];
        while (stream.Read(buffer) is > 0 and int count)
        {
            if (all.Length + count > mostBytes) return null;
            all.Write(buffer, 0, count);
        }
        return all.ToArray();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            // It has ended already.
        }
    }
}
