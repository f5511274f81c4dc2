using System.Security.Cryptography;
using System.Text.Json;
using Classifier.App.Inputs;
using Classifier.App.Terminal;
using Classifier.App.Workers;
using Classifier.Reports;

namespace Classifier.App.Runs;

/// <summary>How a folder of PDFs becomes reports: find the files, know them by content, have workers read them, keep what comes, write it down in order.</summary>
internal sealed class ClassifyRun(RunOptions options, Messages messages)
{
    // Files from which on a run is long.
    private const int LongRun = 50;

    private WorkerSetup Setup => new() { Pipeline = options.Pipeline, MemoryMiB = options.Workers.MemoryMiB };

    /// <summary>Runs.</summary>
    /// <param name="cancel">Stops the run; what was done is kept for resuming.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    /// <exception cref="StopException">The run cannot go on; the message says why and what to do.</exception>
    public int Execute(CancellationToken cancel)
    {
        InputList inputs = InputList.Expand(options.Inputs);
        using RunFolder folder = RunFolder.Open(options.Out);
        WorkerOptions workers = options.Workers with { Workers = Math.Min(options.Workers.Workers, Math.Max(1, inputs.Files.Count)), IsLongRun = inputs.Files.Count >= LongRun };
        // Where there may be little left to do, one worker is enough to say what program and model results must come from.
        bool isAll = !options.Resume && options.Cache is null && options.Shard is null;
        using WorkerPool pool = new(workers, Setup, atOnce: isAll ? workers.Workers : 1);
        messages.Say($"{inputs.Files.Count} inputs found{(inputs.OtherFiles > 0 ? $" ({inputs.OtherFiles} files that are not named .pdf left out)" : "")}");
        IReadOnlyList<SurveyedFile> files = Survey.Take(inputs.Files, options.MostFileBytes, options.Workers.Workers, cancel);

        WorkerReady ready = pool.Ready;
        byte[] fingerprint = Fingerprint(ready);
        using Journal journal = OpenJournal(folder, fingerprint);
        journal.Expect(files.Count);
        RunFacts facts = Facts(ready, inputs);
        ResultCache? cache = options.Cache is null ? null : new ResultCache(options.Cache, fingerprint);
        IReadOnlyList<SurveyedFile> work = Remaining(files, journal, cache);
        using (IRunProgress progress = messages.Progress(work.Count, work.Sum(file => file.Size)))
        {
            pool.Run(work.Select(file => (new WorkerRequest(file.Path, file.DocumentId), file.Size)), worked => Keep(worked, journal, cache), progress, cancel);
        }

        if (options.Shard is not null) return FinishShard(folder, journal, fingerprint, facts, files);
        folder.BeginReports();
        RunSummary summary = RunReports.Write(folder.Making, facts, files, journal.Read, cancel);
        if (!summary.IsAccountedFor) throw new StopException(ExitCodes.Broken, $"{summary.Inputs} inputs were given and {summary.Statuses.Sum()} are accounted for. This is a fault of the program; please report it.");
        folder.Publish(summary.Files);
        messages.Close(summary, options.Out);
        return ExitCodes.Of(summary);
    }

    private int FinishShard(RunFolder folder, Journal journal, byte[] fingerprint, RunFacts facts, IReadOnlyList<SurveyedFile> files)
    {
        bool allDone = journal.Documents.All(id => ResultCodec.Decode(journal.Read(id)).Head.Status == DocumentStatus.Done);
        int documents = journal.Documents.Count;
        journal.Secure();
        journal.Dispose();
        ShardFolder.Write(options.Out, folder.Journal, options.Shard!, fingerprint, facts, files);
        folder.Remove();
        messages.Say($"Shard {options.Shard} is finished: {documents} documents. When all are, make the reports with: classifier merge SHARD... --out DIR");
        return allDone ? ExitCodes.Done : ExitCodes.SomeFailed;
    }

    /// <summary>Identity of everything that shapes a result: code, model, options.</summary>
    private byte[] Fingerprint(WorkerReady ready) =>
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Setup with { MemoryMiB = 0, Pipeline = options.Pipeline with { ModelFolder = $"{ready.Build} {ready.Model} {ready.ModelHash}" } }, WorkerJson.Default.WorkerSetup));

    private Journal OpenJournal(RunFolder folder, byte[] fingerprint)
    {
        if (options.Resume && options.Shard is not null) ShardFolder.Reopen(options.Out, folder.Journal);
        if (!options.Resume || !File.Exists(folder.Journal))
        {
            if (options.Resume) messages.Say("There is no stopped run to go on with; starting from the beginning");
            return Journal.Begin(folder.Journal, fingerprint);
        }
        Journal journal = Journal.Open(folder.Journal, fingerprint);
        foreach (string id in journal.Documents.Where(id => IsTriedAgain(ResultCodec.Decode(journal.Read(id)).Head)).ToArray()) journal.Drop(id);
        messages.Say($"Going on with a stopped run: {journal.Documents.Count} documents are done");
        return journal;
    }

    /// <summary>What was wrong with the place where a file lay may have been put right; what kills a worker is tried again when asked.</summary>
    private bool IsTriedAgain(ProposalResult head) => head.Issues.Any(issue => issue.Severity == Severity.Fatal
        && (issue.Stage == "input" || (options.RetryFailed && WorkerFailures.Killers.Contains(issue.Category))));

    /// <summary>The files without a result, the largest first, so that no worker is left alone with a large one at the end.</summary>
    private List<SurveyedFile> Remaining(IReadOnlyList<SurveyedFile> files, Journal journal, ResultCache? cache)
    {
        List<SurveyedFile> remaining = [];
        IReadOnlySet<string>? own = options.Shard?.Deal(files.Where(file => file.IsWork));
        foreach (SurveyedFile file in files.Where(file => file.IsWork && own?.Contains(file.DocumentId) != false && !journal.Contains(file.DocumentId)))
        {
            if (cache?.Find(file.DocumentId) is { } known) journal.Add(file.DocumentId, known);
            else remaining.Add(file);
        }
        remaining.Sort((a, b) => a.Size != b.Size ? b.Size.CompareTo(a.Size) : string.CompareOrdinal(a.Document, b.Document));
        return remaining;
    }

    private static void Keep(WorkedFile worked, Journal journal, ResultCache? cache)
    {
        journal.Add(worked.Head.DocumentId, worked.Encoded);
        bool lasting = !worked.Head.Issues.Any(issue => issue.Stage == "input" || WorkerFailures.Killers.Contains(issue.Category));
        if (lasting) cache?.Keep(worked.Head.DocumentId, worked.Encoded);
    }

    private RunFacts Facts(WorkerReady ready, InputList inputs) => new()
    {
        Command = options.Command,
        Version = ProgramVersion.Text,
        Model = ready.Model,
        ModelHash = ready.ModelHash,
        Options = options.ByName(),
        Inputs = inputs.Files.Count,
        OtherFiles = inputs.OtherFiles,
    };
}
