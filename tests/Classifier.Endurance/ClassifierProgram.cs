using System.Diagnostics;
using System.Text;

namespace Classifier.Endurance;

/// <summary>What a run of the program said and how it ended.</summary>
/// <param name="PeakWorkerMiB">Highest memory that one of its workers held in RAM, MiB; 0 where the system does not tell.</param>
internal sealed record EndedRun(int Code, string Out, string Error, double PeakWorkerMiB);

/// <summary>The program, run as its users run it.</summary>
/// <param name="path">The built <c>classifier.dll</c>, or a published program.</param>
internal sealed class ClassifierProgram(string path)
{
    private bool IsHosted => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);

    /// <summary>The program of this checkout's build.</summary>
    /// <param name="root">The folder that holds <c>Classifier.sln</c>.</param>
    /// <param name="configuration">Release or Debug.</param>
    /// <remarks>It works in the folder for temporary files, so that nothing lands in the checkout.</remarks>
    public static ClassifierProgram Built(string root, string configuration = "Release") =>
        new(Path.Combine(root, "src", "Classifier.App", "bin", configuration, "net10.0", "classifier.dll"));

    /// <summary>Starts the program.</summary>
    public Process Begin(IEnumerable<string> arguments)
    {
        ProcessStartInfo info = IsHosted ? new("dotnet", ["exec", path, .. arguments]) : new(path, arguments);
        info.RedirectStandardOutput = info.RedirectStandardError = true;
        info.WorkingDirectory = Path.GetTempPath();
        return Process.Start(info) ?? throw new InvalidOperationException($"{path} did not start");
    }

    /// <summary>The program as a shell starts it.</summary>
    public override string ToString() => IsHosted ? $"dotnet exec '{path}'" : $"'{path}'";

    /// <summary>Runs the program to its end.</summary>
    /// <param name="arguments">What the user types.</param>
    /// <param name="heard">Told every line of the error stream as it comes, and the process; null to tell nobody.</param>
    public EndedRun Run(IEnumerable<string> arguments, Action<Process, string>? heard = null)
    {
        using Process process = Begin(arguments);
        using ProcessWatch watch = new(process.Id);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        StringBuilder error = new();
        while (process.StandardError.ReadLine() is { } line)
        {
            error.Append(line).Append('\n');
            heard?.Invoke(process, line);
        }
        process.WaitForExit();
        return new EndedRun(process.ExitCode, output.Result, error.ToString(), watch.PeakChildMiB);
    }
}
