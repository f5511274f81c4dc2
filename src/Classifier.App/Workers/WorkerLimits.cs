using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Classifier.App.Workers;

/// <summary>What the system is asked to enforce on a worker. Where it cannot, the parent's own watch over memory and time remains.</summary>
internal static partial class WorkerLimits
{
    private const int ResourceFileSize = 1;
    private const int ResourceData = 2;
    private const int ResourceCore = 4;

    // Beyond the cap on what is in use, as the limit counts what is set aside: stacks, the runtime's tables, arenas.
    private const ulong SetAsideMiB = 512;

    /// <summary>Environment of a worker's process: a heap of its own size, one heap, and nothing that listens for debuggers.</summary>
    /// <param name="memoryMiB">Memory that the worker may use.</param>
    /// <param name="isLongRun">True where it will have many files to read.</param>
    public static IEnumerable<KeyValuePair<string, string>> Environment(int memoryMiB, bool isLongRun) =>
    [
        // Hexadecimal, as the runtime expects. A quarter is left for what is not on the managed heap.
        new("DOTNET_GCHeapHardLimit", $"{((ulong)memoryMiB << 20) / 4 * 3:x}"),
        new("DOTNET_gcServer", "0"),
        // The concurrent collector lets 6 MB of new objects gather before it looks at them, the other up to 200 MB. With heaps packed once half of one is holes, the
        // workers of a run over long documents take 40 % less memory for 4 % more processor time.
        new("DOTNET_gcConcurrent", "1"),
        new("DOTNET_GCConserveMemory", "5"),
        new("DOTNET_TieredPGO", "0"),
        // Compiling everything well at once costs a worker a tenth of a second, and compiling it first badly and then well 8 % of a run over 3,000 pages.
        new("DOTNET_TieredCompilation", isLongRun ? "0" : "1"),
        new("DOTNET_EnableDiagnostics", "0"),
        new("DOTNET_DbgEnableMiniDump", "0"),
    ];

    /// <summary>Gives up what a worker does not need, for good: memory over its cap, files to write, core dumps.</summary>
    /// <param name="memoryMiB">Memory that the worker may use.</param>
    public static void LowerPrivileges(int memoryMiB)
    {
        if (!OperatingSystem.IsLinux()) return;
        // RLIMIT_DATA and not RLIMIT_AS: the collector reserves address space by the hundred gigabytes, which costs nothing, and
        // Linux counts pages towards the former only once they can be written (getrlimit(2), since 4.7).
        Lower(ResourceData, ((ulong)memoryMiB + SetAsideMiB) << 20);
        Lower(ResourceFileSize, 0);
        Lower(ResourceCore, 0);
        Sandbox.Enter();
    }

    [SupportedOSPlatform("linux")]
    private static void Lower(int resource, ulong limit)
    {
        Limit both = new(limit, limit);
        _ = SetLimit(resource, both);
    }

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in Limit limit);

    private readonly record struct Limit(ulong Soft, ulong Hard);
}
