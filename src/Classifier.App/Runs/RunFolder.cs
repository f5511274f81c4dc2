using System.Text.RegularExpressions;
using Microsoft.Win32.SafeHandles;

namespace Classifier.App.Runs;

/// <summary>
/// The folder of a run: reports in it, and while the run goes on a folder aside with its journal and the reports in the making. Reports are renamed
/// into place when all are whole, <c>run.json</c> last; where that file stands, the others belong to it.
/// </summary>
internal sealed partial class RunFolder : IDisposable
{
    /// <summary>The file that says that the reports are whole.</summary>
    public const string RunFile = "run.json";

    private const string AsideName = ".classifier-run";

    private readonly string _folder, _aside;
    private readonly FileStream _lock;

    private RunFolder(string folder, string aside, FileStream locked) => (_folder, _aside, _lock) = (folder, aside, locked);

    /// <summary>The run's journal.</summary>
    public string Journal => Path.Combine(_aside, "journal");

    /// <summary>Where reports are made.</summary>
    public string Making => Path.Combine(_aside, "new");

    /// <summary>Makes the folder and takes hold of it.</summary>
    /// <exception cref="StopException">Another run works in it, or it cannot be written to.</exception>
    public static RunFolder Open(string folder)
    {
        string aside = Path.Combine(folder, AsideName);
        string locked = Path.Combine(aside, "lock");
        try
        {
            Directory.CreateDirectory(aside);
            return new RunFolder(folder, aside, new FileStream(locked, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(locked))
        {
            throw new StopException(ExitCodes.Usage, $"Another run is writing to {folder}. Wait for it, or give another folder.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StopException(ExitCodes.OutputFailed, $"The folder {folder} cannot be written to ({error.Message.TrimEnd('.')}). Give another one with --out.");
        }
    }

    /// <summary>Makes an empty folder for the reports in the making.</summary>
    public void BeginReports()
    {
        if (Directory.Exists(Making)) Directory.Delete(Making, recursive: true);
        Directory.CreateDirectory(Making);
    }

    /// <summary>Puts finished reports in place of those of an earlier run, and removes what was kept for resuming.</summary>
    /// <param name="files">Names of the reports; <see cref="RunFile"/> is among them.</param>
    public void Publish(IReadOnlyList<string> files)
    {
        Parallel.ForEach(files, file => Secure(Path.Combine(Making, file))); // side by side, as most of it is waiting for the disk
        File.Delete(Path.Combine(_folder, RunFile));
        foreach (string old in Directory.EnumerateFiles(_folder).Where(path => Report().IsMatch(Path.GetFileName(path)) && !files.Contains(Path.GetFileName(path)))) File.Delete(old);
        foreach (string file in files.OrderBy(file => file == RunFile)) File.Move(Path.Combine(Making, file), Path.Combine(_folder, file), overwrite: true);
        Remove();
    }

    /// <summary>Removes what was kept for resuming.</summary>
    public void Remove()
    {
        File.Delete(Journal); // first, so that a kill from here on leaves nothing that looks like a run to go on with
        _lock.Dispose();
        Directory.Delete(_aside, recursive: true);
    }

    /// <summary>Lets go of the folder.</summary>
    public void Dispose() => _lock.Dispose();

    /// <summary>Has the system put a file on the disk: after a loss of power, what stands under its name must be all of it.</summary>
    private static void Secure(string path)
    {
        using SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.Write);
        RandomAccess.FlushToDisk(file);
    }

    [GeneratedRegex(@"^((clauses|documents|issues|pressing|removed)(-\d+)?\.csv|clauses\.jsonl)$")]
    private static partial Regex Report();
}
