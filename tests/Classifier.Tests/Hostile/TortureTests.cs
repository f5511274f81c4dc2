using Classifier.Endurance;
using Classifier.Tests.Reports;
using Xunit;

namespace Classifier.Tests.Hostile;

/// <summary>Files over which other readers of PDF stumbled.</summary>
public sealed class TortureTests
{
    [SharedFact("pdf/torture")]
    public void Classify_TortureFiles_AccountsForEachOnceWithinTheCap()
    {
        using TemporaryFolder folder = new();
        string inputs = ProjectFiles.InShared("pdf", "torture");
        EndedRun run = App.Program.Start("classify", inputs, "--out", folder.Path, "--page-timeout", "20", "--memory-mb", "1024");
        RunAccount account = RunAccount.Check(folder.Path, run.Code, Directory.EnumerateFiles(inputs, "*.pdf").Select(path => Path.GetFileName(path)!));
        Assert.True(account.Statuses.Count >= 245, $"{account.Statuses.Count} files");
        Assert.InRange(run.PeakWorkerMiB, OperatingSystem.IsLinux() ? 1 : 0, 1024);
    }
}
