using System.CommandLine;
using Classifier.App.Terminal;
using Classifier.Training;
using Classifier.Training.Exchange;

namespace Classifier.App.Commands;

/// <summary><c>convert</c>: labelled clauses from and to the forms of programs for annotators.</summary>
internal static class ConvertCommand
{
    private static readonly string Forms = string.Join(", ", LabelForms.ByName.Keys);

    private static readonly Argument<string> Input = new("FILE") { Description = "Labelled clauses, or clauses of \"extract\" to be labelled" };
    private static readonly Option<string> Out = new("--out") { Description = "The file to write", HelpName = "FILE", Required = true };
    private static readonly Option<string> From = Form("--from", $"Form of the input: {Forms} (default: by its extension and first line)");
    private static readonly Option<string> To = Form("--to", $"Form of the output: {Forms} (default: by its extension; .json is label-studio)");

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Command command = new("convert", "Turn labelled clauses into CSV, JSON lines, or the forms of Label Studio, doccano and Prodigy, and back") { Input, Out, From, To };
        command.SetAction(parsed => CommandLine.Guarded(messages => Run(
            messages, parsed.GetRequiredValue(Input), parsed.GetRequiredValue(Out), parsed.GetValue(From), parsed.GetValue(To))));
        return command;
    }

    private static int Run(Messages messages, string input, string output, string? from, string? to)
    {
        GivenFile.CheckApart(input, output);
        LabelForm form = to is null ? LabelForms.ByExtension(output) : LabelForms.ByName[to];
        LabelForm given = from is null ? LabelForms.Recognize(input) : LabelForms.ByName[from];
        if (UnlabelledTable.IsOne(input, given))
        {
            UnlabelledTable table = UnlabelledTable.Read(input);
            OutputFile.Write(output, stream => LabelledClauseWriter.WriteTasks(stream, form, table.Clauses));
            messages.Say($"{table.Clauses.Count} clauses to label: {output}{(table.LeftOut == 0 ? "" : $" ({table.LeftOut} rows left out: headings, or without text)")}");
        }
        else
        {
            IReadOnlyList<LabelledClause> clauses = LabelledClauseReader.Read(input, given);
            OutputFile.Write(output, stream => LabelledClauseWriter.Write(stream, form, clauses));
            messages.Say($"{clauses.Count} labelled clauses: {output}");
        }
        return ExitCodes.Done;
    }

    private static Option<string> Form(string name, string description)
    {
        Option<string> option = new(name) { Description = description, HelpName = "FORM" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !LabelForms.ByName.ContainsKey(result.Tokens[0].Value)) result.AddError($"{name} {result.Tokens[0].Value} is no form; expected one of {Forms}.");
        });
        return option;
    }
}
