using System.CommandLine;
using System.Globalization;
using Classifier.App.Terminal;
using Classifier.Training;

namespace Classifier.App.Commands;

/// <summary><c>train</c>: labelled clauses become a model folder.</summary>
internal static class TrainCommand
{
    private static readonly TrainingOptions Defaults = new();

    internal static readonly Option<string[]> Data = new("--data")
    {
        Description = "Labelled clauses (.csv or .jsonl); FILE=0.3 counts each of its clauses at that weight",
        HelpName = "FILE[=WEIGHT]",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    internal static readonly Option<string> Out = new("--out") { Description = "Folder of the model", HelpName = "models/NAME", Required = true };
    internal static readonly Option<string> Vectors = new("--vectors") { Description = "Vectors of words and sentences (data/vectors/policy.bin): adds a term that knows which are of like meaning", HelpName = "FILE" };

    internal static readonly Option<string> Base = new("--base") { Description = "Adapt this model to the labelled clauses in place of training from nothing; its thresholds stay unless --target-recall asks for others", HelpName = "DIR" };
    internal static readonly Option<bool> Curve = new("--curve") { Description = "Measure with fewer labels too, write curve.csv, and say whether more would help" };

    internal static readonly Option<string[]> Test = new("--test")
    {
        Description = "Labelled clauses that the finished model is measured on, and that decide nothing",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };

    internal static readonly Option<string> Notes = new("--notes") { Description = "Markdown to set below the generated card", HelpName = "FILE" };
    internal static readonly Option<int> Seed = new("--seed") { Description = "Seed of the split into parts", HelpName = "N", DefaultValueFactory = _ => Defaults.Seed };
    internal static readonly Option<int> Folds = new("--folds") { Description = "Parts of the cross-validation", HelpName = "N", DefaultValueFactory = _ => Defaults.Folds };

    internal static readonly Option<double?> TargetRecall = Between("--target-recall", "Choose thresholds that find at least this share of each label's clauses, where ten or more have it (default: thresholds of best F1)", "R", 0.01, 1);
    internal static readonly Option<double?> ReviewPrecision = Between("--review-precision", "Mark clauses for review where fewer answers than this share are right (default: 0.5)", "P", 0.5, 0.99);

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Command command = new("train", "Fit a model to labelled clauses and measure it on documents that it did not learn from") { Data, Out, Base, Vectors, Curve, Test, Notes, Seed, Folds, TargetRecall, ReviewPrecision };
        command.SetAction(parsed => CommandLine.Guarded(messages =>
        {
            if (parsed.GetValue(Base) is not null && parsed.GetValue(Vectors) is not null) throw new StopException(ExitCodes.Usage, "--vectors says nothing with --base: the base brings its own vectors.");
            TrainingResult result = new TrainingRun(Options(parsed), messages.Say).Run(Request(parsed));
            messages.Show([.. EvaluationTable.Lines(result.Metrics.CrossValidation), .. EvaluationTable.Beside(result.Metrics.CrossValidation, result.Metrics.Baselines)]);
            if (result.Curve is { } curve) messages.Show(curve.Lines());
            messages.Say($"Model: {result.Folder}");
            return ExitCodes.Done;
        }));
        return command;
    }

    /// <summary>What the user asked for.</summary>
    internal static TrainingRequest Request(ParseResult parsed) => new()
    {
        Sources = Sources(parsed),
        Folder = parsed.GetRequiredValue(Out),
        Base = parsed.GetValue(Base),
        Curve = parsed.GetValue(Curve),
        Vectors = parsed.GetValue(Vectors),
        Tests = parsed.GetValue(Test) ?? [],
        Notes = parsed.GetValue(Notes),
    };

    /// <summary>The labelled clauses that the user named.</summary>
    internal static IReadOnlyList<TrainingSource> Sources(ParseResult parsed) => [.. parsed.GetRequiredValue(Data).Select(Source)];

    /// <summary>How the user wants to train.</summary>
    internal static TrainingOptions Options(ParseResult parsed)
    {
        TrainingOptions options = Defaults with { Seed = parsed.GetValue(Seed), Folds = parsed.GetValue(Folds), Targets = Targets(parsed) };
        if (options.Folds < 2) throw new StopException(ExitCodes.Usage, $"--folds {options.Folds} is out of range: there must be at least two parts, to learn from one and measure on the other.");
        return options;
    }

    private static LabelTargets Targets(ParseResult parsed) =>
        new LabelTargets() with { LeastRecall = parsed.GetValue(TargetRecall), ReviewPrecision = parsed.GetValue(ReviewPrecision) ?? new LabelTargets().ReviewPrecision };

    private static Option<double?> Between(string name, string description, string unit, double least, double most)
    {
        Option<double?> option = new(name) { Description = description, HelpName = unit };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double given) && !(given >= least && given <= most))
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} {given} is out of range: it must be {least} to {most}."));
        });
        return option;
    }

    private static TrainingSource Source(string given)
    {
        int sign = given.LastIndexOf('=');
        return sign > 0 && float.TryParse(given.AsSpan(sign + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out float weight)
            ? new TrainingSource(given[..sign], weight)
            : new TrainingSource(given);
    }
}
