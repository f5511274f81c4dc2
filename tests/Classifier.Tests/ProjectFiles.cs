using Xunit;

namespace Classifier.Tests;

/// <summary>Finds the project's own files and, where they are, the private documents beside it.</summary>
internal static class ProjectFiles
{
    /// <summary>The folder that holds <c>Classifier.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of documents that may be read but not shipped; it stands beside the project.</summary>
    public static string Shared { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared"));

    public static string InRoot(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string InShared(params string[] parts) => Path.Combine([Shared, .. parts]);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Classifier.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"no Classifier.sln above {AppContext.BaseDirectory}");
    }
}

/// <summary>Programs that tests compare with, where they are installed.</summary>
internal static class InstalledPrograms
{
    /// <summary>The program's file; null where it is not on the PATH.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}

/// <summary>A test of what only Linux does for us.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux()) Skip = "needs Linux";
    }
}

/// <summary>A test that reads private documents; it is skipped, with the reason, where they are not.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string path = "")
    {
        if (!Path.Exists(ProjectFiles.InShared(path))) Skip = $"needs ../shared/{path} beside the project";
    }
}

/// <summary>A theory that reads private documents; it is skipped, with the reason, where they are not.</summary>
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute(string path = "")
    {
        if (!Path.Exists(ProjectFiles.InShared(path))) Skip = $"needs ../shared/{path} beside the project";
    }
}

/// <summary>Names of files to run theories over.</summary>
internal static class FileNames
{
    /// <summary>The project's sample documents.</summary>
    public static Xunit.TheoryData<string> Samples() => In(ProjectFiles.InRoot("data", "samples"), "*.pdf");

    /// <summary>The folder's files; one name of no file where the folder is missing, as a theory without rows is an error.</summary>
    public static Xunit.TheoryData<string> In(string folder, string pattern) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, pattern).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)] : ["none"];
}
