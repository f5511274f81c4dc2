using System.CommandLine;
using Classifier.App.Runs;

namespace Classifier.App.Commands;

/// <summary><c>merge</c>: the reports of a run that was dealt out in shards.</summary>
internal static class MergeCommand
{
    private static readonly Argument<string[]> Shards = new("SHARD") { Description = "The --out folders of all shards of one run", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> Out = new("--out") { Description = "Folder for the reports", HelpName = "DIR", Required = true };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Command command = new("merge", "Make the reports of a run from the shards that classify --shard or extract --shard made") { Shards, Out };
        command.SetAction(parsed => CommandLine.Stoppable((messages, cancel) => new MergeRun(parsed.GetRequiredValue(Shards), parsed.GetRequiredValue(Out), messages).Execute(cancel)));
        return command;
    }
}
