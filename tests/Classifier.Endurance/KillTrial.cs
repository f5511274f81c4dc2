using System.Diagnostics;

namespace Classifier.Endurance;

/// <summary>What a run that was killed again and again came to.</summary>
/// <param name="Kills">How often the program was killed.</param>
/// <param name="WithWorkers">How often its workers were killed with it.</param>
/// <param name="WhileReporting">How often reports were in the making.</param>
internal sealed record KilledRun(int Kills, int WithWorkers, int WhileReporting);

/// <summary>Kills a run at random moments (SIGKILL), resumes it until it ends, and compares its reports with those of an undisturbed run byte by byte.</summary>
internal sealed class KillTrial
{
    private const int MostKills = 5;

    private readonly ClassifierProgram _program;
    private readonly string _inputs, _whole;
    private readonly TimeSpan _time;

    /// <summary>Makes the undisturbed run.</summary>
    /// <param name="program">The program.</param>
    /// <param name="inputs">Folder of PDFs.</param>
    /// <param name="work">A folder for reports.</param>
    /// <exception cref="InvalidDataException">It did not end as it should.</exception>
    public KillTrial(ClassifierProgram program, string inputs, string work)
    {
        (_program, _inputs, _whole) = (program, inputs, Path.Combine(work, "whole"));
        Stopwatch clock = Stopwatch.StartNew();
        EndedRun run = program.Run(Arguments(_whole));
        _time = clock.Elapsed;
        RunAccount.Check(_whole, run.Code, Directory.EnumerateFiles(inputs, "*.pdf").Select(path => Path.GetFileName(path)!));
    }

    /// <summary>Kills and resumes one run until it ends.</summary>
    /// <param name="folder">Folder for its reports.</param>
    /// <param name="random">The moments.</param>
    /// <exception cref="InvalidDataException">Something was lost, or half a report was taken for a whole one; the message says what.</exception>
    public KilledRun Run(string folder, Random random)
    {
        int kills = 0, withWorkers = 0, whileReporting = 0;
        for (int most = random.Next(1, MostKills + 1); kills < most;)
        {
            using Process process = _program.Begin(Arguments(folder));
            Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
            bool late = random.Next(3) == 0, tree = random.Next(2) == 0;
            bool ended = late ? WaitForReports(process, folder, random) : process.WaitForExit(random.Next(50, (int)_time.TotalMilliseconds));
            if (ended && process.ExitCode != 0) throw new InvalidDataException($"a resumed run ended with exit code {process.ExitCode}: {error.Result}");
            if (ended && kills > 0) break;
            if (ended)
            {
                Directory.Delete(folder, recursive: true); // too fast for us: once more
                continue;
            }
            process.Kill(tree);
            process.WaitForExit();
            kills++;
            if (tree) withWorkers++;
            if (Directory.Exists(Path.Combine(folder, ".classifier-run", "new"))) whileReporting++;
            if (File.Exists(Path.Combine(folder, "run.json"))) Compare(folder);
        }
        EndedRun last = _program.Run(Arguments(folder));
        if (last.Code != 0) throw new InvalidDataException($"after {kills} kills the run ended with exit code {last.Code}: {last.Error}");
        Compare(folder);
        if (Directory.EnumerateDirectories(folder).Any()) throw new InvalidDataException("a finished run left a folder behind");
        return new KilledRun(kills, withWorkers, whileReporting);
    }

    private string[] Arguments(string folder) => ["classify", _inputs, "--resume", "--out", folder];

    /// <summary>Waits until reports are in the making, and a little longer, as that time is too short to be met by chance.</summary>
    private static bool WaitForReports(Process process, string folder, Random random)
    {
        while (!process.WaitForExit(1))
        {
            if (!Directory.Exists(Path.Combine(folder, ".classifier-run", "new"))) continue;
            return process.WaitForExit(random.Next(0, 80));
        }
        return true;
    }

    private void Compare(string folder)
    {
        string[] names = [.. Directory.EnumerateFiles(_whole).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
        string[] own = [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
        if (!names.SequenceEqual(own)) throw new InvalidDataException($"the reports are {string.Join(", ", own)} and not {string.Join(", ", names)}");
        foreach (string name in names)
        {
            if (!File.ReadAllBytes(Path.Combine(_whole, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder, name)))) throw new InvalidDataException($"{name} differs from that of an undisturbed run");
        }
    }
}
