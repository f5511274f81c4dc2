using System.CommandLine;
using System.Globalization;
using Classifier.App.Workers;
using Classifier.Training;

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
            string[] files = parsed.GetRequiredValue(Data);
            if (files.FirstOrDefault(file => !File.Exists(file)) is { } missing) throw new StopException(ExitCodes.Usage, $"The file {missing} does not exist.");
            LabelledClause[] clauses = [.. files.SelectMany(LabelledClauseReader.Read)];
            messages.Show(Lines(Comparison.Of(ModelSource.Open(parsed.GetRequiredValue(First)), ModelSource.Open(parsed.GetRequiredValue(Second)), clauses, new Bootstrap())));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static IEnumerable<string> Lines(IReadOnlyList<ComparedMeasure> measures)
    {
        yield return $"{"measure",-40}{"first",8}{"second",8}{"difference",12}{"95 % interval",19}{"by chance",11}";
        foreach (ComparedMeasure it in measures)
        {
            yield return $"{it.Measure,-40}{Share(it.First),8}{Share(it.Second),8}{Share(it.Difference.Value),12}{$"{Share(it.Difference.Low)} .. {Share(it.Difference.High)}",19}{Share(it.Chance),11}";
        }
    }

    private static string Share(double? value) => value?.ToString("F3", CultureInfo.InvariantCulture) ?? "";
}
