using Classifier.App.Inputs;
using Classifier.App.Terminal;
using Classifier.Reports;

namespace Classifier.App.Runs;

/// <summary>How the shards of a run become its reports: exactly those of one run over all inputs, or a sentence on what is missing.</summary>
internal sealed class MergeRun(IReadOnlyList<string> shards, string output, Messages messages)
{
    /// <summary>Merges.</summary>
    /// <param name="cancel">Stops the merge; the shards stay as they are.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    /// <exception cref="StopException">The shards are not the whole of one run, or do not fit together.</exception>
    public int Execute(CancellationToken cancel)
    {
        ShardRecord[] records = [.. shards.Select(ShardFolder.ReadRecord)];
        CheckTogether(records);
        IReadOnlyList<SurveyedFile> files = ShardFolder.ReadInputs(shards[0], records[0]);
        List<Journal> journals = [];
        try
        {
            foreach (string shard in shards) journals.Add(Journal.OpenFinished(ShardFolder.Journal(shard), Convert.FromHexString(records[0].Fingerprint)));
            Dictionary<string, Journal> owners = Owners(journals);
            CheckComplete(files, owners);
            using RunFolder folder = RunFolder.Open(output);
            folder.BeginReports();
            RunSummary summary = RunReports.Write(folder.Making, records[0].Facts, files, id => owners[id].Read(id), cancel);
            folder.Publish(summary.Files);
            messages.Close(summary, output);
            return ExitCodes.Of(summary);
        }
        finally
        {
            foreach (Journal journal in journals) journal.Dispose();
        }
    }

    private void CheckTogether(ShardRecord[] records)
    {
        ShardRecord first = records[0];
        for (int i = 1; i < records.Length; i++)
        {
            string? differs = records[i].Fingerprint != first.Fingerprint ? "another version, model or other options"
                : records[i].InputsHash != first.InputsHash ? "another list of inputs, or inputs that had changed"
                : records[i].Count != first.Count ? $"another number of shards ({records[i].Count} and not {first.Count})"
                : null;
            if (differs is not null) throw new StopException(ExitCodes.Usage, $"{shards[i]} was made from {differs} than {shards[0]}. Run all shards alike, then merge.");
        }
        if (first.Build != ProgramVersion.Build) throw new StopException(ExitCodes.Usage, $"{shards[0]} was made by another build of the program. Merge with the program that made the shards, or run them again with this one.");
        string twice = string.Join(", ", records.GroupBy(record => record.Index).Where(group => group.Count() > 1).Select(group => group.Key));
        if (twice.Length > 0) throw new StopException(ExitCodes.Usage, $"Of {first.Count} shards these are given more than once: {twice}. Give every shard's folder once.");
        string missing = string.Join(", ", Enumerable.Range(1, first.Count).Except(records.Select(record => record.Index)));
        if (missing.Length > 0) throw new StopException(ExitCodes.Usage, $"Of {first.Count} shards these are missing: {missing}. Run them, or give their folders too.");
    }

    /// <summary>Where each result is. Inputs that changed between attempts may have left one twice; made by one program from one content, the two are alike.</summary>
    private static Dictionary<string, Journal> Owners(List<Journal> journals)
    {
        Dictionary<string, Journal> owners = new(StringComparer.Ordinal);
        foreach (Journal journal in journals)
        {
            foreach (string id in journal.Documents) owners.TryAdd(id, journal);
        }
        return owners;
    }

    private static void CheckComplete(IReadOnlyList<SurveyedFile> files, Dictionary<string, Journal> owners)
    {
        if (files.FirstOrDefault(file => file.IsWork && !owners.ContainsKey(file.DocumentId)) is { } lost)
            throw new StopException(ExitCodes.Usage, $"No shard has a result for {lost.Document}: a journal was cut short. Run the shards again with --resume, then merge.");
    }
}
