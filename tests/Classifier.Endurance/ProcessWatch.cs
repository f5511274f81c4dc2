using System.Globalization;

namespace Classifier.Endurance;

/// <summary>Watches the memory of a process and of its children, ten times a second, where the system has <c>/proc</c>.</summary>
internal sealed class ProcessWatch : IDisposable
{
    private readonly int _process;
    private readonly Timer _timer;

    public ProcessWatch(int process)
    {
        _process = process;
        _timer = new Timer(_ => Look(), null, 0, 100);
    }

    /// <summary>Highest memory that a child held in RAM, MiB.</summary>
    public double PeakChildMiB { get; private set; }

    /// <summary>Memory that a process holds in RAM, MiB; 0 where it is gone or the system does not tell.</summary>
    public static double ResidentMiB(int process) => Field($"/proc/{process}/status", "VmRSS:");

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        string tasks = $"/proc/{_process}/task";
        try
        {
            // Every thread has a list of the children that it started.
            foreach (string thread in Directory.EnumerateDirectories(tasks))
            {
                foreach (string child in File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    PeakChildMiB = Math.Max(PeakChildMiB, Field($"/proc/{child}/status", "VmHWM:"));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A thread or the process ended while it was looked at.
        }
    }

    private static double Field(string path, string name)
    {
        try
        {
            string? line = File.ReadLines(path).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
