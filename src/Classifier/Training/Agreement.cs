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

/// <summary>How far two annotators agree on one axis.</summary>
/// <param name="Axis">Name of its column in the report.</param>
/// <param name="Percent">Share of clauses with the same value.</param>
/// <param name="Kappa">Cohen's kappa (1960) over the axis's values; null where both always give the same.</param>
/// <param name="KappaInterval">Kappa with its bootstrap interval over documents.</param>
public sealed record AxisAgreement(string Axis, double? Percent, double? Kappa, Interval KappaInterval);

/// <summary>A clause on which two annotators differ.</summary>
/// <param name="Id">The clause.</param>
/// <param name="Text">Its text.</param>
/// <param name="Labels">The labels that one gave and the other did not.</param>
public sealed record Disagreement(string Id, string Text, IReadOnlyList<string> Labels);

/// <summary>Two annotators' labels of the same clauses, compared.</summary>
/// <param name="Clauses">Clauses that both have labelled.</param>
/// <param name="Labels">One entry a label.</param>
/// <param name="Axes">One entry an axis.</param>
/// <param name="Disagreements">The clauses on which they differ, in the first one's order.</param>
/// <param name="OnlyFirst">Ids of clauses that the other has not labelled.</param>
/// <param name="OnlyOther">Ids of clauses that only the other has labelled.</param>
public sealed record Agreement(
    int Clauses, IReadOnlyList<LabelAgreement> Labels, IReadOnlyList<AxisAgreement> Axes, IReadOnlyList<Disagreement> Disagreements, IReadOnlyList<string> OnlyFirst, IReadOnlyList<string> OnlyOther)
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
            [
                Axis("layer", clause => clause.Layer, pairs), Axis("rights_impact", clause => clause.RightsImpact, pairs),
                Axis("framing", clause => clause.Framing, pairs), Axis("force", clause => clause.Force, pairs),
            ],
            [.. pairs.Where(pair => !pair.One.AgreesWith(pair.Other)).Select(pair => new Disagreement(pair.One.Id, pair.One.Text, [.. ScoreLabels.All.Where(label => pair.One.Has(label) != pair.Other.Has(label)).Select(label => label.Name())]))],
            Alone(first, second),
            Alone(second, first));
    }

    private static string[] Alone(IReadOnlyList<LabelledClause> one, IReadOnlyList<LabelledClause> other) => [.. one.Select(clause => clause.Id).Except(other.Select(clause => clause.Id))];

    private static LabelAgreement Label(ScoreLabel label, (LabelledClause One, LabelledClause Other)[] pairs)
    {
        (bool One, bool Other)[] answers = [.. pairs.Select(pair => (pair.One.Has(label), pair.Other.Has(label)))];
        LabelledClause[] clauses = [.. pairs.Select(pair => pair.One)];
        int yes = answers.Count(answer => answer.One) + answers.Count(answer => answer.Other);
        return new LabelAgreement(
            label.Name(), (double)yes / (2 * answers.Length), (double)answers.Count(answer => answer.One == answer.Other) / answers.Length,
            Kappa(answers), Alpha(answers), new Bootstrap().Of(clauses, rows => Kappa([.. rows.Select(row => answers[row])])));
    }

    private static AxisAgreement Axis<T>(string name, Func<LabelledClause, T> value, (LabelledClause One, LabelledClause Other)[] pairs) where T : struct
    {
        (T One, T Other)[] answers = [.. pairs.Select(pair => (value(pair.One), value(pair.Other)))];
        return new AxisAgreement(
            name, (double)answers.Count(answer => answer.One.Equals(answer.Other)) / answers.Length,
            Kappa(answers), new Bootstrap().Of([.. pairs.Select(pair => pair.One)], rows => Kappa([.. rows.Select(row => answers[row])])));
    }

    /// <summary>Cohen's kappa, over as many values as there are.</summary>
    internal static double? Kappa<T>(IReadOnlyList<(T One, T Other)> answers) where T : struct
    {
        double n = answers.Count;
        Dictionary<T, int> others = answers.CountBy(answer => answer.Other).ToDictionary();
        double chance = answers.CountBy(answer => answer.One).Sum(one => one.Value * (double)others.GetValueOrDefault(one.Key)) / (n * n);
        return chance < 1 ? ((answers.Count(answer => answer.One.Equals(answer.Other)) / n) - chance) / (1 - chance) : null;
    }

    /// <summary>Krippendorff's alpha for two annotators without gaps, nominal: 1 - observed / expected disagreement.</summary>
    internal static double? Alpha(IReadOnlyList<(bool One, bool Other)> answers)
    {
        double values = 2.0 * answers.Count, yes = answers.Count(answer => answer.One) + answers.Count(answer => answer.Other);
        double expected = 2 * yes * (values - yes) / (values * (values - 1));
        return expected > 0 ? 1 - ((double)answers.Count(answer => answer.One != answer.Other) / answers.Count / expected) : null;
    }
}
