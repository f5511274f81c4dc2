using System.Diagnostics;
using Classifier.Endurance;

namespace Classifier.Tests.App;

/// <summary>The built program, run as its users run it.</summary>
internal static class Program
{
    /// <summary>The program of this build's configuration.</summary>
    public static ClassifierProgram Built { get; } =
        ClassifierProgram.Built(ProjectFiles.Root, new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Name);

    public static EndedRun Start(params string[] arguments) => Built.Run(arguments);

    public static Process Begin(params string[] arguments) => Built.Begin(arguments);
}
