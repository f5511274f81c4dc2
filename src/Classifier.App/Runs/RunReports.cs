using System.Globalization;
using Classifier.App.Inputs;
using Classifier.App.Workers;
using Classifier.Reports;

namespace Classifier.App.Runs;

/// <summary>Makes the reports of a run from its journal, in the order of the documents' names, one document at a time.</summary>
internal static class RunReports
{
    // Parts that may wait to be written, a few megabytes of them.
    private const int Waiting = 4096;

    /// <summary>Writes the reports.</summary>
    /// <param name="folder">Where; it must exist.</param>
    /// <param name="facts">What the run is; its options say who the reports are for, and how many rows a file holds.</param>
    /// <param name="files">All inputs, ordered by name.</param>
    /// <param name="read">Gives the encoded result of a document by its id.</param>
    /// <param name="cancel">Stops between documents.</param>
    public static RunSummary Write(string folder, RunFacts facts, IReadOnlyList<SurveyedFile> files, Func<string, byte[]> read, CancellationToken cancel)
    {
        ReportForm form = facts.Options[RunOptions.FormOption] == RunOptions.ExactForm ? ReportForm.Exact : ReportForm.Spreadsheet;
        int? splitRows = facts.Options.TryGetValue(RunOptions.SplitOption, out string? rows) ? int.Parse(rows, CultureInfo.InvariantCulture) : null;
        using ReportWriter reports = new(folder, form, facts, splitRows);
        using IEnumerator<Part> parts = ReadAhead.Of(files.SelectMany(file => Parts(file, read)), Waiting).GetEnumerator();
        bool more = parts.MoveNext();
        while (more)
        {
            cancel.ThrowIfCancellationRequested();
            (string document, ProposalResult? head, _) = parts.Current;
            reports.Write(document, head!, Clauses());
        }
        return reports.Finish();

        IEnumerable<ScoredClause> Clauses()
        {
            for (more = parts.MoveNext(); more && parts.Current.Clause is { } clause; more = parts.MoveNext()) yield return clause;
        }
    }

    /// <summary>A document without its clauses, or one of its clauses.</summary>
    private readonly record struct Part(string Document, ProposalResult? Head, ScoredClause? Clause);

    /// <summary>A document's parts, in order.</summary>
    private static IEnumerable<Part> Parts(SurveyedFile file, Func<string, byte[]> read)
    {
        if (!file.IsWork)
        {
            yield return new Part(file.Document, new ProposalResult { DocumentId = file.DocumentId, DuplicateOf = file.DuplicateOf, Issues = file.Issue is { } issue ? [issue] : [] }, null);
            yield break;
        }
        (ProposalResult head, IEnumerable<ScoredClause> clauses) = ResultCodec.Decode(read(file.DocumentId));
        yield return new Part(file.Document, head, null);
        foreach (ScoredClause clause in clauses) yield return new Part(file.Document, null, clause);
    }
}
