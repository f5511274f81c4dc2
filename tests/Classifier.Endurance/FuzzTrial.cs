namespace Classifier.Endurance;

/// <summary>Runs the program over damaged PDFs, batch by batch, and holds every run to its account.</summary>
/// <param name="program">The program.</param>
/// <param name="sources">The PDFs that are damaged.</param>
/// <param name="seed">The same seed damages in the same way.</param>
internal sealed class FuzzTrial(ClassifierProgram program, SourcePdfs sources, int seed)
{
    // Damage shows at once or never: short clocks and a small cap find what long ones would.
    private static readonly string[] Limits = ["--page-timeout", "5", "--document-timeout", "30", "--memory-mb", "1024"];

    private readonly SortedDictionary<string, int> _outcomes = new(StringComparer.Ordinal);

    /// <summary>How many files ended in each way so far: by status, failed ones by category.</summary>
    public IReadOnlyDictionary<string, int> Outcomes => _outcomes;

    /// <summary>Highest memory of a worker so far, MiB.</summary>
    public double PeakWorkerMiB { get; private set; }

    /// <summary>Runs a batch.</summary>
    /// <param name="first">Number of its first file.</param>
    /// <param name="count">Number of files.</param>
    /// <param name="work">An empty folder.</param>
    /// <param name="keep">Folder for the files that killed a worker; null to keep none.</param>
    /// <exception cref="InvalidDataException">A file was lost, or the run did not end as it should.</exception>
    public void Run(int first, int count, string work, string? keep)
    {
        string inputs = Path.Combine(work, "in"), reports = Path.Combine(work, "out");
        Directory.CreateDirectory(inputs);
        for (int number = first; number < first + count; number++)
        {
            File.WriteAllBytes(Path.Combine(inputs, Names.Pdf(number)), sources.Damaged(number, seed));
        }
        EndedRun run = program.Run(["classify", inputs, "--out", reports, .. Limits]);
        PeakWorkerMiB = Math.Max(PeakWorkerMiB, run.PeakWorkerMiB);
        if (run.Code is not (0 or 1)) throw new InvalidDataException($"files {first} to {first + count - 1}: exit code {run.Code}: {run.Error}");
        RunAccount account = RunAccount.Check(reports, run.Code, Enumerable.Range(first, count).Select(Names.Pdf));
        foreach ((string document, string status) in account.Statuses)
        {
            string outcome = account.Failures.TryGetValue(document, out string? category) ? $"failed: {category}" : status;
            _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;
            if (keep is null || category is not ("crash" or "timeout" or "memory")) continue;
            Directory.CreateDirectory(keep);
            File.Copy(Path.Combine(inputs, document), Path.Combine(keep, $"{category}-{seed}-{document}"), overwrite: true);
        }
    }
}
