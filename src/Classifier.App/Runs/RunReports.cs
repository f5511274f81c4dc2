using System.Globalization;
using Classifier.App.Inputs;
using Classifier.App.Workers;
using Classifier.Reports;

namespace Classifier.App.Runs;

/// <summary>Makes the reports of a run from its journal, in the order of the documents' names, one document at a time.</summary>
internal static class RunReports
{
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
        foreach (SurveyedFile file in files)
        {
            cancel.ThrowIfCancellationRequested();
            if (file.IsWork)
            {
                (ProposalResult head, IEnumerable<ScoredClause> clauses) = ResultCodec.Decode(read(file.DocumentId));
                reports.Write(head with { Document = file.Document, Issues = [.. head.Issues.Select(issue => issue with { Document = file.Document })] }, clauses);
            }
            else
            {
                reports.Write(new ProposalResult { Document = file.Document, DocumentId = file.DocumentId, DuplicateOf = file.DuplicateOf, Issues = file.Issue is { } issue ? [issue] : [] }, []);
            }
        }
        return reports.Finish();
    }
}
