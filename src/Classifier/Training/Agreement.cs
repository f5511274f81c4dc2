using Classifier.Models;

namespace Classifier.Training;

/// <summary>How far two annotators agree on one yes/no question.</summary>
/// <param name="Label">Column name of the label.</param>
/// <param name="Prevalence">Share of yes among both annotators' answers; null without clauses.</param>
/// <param name="Percent">Share of clauses with the same answer.</param>
/// <param name="Kappa">Cohen's kappa (1960), agreement beyond chance; null where both always give the same answer.</param>
/// <param name="Alpha">Krippendorff's alpha for nominal data; null in the same case.</param>
/// <param name="KappaInterval">Kappa with its bootstrap interval over documents.</param>
public sealed record LabelAgreement(string Label, double? Prevalence, double? Percent, double? Kappa, double? Alpha, Interval KappaInterval);

/// <summary>A clause on which two annotators differ.</summary>
/// <param name="Id">The clause.</param>
/// <param name="Text">Its text.</param>
/// <param name="Labels">The labels that one gave and the other did not.</param>
public sealed record Disagreement(string Id, string Text, IReadOnlyList<string> Labels);

/// <summary>Two annotators' labels of the same clauses, compared.</summary>
/// <param name="Clauses">Clauses that both have labelled.</param>
/// <param name="Labels">One entry a label.</param>
/// <param name="Disagreements">The clauses on which they differ, in the first one's order.</param>
public sealed record Agreement(int Clauses, IReadOnlyList<LabelAgreement> Labels, IReadOnlyList<Disagreement> Disagreements)
{
    /// <summary>Compares the clauses that occur in both, matched by id.</summary>
    /// <exception cref="InvalidDataException">An id stands for different texts, or none occurs in both.</exception>
    public static Agreement Of(IReadOnlyList<LabelledClause> first, IReadOnlyList<LabelledClause> second)
    {
        Dictionary<string, LabelledClause> byId = second.ToDictionary(clause => clause.Id, StringComparer.Ordinal);
        (LabelledClause One, LabelledClause Other)[] pairs = [.. first.Where(clause => byId.ContainsKey(clause.Id)).Select(clause => (clause, byId[clause.Id]))];
        if (pairs.FirstOrDefault(pair => pair.One.Text != pair.Other.Text) is { One: not null } differing)
        {
            throw new InvalidDataException($"Found the id \"{differing.One.Id}\" with two different texts; expected both annotators to have labelled the same clauses.");
        }
        if (pairs.Length == 0) throw new InvalidDataException("Found no id that occurs in both files; expected labels of the same clauses.");
        return new Agreement(
            pairs.Length,
            [.. ScoreLabels.All.Select(label => Label(label, pairs))],
            [.. pairs.Where(pair => !pair.One.AgreesWith(pair.Other)).Select(pair => new Disagreement(pair.One.Id, pair.One.Text, [.. ScoreLabels.All.Where(label => pair.One.Has(label) != pair.Other.Has(label)).Select(label => label.Name())]))]);
    }

    private static LabelAgreement Label(ScoreLabel label, (LabelledClause One, LabelledClause Other)[] pairs)
    {
        (bool One, bool Other)[] answers = [.. pairs.Select(pair => (pair.One.Has(label), pair.Other.Has(label)))];
        LabelledClause[] clauses = [.. pairs.Select(pair => pair.One)];
        int yes = answers.Count(answer => answer.One) + answers.Count(answer => answer.Other);
        return new LabelAgreement(
            label.Name(), (double)yes / (2 * answers.Length), (double)answers.Count(answer => answer.One == answer.Other) / answers.Length,
            Kappa(answers), Alpha(answers), new Bootstrap().Of(clauses, rows => Kappa([.. rows.Select(row => answers[row])])));
    }

    /// <summary>Cohen's kappa.</summary>
    internal static double? Kappa(IReadOnlyList<(bool One, bool Other)> answers)
    {
        double n = answers.Count, one = answers.Count(answer => answer.One) / n, other = answers.Count(answer => answer.Other) / n;
        double chance = (one * other) + ((1 - one) * (1 - other));
        return chance < 1 ? ((answers.Count(answer => answer.One == answer.Other) / n) - chance) / (1 - chance) : null;
    }

    /// <summary>Krippendorff's alpha for two annotators without gaps, nominal: 1 - observed / expected disagreement.</summary>
    internal static double? Alpha(IReadOnlyList<(bool One, bool Other)> answers)
    {
        double values = 2.0 * answers.Count, yes = answers.Count(answer => answer.One) + answers.Count(answer => answer.Other);
        double expected = 2 * yes * (values - yes) / (values * (values - 1));
        return expected > 0 ? 1 - ((double)answers.Count(answer => answer.One != answer.Other) / answers.Count / expected) : null;
    }
}
