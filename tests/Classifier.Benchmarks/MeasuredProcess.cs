using System.Diagnostics;
using System.Globalization;

namespace Classifier.Benchmarks;

/// <summary>What a command cost, its children included.</summary>
/// <param name="Wall">Seconds from start to end.</param>
/// <param name="Cpu">Processor seconds of the command and all its children; null where the system does not tell.</param>
/// <param name="PeakMegabytes">Highest sum of resident memory over the command and its children, sampled every 20 ms; null where the system does not tell.</param>
/// <param name="ExitCode">The command's exit code.</param>
internal sealed record Cost(double Wall, double? Cpu, double? PeakMegabytes, int ExitCode);

/// <summary>Runs a command and measures it from outside, as a user would feel it.</summary>
internal static class MeasuredProcess
{
    public static Cost Run(string program, IEnumerable<string> arguments, string folder)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        double before = ChildSeconds() ?? 0;
        Stopwatch clock = Stopwatch.StartNew();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        process.StandardInput.Close();
        Task drained = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        double peak = 0;
        while (!process.WaitForExit(20)) peak = Math.Max(peak, TreeMegabytes(process.Id));
        drained.Wait();
        double wall = clock.Elapsed.TotalSeconds;
        return new Cost(wall, ChildSeconds() - before, peak > 0 ? peak : null, process.ExitCode);
    }

    /// <summary>Processor seconds of all finished children of this process, from /proc/self/stat (fields 16 and 17, in hundredths of a second).</summary>
    private static double? ChildSeconds()
    {
        if (!File.Exists("/proc/self/stat")) return null;
        string stat = File.ReadAllText("/proc/self/stat");
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / 100.0;
    }

    private static double TreeMegabytes(int root)
    {
        if (!Directory.Exists("/proc")) return 0;
        Dictionary<int, (int Parent, long Pages)> processes = [];
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int id)) continue;
            try
            {
                string stat = File.ReadAllText(Path.Combine(folder, "stat"));
                string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                processes[id] = (int.Parse(fields[1], CultureInfo.InvariantCulture), long.Parse(fields[21], CultureInfo.InvariantCulture));
            }
            catch (IOException)
            {
                // The process ended while it was looked at.
            }
        }
        bool BelongsToTree(int id)
        {
            for (int steps = 0; id > 1 && steps < 32; steps++)
            {
                if (id == root) return true;
                if (!processes.TryGetValue(id, out var process)) return false;
                id = process.Parent;
            }
            return false;
        }
        return processes.Where(process => BelongsToTree(process.Key)).Sum(process => process.Value.Pages) * Environment.SystemPageSize / 1e6;
    }
}
