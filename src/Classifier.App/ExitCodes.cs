using Classifier.Reports;

namespace Classifier.App;

/// <summary>
/// What the program's exit code means. Batch systems decide by it: 1 is final, 4 and 130 are worth running again with <c>--resume</c>,
/// 2, 3 and 5 will end the same way until something is changed.
/// </summary>
internal static class ExitCodes
{
    /// <summary>Everything was read whole.</summary>
    public const int Done = 0;

    /// <summary>The reports are written; some documents failed or are partial, as <c>issues.csv</c> says.</summary>
    public const int SomeFailed = 1;

    /// <summary>The command line, an input or a model is not usable as given.</summary>
    public const int Usage = 2;

    /// <summary>The reports are written, and no document could be read.</summary>
    public const int NothingDone = 3;

    /// <summary>The reports could not be written: disk full, no permission. What was done is kept for <c>--resume</c>.</summary>
    public const int OutputFailed = 4;

    /// <summary>A fault of the program itself: workers that do not start, or inputs that are not all accounted for.</summary>
    public const int Broken = 5;

    /// <summary>Stopped by Ctrl-C or a termination signal. What was done is kept for <c>--resume</c>.</summary>
    public const int Stopped = 130;

    /// <summary>The code of a run whose reports are written.</summary>
    public static int Of(RunSummary summary) =>
        summary.Count(DocumentStatus.Done) + summary.Count(DocumentStatus.Partial) == 0 ? NothingDone
        : summary.Count(DocumentStatus.Partial) + summary.Count(DocumentStatus.Failed) > 0 ? SomeFailed
        : Done;

    /// <summary>The table shown by <c>--help</c>.</summary>
    public const string Help = """
        Exit codes:
          0    everything was read whole
          1    reports written; some documents failed or are partial (see issues.csv)
          2    the command line, an input or a model is not usable as given
          3    reports written; no document could be read
          4    reports could not be written (disk full, no permission); go on with --resume
          5    a fault of the program itself
          130  stopped by Ctrl-C or a signal; go on with --resume
        """;
}
