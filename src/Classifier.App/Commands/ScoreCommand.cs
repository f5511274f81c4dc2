using System.CommandLine;
using Classifier.App.Terminal;
using Classifier.App.Workers;
using Classifier.Models;
using Classifier.Reports;
using Classifier.Scores;

namespace Classifier.App.Commands;

/// <summary><c>score</c>: the model over clauses that are at hand as CSV.</summary>
internal static class ScoreCommand
{
    private static readonly Argument<string> Table = new("CLAUSES.csv") { Description = "A CSV file (UTF-8) with a column called \"text\"" };
    private static readonly Option<string> Out = new("--out") { Description = "The scored file: all columns unchanged, labels and scores added", HelpName = "FILE", Required = true };
    private static readonly Option<string> Model = new("--model") { Description = "Folder of the model (default: the one that ships with the program)", HelpName = "DIR" };
    private static readonly Option<bool> Replace = new("--replace") { Description = "Replace columns of labels and scores that the file already has" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Command command = new("score", "Score the clauses of a CSV file") { Table, Out, Model, Thresholds.Option, Replace };
        command.SetAction(parsed => CommandLine.Guarded(messages =>
            Run(messages, parsed.GetRequiredValue(Table), parsed.GetRequiredValue(Out), parsed.GetValue(Model) ?? ModelSource.Default, Thresholds.Of(parsed), parsed.GetValue(Replace))));
        return command;
    }

    private static int Run(Messages messages, string table, string output, string model, IReadOnlyDictionary<ScoreLabel, float> thresholds, bool replace)
    {
        GivenFile.Check(table, "clauses as CSV");
        GivenFile.CheckApart(table, output);
        ClauseScorer scorer = new(ModelSource.Open(model), new ScoreOptions { Thresholds = thresholds });
        int rows = 0;
        OutputFile.Write(output, stream => rows = new TableScorer(scorer).Score(table, stream, replace));
        messages.Say($"{rows} clauses scored: {output}");
        return ExitCodes.Done;
    }
}
