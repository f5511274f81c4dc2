using System.Diagnostics;
using System.Globalization;
using Classifier.App.Workers;
using Classifier.Clauses;
using Classifier.Reports;
using Classifier.Scores;

namespace Classifier.App.Terminal;

/// <summary>A display of progress that is taken down when it is disposed.</summary>
internal interface IRunProgress : IWorkProgress, IDisposable;

/// <summary>What the program says: progress and faults to the error stream, results to the output stream.</summary>
/// <param name="output">For results.</param>
/// <param name="error">For everything else.</param>
/// <param name="terminal">True where a person watches the error stream.</param>
internal sealed class Messages(TextWriter output, TextWriter error, bool terminal)
{
    private const int OpeningCharacters = 70;

    private readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <summary>Says what is going on.</summary>
    public void Say(string line) => error.WriteLine(OneLine(line));

    /// <summary>Says why the program ends.</summary>
    public void Fault(string sentence) => error.WriteLine($"error: {OneLine(sentence)}");

    /// <summary>Shows lines of a result.</summary>
    public void Show(IEnumerable<string> lines)
    {
        foreach (string line in lines) output.WriteLine(OneLine(line));
    }

    /// <summary>Says what a run came to, and which clauses to read first.</summary>
    public void Close(RunSummary summary, string folder)
    {
        double seconds = _clock.Elapsed.TotalSeconds;
        Line($"{Count(summary.Inputs, "input")}: {summary.Count(DocumentStatus.Done)} done, {summary.Count(DocumentStatus.Partial)} partial, {summary.Count(DocumentStatus.Failed)} failed, {summary.Count(DocumentStatus.Duplicate)} duplicate");
        Line($"{Count(summary.Pages, "page")}, {Count(summary.Clauses, "clause")} in {seconds:0.0} s ({summary.Pages / Math.Max(seconds, 0.001):0} pages/s)");
        if (summary.Count(DocumentStatus.Partial) + summary.Count(DocumentStatus.Failed) > 0) Line($"What is missing, and what to do about it: {Path.Combine(folder, "issues.csv")}");
        if (summary.MostPressing.Count > 0) Line($"Most pressing:");
        foreach (PressingClause pressing in summary.MostPressing) Line($"{Describe(pressing)}");
        Line($"Reports: {string.Join(", ", summary.Files.Where(file => file is "pressing.csv" or "clauses.csv" or "documents.csv").Select(file => Path.Combine(folder, file)))}");
    }

    /// <summary>Shows how work goes on.</summary>
    /// <param name="documents">Documents to do.</param>
    /// <param name="bytes">Their size, by which the time left is told.</param>
    public IRunProgress Progress(int documents, long bytes) =>
        terminal && documents > 0 ? new TerminalProgress(documents, bytes) : new PlainProgress(error, documents, bytes);

    private static string Describe(PressingClause pressing)
    {
        (Clause clause, Assessment? assessment) = pressing.Clause;
        Assessment it = assessment!;
        string[] labels = [.. new Enum[] { clause.Status, it.RightsImpact, it.Framing, it.Force }.Where(label => Convert.ToInt32(label, CultureInfo.InvariantCulture) != 0).Select(label => CellText.Of(label))];
        string opening = CellText.Beginning(clause.Text.Length > 0 ? clause.Text : clause.DeletedText, OpeningCharacters);
        return string.Create(CultureInfo.InvariantCulture, $"  {it.Priority,5:F1}  {ClauseReport.Place(pressing.Document, clause)} [{string.Join(", ", labels)}] {opening}");
    }

    private static string Count(long number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    private void Line(FormattableString line) => output.WriteLine(OneLine(line.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Nothing that a terminal would obey, and no line break with which a file's name could feign a line of ours.</summary>
    private static string OneLine(string line) => CellGuard.MakeVisible(line).Replace('\r', '\u240d').Replace('\n', '\u240a');
}
