using System.CommandLine;
using Classifier.App.Terminal;
using Classifier.Models;
using Classifier.Training;

namespace Classifier.App.Commands;

/// <summary><c>crossvalidate</c>: how a model would fare on documents that it did not learn from, without making one.</summary>
internal static class CrossValidateCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Command command = new("crossvalidate", "Measure what a model learns from labelled clauses, part by part, on documents that it did not learn from")
        {
            TrainCommand.Data, TrainCommand.Vectors, EvaluateCommand.Report, TrainCommand.Seed, TrainCommand.Folds, TrainCommand.TargetRecall,
        };
        command.SetAction(parsed => CommandLine.Guarded(messages =>
        {
            ClauseVectors? vectors = parsed.GetValue(TrainCommand.Vectors) is { } file ? ModelFolder.Vectors(file).Vectors : null;
            CrossValidation crossed = CrossValidation.Run(TrainingSet.Read(TrainCommand.Sources(parsed)), TrainCommand.Options(parsed), vectors, messages.Say);
            messages.Show(EvaluationTable.Lines(crossed.Evaluate()));
            if (parsed.GetValue(EvaluateCommand.Report) is { } folder)
                new EvaluationReport(new Bootstrap()).Write(folder, "cross-validation", crossed.Calibration.Card, crossed.Calibration.Probabilities, crossed.Measured);
            return ExitCodes.Done;
        }));
        return command;
    }
}
