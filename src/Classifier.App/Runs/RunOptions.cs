using System.Globalization;
using Classifier.App.Workers;
using Classifier.Reports;

namespace Classifier.App.Runs;

/// <summary>What a run over documents is asked to do.</summary>
internal sealed record RunOptions
{
    /// <summary>Name in <c>run.json</c> of the option that says who the reports are for.</summary>
    public const string FormOption = "form";

    /// <summary>Its value for <see cref="ReportForm.Exact"/>.</summary>
    public const string ExactForm = "exact";

    /// <summary>Name in <c>run.json</c> of <see cref="SplitRows"/>, which stands there where it was given.</summary>
    public const string SplitOption = "split-rows";

    /// <summary>Name of the command: <c>classify</c> or <c>extract</c>.</summary>
    public required string Command { get; init; }

    /// <summary>The inputs as given.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Folder for the reports; made where it does not exist.</summary>
    public required string Out { get; init; }

    /// <summary>How files are read and scored.</summary>
    public required PipelineOptions Pipeline { get; init; }

    /// <summary>The workers.</summary>
    public required WorkerOptions Workers { get; init; }

    /// <summary>Who the reports are for.</summary>
    public ReportForm Form { get; init; } = ReportForm.Spreadsheet;

    /// <summary>Most rows below the head of a table's file; null for as many as a spreadsheet holds, and no limit in the exact form.</summary>
    public int? SplitRows { get; init; }

    /// <summary>Files larger than this are not read, in bytes; 1 GiB.</summary>
    public long MostFileBytes { get; init; } = 1L << 30;

    /// <summary>Go on with the run that was stopped in the same folder; false.</summary>
    public bool Resume { get; init; }

    /// <summary>Try files again that killed their worker before the run was stopped; false.</summary>
    public bool RetryFailed { get; init; }

    /// <summary>Folder in which results are kept for other runs; null for none.</summary>
    public string? Cache { get; init; }

    /// <summary>The part of the inputs that this run works on; null for all.</summary>
    public Shard? Shard { get; init; }

    /// <summary>The options that shape the reports, by the names that the command line gives them.</summary>
    public IReadOnlyDictionary<string, string> ByName()
    {
        Dictionary<string, string> names = new(Pipeline.ByName()) { [FormOption] = Form == ReportForm.Exact ? ExactForm : "spreadsheet" };
        if (SplitRows is { } rows) names[SplitOption] = rows.ToString(CultureInfo.InvariantCulture);
        return names;
    }
}
