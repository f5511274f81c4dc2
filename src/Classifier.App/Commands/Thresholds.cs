using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Classifier.Models;

namespace Classifier.App.Commands;

/// <summary>Thresholds that a user sets in place of the model's.</summary>
internal static class Thresholds
{
    /// <summary>The option.</summary>
    public static Option<string[]> Option { get; } = Create();

    /// <summary>What the user set, in score order.</summary>
    public static IReadOnlyDictionary<ScoreLabel, float> Of(ParseResult parsed) =>
        (parsed.GetValue(Option) ?? []).Select(given => Parse(given)!.Value).OrderBy(pair => pair.Label).ToDictionary(pair => pair.Label, pair => pair.Threshold);

    private static Option<string[]> Create()
    {
        Option<string[]> option = new("--threshold")
        {
            Description = "Give a label from this probability on, in place of the model's threshold; may be repeated",
            HelpName = "LABEL=P",
            AllowMultipleArgumentsPerToken = true,
        };
        option.Validators.Add(Check);
        return option;
    }

    private static void Check(OptionResult result)
    {
        string[] given = [.. result.Tokens.Select(token => token.Value)];
        foreach (string wrong in given.Where(one => Parse(one) is null))
            result.AddError($"--threshold {wrong} is not of the form LABEL=P, with P from 0 to 1 and LABEL one of {string.Join(", ", ScoreLabels.Names)}.");
        foreach (var twice in given.Select(Parse).OfType<(ScoreLabel Label, float Threshold)>().GroupBy(pair => pair.Label).Where(group => group.Count() > 1))
            result.AddError($"--threshold names {twice.Key.Name()} twice; give one threshold a label.");
    }

    private static (ScoreLabel Label, float Threshold)? Parse(string given) =>
        given.Split('=') is [var name, var value] && ScoreLabels.Names.Contains(name)
        && float.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out float threshold) && threshold is >= 0 and <= 1
            ? (ScoreLabels.All.Single(label => label.Name() == name), threshold)
            : null;
}
