using System.CommandLine;
using Classifier.App;
using Classifier.App.Commands;
using Classifier.Torch.Pretraining;

namespace Classifier.Torch.Commands;

/// <summary><c>pretrain</c>: text without labels becomes an encoder that <c>train --from</c> starts from.</summary>
internal static class PretrainCommand
{
    private static readonly PretrainingOptions Defaults = new();

    private static readonly Option<string> Text = new("--text") { Description = "Text file, one paragraph a line, plain or .xz", HelpName = "FILE", Required = true };
    private static readonly Option<string> Out = new("--out") { Description = "Checkpoint folder to write", HelpName = "DIR", Required = true };
    private static readonly Option<string> From = new("--from") { Description = "Folder of a BERT or RoBERTa checkpoint to go on from (default: a small encoder from scratch)", HelpName = "DIR" };
    private static readonly Option<int> Seed = new("--seed") { Description = "Seed of starting values, order and masks", HelpName = "N", DefaultValueFactory = _ => Defaults.Seed };
    private static readonly Option<int> Steps = new("--steps") { Description = "Steps in all", HelpName = "N", DefaultValueFactory = _ => Defaults.Steps };
    private static readonly Option<int> Round = new("--round") { Description = "Steps after which the state is kept", HelpName = "N", DefaultValueFactory = _ => Defaults.RoundSteps };
    private static readonly Option<int> Batch = new("--batch") { Description = "Windows a step", HelpName = "N", DefaultValueFactory = _ => Defaults.BatchSize };
    private static readonly Option<int> Window = new("--window") { Description = "Word pieces a window", HelpName = "N", DefaultValueFactory = _ => Defaults.WindowTokens };
    private static readonly Option<double?> Rate = new("--learning-rate") { Description = "Highest step size (default: 1e-4 from a checkpoint, 1e-3 from scratch)", HelpName = "X" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Command command = new("pretrain", "Learn an encoder from text without labels (masked-language modelling); the same command goes on with a run that was stopped")
        {
            Text, Out, From, Seed, Steps, Round, Batch, Window, Rate,
        };
        ScratchArguments.AddTo(command);
        command.SetAction(parsed => CommandLine.Stoppable((messages, cancel) =>
        {
            PretrainingOptions options = Defaults with
            {
                Seed = parsed.GetValue(Seed),
                Steps = parsed.GetValue(Steps),
                RoundSteps = parsed.GetValue(Round),
                BatchSize = parsed.GetValue(Batch),
                WindowTokens = parsed.GetValue(Window),
                LearningRate = parsed.GetValue(Rate),
                Threads = parsed.GetValue(ScratchArguments.Threads),
                Scratch = ScratchArguments.Read(parsed, Defaults.Scratch),
            };
            string folder = parsed.GetRequiredValue(Out);
            double loss = new PretrainingRun(options, EncoderTrainCommand.Tell(messages, cancel)).Run(parsed.GetRequiredValue(Text), parsed.GetValue(From), folder);
            messages.Say(FormattableString.Invariant($"Held-out loss {loss:0.000} nats a hidden piece. Checkpoint: {folder}"));
            return ExitCodes.Done;
        }, "the same command"));
        return command;
    }
}
