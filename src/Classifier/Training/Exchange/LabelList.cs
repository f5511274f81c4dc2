using Classifier.Models;
using Classifier.Reports;
using Classifier.Scores;

namespace Classifier.Training.Exchange;

/// <summary>
/// A clause's labels as programs for annotators hold them: a list of the eleven names, each there or not. What no name is there for is neither layer, no impact,
/// neutral, or without force.
/// </summary>
internal static class LabelList
{
    /// <summary>What annotators choose where no label holds, if their program asks for a choice.</summary>
    public static readonly string[] Nothing = ["none", "neutral", "neither"];

    // Labels of one axis of which a clause has at most one.
    private static readonly (ScoreLabel One, ScoreLabel Other)[] Rivals =
        [(ScoreLabel.Restricts, ScoreLabel.Protects), (ScoreLabel.StateCentric, ScoreLabel.Multistakeholder), (ScoreLabel.Binding, ScoreLabel.Voluntary)];

    /// <summary>The labels of an axis that a clause has, in score order.</summary>
    public static IReadOnlyList<string> Of(LabelledClause clause) => [.. ScoreLabels.All.Where(clause.Has).Select(label => label.Name())];

    /// <summary>The fields of a row that its labels stand for.</summary>
    /// <param name="place">File and line, for the message.</param>
    /// <param name="names">The labels' names.</param>
    /// <returns>Values by field, as a row of a data file holds them.</returns>
    /// <exception cref="InvalidDataException">A name is of another scheme, or two labels exclude each other.</exception>
    public static IReadOnlyDictionary<string, string> ToFields(string place, IReadOnlyList<string> names)
    {
        HashSet<string> given = [.. names.Except(Nothing)];
        if (given.FirstOrDefault(name => !ScoreLabels.Names.Contains(name)) is { } unknown)
            throw new InvalidDataException($"{place}: found the label \"{unknown}\"; expected {string.Join(" or ", ScoreLabels.Names)}.");
        bool Has(ScoreLabel label) => given.Contains(label.Name());
        foreach ((ScoreLabel one, ScoreLabel other) in Rivals)
        {
            if (Has(one) && Has(other)) throw new InvalidDataException($"{place}: found both \"{one.Name()}\" and \"{other.Name()}\"; expected at most one of them.");
        }
        string OneOf(ScoreLabel one, ScoreLabel other, string neither) => Has(one) ? one.Name() : Has(other) ? other.Name() : neither;
        return new Dictionary<string, string>
        {
            ["infrastructure"] = Has(ScoreLabel.Infrastructure) ? "1" : "0",
            ["content"] = Has(ScoreLabel.Content) ? "1" : "0",
            ["rights_impact"] = OneOf(ScoreLabel.Restricts, ScoreLabel.Protects, CellText.Of(RightsImpact.None)),
            ["rights"] = string.Join(';', new[] { ScoreLabel.Expression, ScoreLabel.Privacy, ScoreLabel.Communication }.Where(Has).Select(label => label.Name())),
            ["framing"] = OneOf(ScoreLabel.StateCentric, ScoreLabel.Multistakeholder, CellText.Of(Framing.Neutral)),
            ["force"] = OneOf(ScoreLabel.Binding, ScoreLabel.Voluntary, CellText.Of(Force.None)),
        };
    }
}
