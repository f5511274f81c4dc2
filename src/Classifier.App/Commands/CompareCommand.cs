using System.CommandLine;
using Classifier.App.Workers;
using Classifier.Models;
using Classifier.Training;
using static Classifier.App.Terminal.Figures;

namespace Classifier.App.Commands;

/// <summary><c>compare</c>: two models on the same labelled clauses.</summary>
internal static class CompareCommand
{
    private static readonly Argument<string> First = new("MODEL") { Description = "Folder of a model" };
    private static readonly Argument<string> Second = new("OTHER") { Description = "Folder of another" };

    private static readonly Option<string[]> Data = new("--data")
    {
        Description = "Labelled clauses (.csv or .jsonl) that neither model learnt from",
        HelpName = "FILE",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Command command = new("compare", "Put two models side by side, with a paired test over documents") { First, Second, Data };
        command.SetAction(parsed => CommandLine.Guarded(messages =>
        {
            LabelledClause[] clauses = LabelledFiles.Read(parsed.GetRequiredValue(Data));
            string[] folders = [parsed.GetRequiredValue(First), parsed.GetRequiredValue(Second)];
            IClauseModel[] models = [.. folders.Select(ModelSource.Open)];
            foreach (string folder in folders)
            {
                foreach (string warning in LearntClauses.Warnings(folder, clauses)) messages.Say($"{folder}: {warning}");
            }
            messages.Show(Lines(Comparison.Of(models[0], models[1], clauses, new Bootstrap())));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static IEnumerable<string> Lines(IReadOnlyList<ComparedMeasure> measures)
    {
        yield return $"{"measure",-40}{"first",8}{"second",8}{"difference",12}{"95 % interval",19}{"by chance",11}";
        foreach (ComparedMeasure it in measures)
        {
            yield return $"{it.Measure,-40}{Share(it.First),8}{Share(it.Second),8}{Share(it.Difference.Value),12}{Range(it.Difference),19}{Share(it.Chance),11}";
        }
    }
}
