using System.CommandLine;
using Classifier.App.Terminal;
using Classifier.App.Workers;
using Classifier.Models;

namespace Classifier.App.Commands;

/// <summary><c>ensemble</c>: several models become one that averages them.</summary>
internal static class EnsembleCommand
{
    private static readonly Argument<string[]> Members = new("MODEL") { Description = "Model folders, two or more; they are copied", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> Out = new("--out") { Description = "Folder of the ensemble", HelpName = "models/NAME", Required = true };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Command command = new("ensemble", "Make a model that averages the calibrated probabilities of others") { Members, Out };
        command.SetAction(parsed => CommandLine.Guarded(messages => Make(messages, parsed.GetRequiredValue(Members), parsed.GetRequiredValue(Out))));
        return command;
    }

    private static int Make(Messages messages, string[] members, string folder)
    {
        EnsembleFolder.Make(folder, members, ModelSource.Others);
        messages.Say($"Model: {folder}");
        return ExitCodes.Done;
    }
}
