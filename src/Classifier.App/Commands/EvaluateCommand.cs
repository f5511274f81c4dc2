using System.CommandLine;
using Classifier.App.Terminal;
using Classifier.App.Workers;
using Classifier.Models;
using Classifier.Training;

namespace Classifier.App.Commands;

/// <summary><c>evaluate</c>: a model's answers against labels.</summary>
internal static class EvaluateCommand
{
    private static readonly Option<string> Model = new("--model") { Description = "Folder of the model (default: the one that ships with the program)", HelpName = "DIR" };

    private static readonly Option<string[]> Data = new("--data")
    {
        Description = "Labelled clauses (.csv or .jsonl) that the model did not learn from",
        HelpName = "FILE",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    internal static readonly Option<string> Report = new("--report")
    {
        Description = "Also write intervals, results by genre, the worst errors and a reliability plot here",
        HelpName = "DIR",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Command command = new("evaluate", "Measure a model on labelled clauses that it did not learn from") { Model, Data, Report };
        command.SetAction(parsed => CommandLine.Guarded(messages =>
        {
            string folder = parsed.GetValue(Model) ?? ModelSource.Default;
            IClauseModel model = ModelSource.Open(folder);
            LabelledClause[] clauses = LabelledFiles.Read(parsed.GetRequiredValue(Data));
            foreach (string warning in LearntClauses.Warnings(folder, clauses)) messages.Say(warning);
            messages.Show(EvaluationTable.Lines(Evaluation.Of(model, clauses)));
            if (parsed.GetValue(Report) is { } report) new EvaluationReport(new Bootstrap()).Write(report, model, clauses);
            return ExitCodes.Done;
        }));
        return command;
    }
}
