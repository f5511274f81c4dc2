using Classifier.Endurance;
using Classifier.Tests.Reports;

namespace Classifier.Tests.Hostile;

/// <summary>One run of the program over all hostile files, with short clocks and a small cap on memory; several tests look at what came of it.</summary>
public sealed class HostileRun : IDisposable
{
    /// <summary>Cap on a worker's memory, MiB.</summary>
    public const int MemoryMiB = 768;

    private readonly TemporaryFolder _folder = new();

    public HostileRun()
    {
        Directory.CreateDirectory(_folder.Below("in"));
        foreach ((string name, Func<byte[]> make) in HostileFiles.All) File.WriteAllBytes(_folder.Below("in", name), make());
        Ended = App.Program.Start("classify", _folder.Below("in"), "--out", Reports,
            "--page-timeout", "10", "--document-timeout", "20", "--memory-mb", $"{MemoryMiB}", "--max-file-mb", $"{HostileFiles.MostFileMiB}");
    }

    /// <summary>Folder of the reports.</summary>
    public string Reports => _folder.Below("out");

    /// <summary>How the run ended and what it said.</summary>
    internal EndedRun Ended { get; }

    public void Dispose() => _folder.Dispose();
}
