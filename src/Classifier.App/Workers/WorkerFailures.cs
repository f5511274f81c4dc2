namespace Classifier.App.Workers;

/// <summary>The results of documents that could not be worked on, in words.</summary>
internal static class WorkerFailures
{
    /// <summary>Exit code of a worker that ran out of memory.</summary>
    public const int OutOfMemoryExitCode = 86;

    /// <summary>Categories of what kills a worker; such a document may go better on another machine or with other limits.</summary>
    public static IReadOnlyList<string> Killers { get; } = ["timeout", "memory", "crash"];

    public static ProposalResult TooLarge(string documentId) =>
        Failed(documentId, "report", "too_large", $"The document's clauses come to more than {WorkerProtocol.MostResultBytes >> 20} MiB. Split the file and run again.");

    public static ProposalResult Unreadable(WorkerRequest request, Exception error) => error is FileNotFoundException or DirectoryNotFoundException
        ? Failed(request.DocumentId, "input", "missing", "The file was there when the run began and is gone now. Restore it and run again.")
        : Failed(request.DocumentId, "input", "unreadable", $"The file could not be read ({error.Message.TrimEnd('.')}). Make it readable and run again.");

    public static ProposalResult Changed(WorkerRequest request) =>
        Failed(request.DocumentId, "input", "changed", "The file was changed while the run was going on. Run again when nothing writes to it.");

    public static ProposalResult Unexpected(string documentId, Exception error) =>
        Failed(documentId, "read", "crash", $"The program failed on this file ({error.GetType().Name}: {error.Message.ReplaceLineEndings(" ").TrimEnd('.')}). Please report it with the file; read the document by eye.");

    public static ProposalResult NoProgress(string documentId, TimeSpan limit) =>
        Failed(documentId, "read", "timeout", $"Nothing moved for {limit.TotalSeconds:0} s while the file was read, and it was given up. Print it to a new PDF and run again, or raise --page-timeout.");

    public static ProposalResult TooSlow(string documentId, TimeSpan limit) =>
        Failed(documentId, "read", "timeout", $"The file took more than {limit.TotalSeconds:0} s in all and was given up. Split it, or raise --document-timeout.");

    public static ProposalResult OutOfMemory(string documentId, int limitMiB) =>
        Failed(documentId, "read", "memory", $"Reading the file took more than {limitMiB} MiB of memory, and it was given up. Split it or print it to a new PDF, or raise --memory-mb.");

    public static ProposalResult Crashed(string documentId, string how) =>
        Failed(documentId, "read", "crash", $"The file broke the process that read it ({how}), which happens with damaged or hostile files. Open it in a PDF viewer, print it to a new PDF and run again.");

    private static ProposalResult Failed(string documentId, string stage, string category, string message) => new()
    {
        DocumentId = documentId,
        Issues = [new Issue(Severity.Fatal, stage, null, category, message)],
    };
}
