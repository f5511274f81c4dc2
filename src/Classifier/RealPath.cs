namespace Classifier;

/// <summary>Where a path leads, by whatever names and links.</summary>
internal static class RealPath
{
    /// <summary>The full path of a file or folder, links followed; it need not exist.</summary>
    public static string Of(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } above) return full;
        FileInfo entry = new(Path.Combine(Of(above), Path.GetFileName(full)));
        try
        {
            return entry.LinkTarget is null ? entry.FullName : Of(entry.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
        }
        catch (IOException)
        {
            return entry.FullName; // links that point at each other; whoever opens it is told so
        }
    }

    /// <summary>True where two paths lead to the same place.</summary>
    public static bool Same(string one, string other) => Of(one) == Of(other);
}
