using System.Diagnostics;

namespace Classifier.Tests.App;

/// <summary>The built program, run as its users run it.</summary>
internal static class Program
{
    private static readonly string Dll = Path.Combine(
        ProjectFiles.InRoot("src", "Classifier.App", "bin"), new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Name, "net10.0", "classifier.dll");

    public sealed record Run(int Code, string Out, string Error);

    public static Run Start(params string[] arguments)
    {
        using Process process = Begin(arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return new Run(process.ExitCode, output.Result, error.Result);
    }

    public static Process Begin(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", ["exec", Dll, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() })!;
}
