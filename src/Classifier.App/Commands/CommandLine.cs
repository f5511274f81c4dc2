using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using Classifier.App.Terminal;

namespace Classifier.App.Commands;

/// <summary>The program's commands, and the one place where faults become sentences and exit codes.</summary>
internal static class CommandLine
{
    /// <summary>Runs the program.</summary>
    /// <param name="arguments">What the user typed.</param>
    /// <param name="others">Commands of a larger program that is built on this one; one with a name of ours stands in its place.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(string[] arguments, params IReadOnlyList<Command> others)
    {
        Command[] own =
        [
            RunCommands.Classify(), ScoreCommand.Create(), RunCommands.Extract(), MergeCommand.Create(), TrainCommand.Create(), EnsembleCommand.Create(), EvaluateCommand.Create(),
            CrossValidateCommand.Create(), CompareCommand.Create(), AgreementCommand.Create(), ConvertCommand.Create(),
        ];
        RootCommand root = new("""
            Reads folders of policy-proposal PDFs, splits them into clauses, and scores every clause by layer (infrastructure,
            content), rights impact (restricts, protects), framing (state-centric, multistakeholder) and legal force.
            """);
        foreach (Command one in own.Where(one => others.All(other => other.Name != one.Name)).Concat(others)) root.Add(one);
        // "@list.txt" is an input of ours, not a file of arguments.
        ParseResult parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        Command command = parsed.CommandResult.Command;
        string[] faults = parsed.Action is ParseErrorAction ? [.. parsed.Errors.Select(error => error.Message)] : parsed.Action is HelpAction ? [] : [.. Unknown(parsed).Select(option => $"\"{option}\" is no option of {command.Name}; a file of that name is written ./{option}.")];
        if (faults.Length > 0)
        {
            Messages messages = OfConsole();
            foreach (string fault in faults) messages.Fault(fault);
            messages.Say($"Run \"classifier {(command == root ? "" : command.Name + " ")}--help\" for how to use it.");
            return ExitCodes.Usage;
        }
        int code = parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        if (parsed.Action is HelpAction) Console.Out.WriteLine(ExitCodes.Help);
        return code;
    }

    /// <summary>What looks like an option and was taken for one value more of an option or argument that has many.</summary>
    private static IEnumerable<string> Unknown(ParseResult parsed) => parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
        .Where(token => token.Type == TokenType.Argument && token.Value.Length > 2 && token.Value.StartsWith("--", StringComparison.Ordinal) && char.IsAsciiLetter(token.Value[2])).Select(token => token.Value);

    /// <summary>Does a command's work that can be stopped and gone on with; see <see cref="Guarded(Func{Messages, int})"/>.</summary>
    /// <param name="work">The work.</param>
    /// <param name="goOn">How it is gone on with.</param>
    public static int Stoppable(Func<Messages, CancellationToken, int> work, string goOn = "the same command with --resume") => Guarded(goOn, messages =>
    {
        using CancellationTokenSource stop = new();
        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return work(messages, stop.Token);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            throw new StopException(ExitCodes.Stopped, $"Stopped. What was done is kept; {goOn} goes on from here.");
        }
    });

    /// <summary>Does a command's work that is done over when something stops it; whatever does is told in a sentence.</summary>
    public static int Guarded(Func<Messages, int> work) => Guarded(null, work);

    private static int Guarded(string? goOn, Func<Messages, int> work)
    {
        string again = goOn is null ? "run again" : $"run again; {goOn} goes on from here";
        Messages messages = OfConsole();
        try
        {
            return work(messages);
        }
        catch (StopException fault)
        {
            messages.Fault(fault.Message);
            return fault.ExitCode;
        }
        catch (InvalidDataException fault)
        {
            messages.Fault(fault.Message);
            return ExitCodes.Usage;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            messages.Fault($"{fault.Message.TrimEnd('.')}. Put this right and {again}.");
            return ExitCodes.OutputFailed;
        }
        catch (ArgumentOutOfRangeException fault) when (fault.Source == "System.Private.CoreLib" && fault.StackTrace?.Contains(nameof(RandomAccess), StringComparison.Ordinal) == true)
        {
            // The runtime's way to say that the system lets no file grow so large (EFBIG).
            messages.Fault($"A file came to the size that the system allows (ulimit -f, or the file system's own limit). Raise the limit and {again}.");
            return ExitCodes.OutputFailed;
        }
        catch (Exception fault)
        {
            messages.Fault($"The program failed ({fault.GetType().Name}: {fault.Message.TrimEnd('.')}). This is a fault of the program; please report it.{(goOn is null ? "" : $" What was done is kept; {goOn} goes on from here.")}");
            return ExitCodes.Broken;
        }
    }

    private static Messages OfConsole() => new(Console.Out, Console.Error, terminal: !Console.IsErrorRedirected);
}
