using System.CommandLine;
using Classifier.App;
using Classifier.App.Commands;
using Classifier.App.Terminal;
using Classifier.Torch.Training;
using Classifier.Training;

namespace Classifier.Torch.Commands;

/// <summary><c>train</c> with a choice of trainers: the linear one of <see cref="TrainCommand"/>, or the encoder.</summary>
internal static class EncoderTrainCommand
{
    private static readonly EncoderOptions Defaults = new();

    private static readonly Option<string> Trainer = new("--trainer") { Description = "linear (as \"classifier train\") or encoder", HelpName = "KIND", DefaultValueFactory = _ => "encoder" };
    private static readonly Option<string> From = new("--from") { Description = "Folder of a BERT or RoBERTa checkpoint to start from (default: a small encoder from scratch)", HelpName = "DIR" };
    private static readonly Option<int> Epochs = new("--epochs") { Description = "Most passes over the data", HelpName = "N", DefaultValueFactory = _ => Defaults.Epochs };
    private static readonly Option<int> Patience = new("--patience") { Description = "Passes without a better held-out figure after which training stops", HelpName = "N", DefaultValueFactory = _ => Defaults.Patience };
    private static readonly Option<int> Batch = new("--batch") { Description = "Clauses a step", HelpName = "N", DefaultValueFactory = _ => Defaults.BatchSize };
    private static readonly Option<double?> Rate = new("--learning-rate") { Description = "Highest step size (default: 5e-5 from a checkpoint, 1e-3 from scratch)", HelpName = "X" };
    private static readonly Option<int> Window = new("--window") { Description = "Word pieces that are read at a time; longer clauses are read in overlapping windows", HelpName = "N", DefaultValueFactory = _ => Defaults.WindowTokens };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Command command = new("train", "Fit a model to labelled clauses and measure it on documents that it did not learn from; the same command goes on with a run that was stopped")
        {
            TrainCommand.Data, TrainCommand.Out, TrainCommand.Test, TrainCommand.Notes, Trainer, TrainCommand.Vectors, TrainCommand.Base, TrainCommand.Curve, From, TrainCommand.Seed, TrainCommand.Folds, TrainCommand.TargetRecall, TrainCommand.ReviewPrecision, Epochs, Patience, Batch, Rate, Window,
        };
        ScratchArguments.AddTo(command);
        command.SetAction(parsed => CommandLine.Stoppable((messages, cancel) => Run(messages, parsed, cancel), "the same command"));
        return command;
    }

    private static int Run(Messages messages, ParseResult parsed, CancellationToken cancel)
    {
        TrainingRequest request = TrainCommand.Request(parsed);
        TrainingOptions common = TrainCommand.Options(parsed);
        TrainingResult result = parsed.GetValue(Trainer) switch
        {
            "linear" => new TrainingRun(common, messages.Say).Run(request),
            "encoder" when request.Base is not null || request.Curve => throw new StopException(ExitCodes.Usage, "--base and --curve are for --trainer linear; an encoder goes on from a model with --from."),
            "encoder" => new EncoderTrainingRun(Options(parsed) with { Seed = common.Seed, Folds = common.Folds, Targets = common.Targets }, parsed.GetValue(From), Tell(messages, cancel)).Run(request),
            string other => throw new StopException(ExitCodes.Usage, $"--trainer {other} is unknown: it must be linear or encoder."),
            null => throw new StopException(ExitCodes.Usage, "--trainer needs a value: linear or encoder."),
        };
        messages.Show([.. EvaluationTable.Lines(result.Metrics.CrossValidation), .. EvaluationTable.Beside(result.Metrics.CrossValidation, result.Metrics.Baselines)]);
        messages.Say($"Model: {result.Folder}");
        return ExitCodes.Done;
    }

    private static EncoderOptions Options(ParseResult parsed) => Defaults with
    {
        Epochs = parsed.GetValue(Epochs),
        Patience = parsed.GetValue(Patience),
        BatchSize = parsed.GetValue(Batch),
        LearningRate = parsed.GetValue(Rate),
        WindowTokens = parsed.GetValue(Window),
        Threads = parsed.GetValue(ScratchArguments.Threads),
        Scratch = ScratchArguments.Read(parsed, Defaults.Scratch),
    };

    /// <summary>Says each step, and stops between two of them where the user wants it: the state is kept then.</summary>
    internal static Action<string> Tell(Messages messages, CancellationToken cancel) => line =>
    {
        cancel.ThrowIfCancellationRequested();
        messages.Say(line);
    };
}
