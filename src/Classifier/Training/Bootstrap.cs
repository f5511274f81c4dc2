namespace Classifier.Training;

/// <summary>A measure with the middle 95 % of what it would be on other documents of the same kind.</summary>
/// <param name="Value">The measure on the clauses at hand.</param>
/// <param name="Low">2.5 % quantile.</param>
/// <param name="High">97.5 % quantile.</param>
public sealed record Interval(double? Value, double? Low, double? High);

/// <summary>
/// Draws documents with replacement and measures again (Efron 1979). Whole documents are drawn, as clauses of one document rise and fall together; intervals over
/// single clauses would be too narrow.
/// </summary>
/// <param name="rounds">How often; 500.</param>
/// <param name="seed">Seed of the draw; 1.</param>
public sealed class Bootstrap(int rounds = 500, int seed = 1)
{
    /// <summary>Measures once on all rows and again on each draw.</summary>
    /// <param name="clauses">The clauses.</param>
    /// <param name="measure">The measure, given indexes of clauses, repeated where drawn more than once; null where undefined.</param>
    public Interval Of(IReadOnlyList<LabelledClause> clauses, Func<IReadOnlyList<int>, double?> measure)
    {
        double[] drawn = [.. Draws(clauses).Select(measure).OfType<double>().Order()];
        double? value = measure([.. Enumerable.Range(0, clauses.Count)]);
        return drawn.Length == 0 ? new Interval(value, null, null) : new Interval(value, Quantile(drawn, 0.025), Quantile(drawn, 0.975));
    }

    /// <summary>Compares two models on the same clauses.</summary>
    /// <param name="clauses">The clauses.</param>
    /// <param name="one">A measure of the first model.</param>
    /// <param name="other">The same of the second.</param>
    /// <returns>The difference second less first, and the share of draws in which it has the other sign, doubled (two-sided): how easily chance explains it.</returns>
    public (Interval Difference, double? Chance) Compare(IReadOnlyList<LabelledClause> clauses, Func<IReadOnlyList<int>, double?> one, Func<IReadOnlyList<int>, double?> other)
    {
        double? Difference(IReadOnlyList<int> rows) => other(rows) - one(rows);
        double[] drawn = [.. Draws(clauses).Select(Difference).OfType<double>().Order()];
        double? value = Difference([.. Enumerable.Range(0, clauses.Count)]);
        if (drawn.Length == 0) return (new Interval(value, null, null), null);
        double tail = Math.Min(drawn.Count(difference => difference <= 0), drawn.Count(difference => difference >= 0));
        return (new Interval(value, Quantile(drawn, 0.025), Quantile(drawn, 0.975)), Math.Min(1, 2 * (tail + 1) / (drawn.Length + 1)));
    }

    private IEnumerable<IReadOnlyList<int>> Draws(IReadOnlyList<LabelledClause> clauses)
    {
        int[][] documents = [.. Enumerable.Range(0, clauses.Count).GroupBy(i => clauses[i].Document.Length > 0 ? clauses[i].Document : clauses[i].Group).Select(rows => rows.ToArray())];
        if (documents.Length == 0) yield break;
        Random random = new(seed);
        for (int round = 0; round < rounds; round++) yield return [.. Enumerable.Range(0, documents.Length).SelectMany(_ => documents[random.Next(documents.Length)])];
    }

    private static double Quantile(double[] sorted, double share) => sorted[(int)Math.Round(share * (sorted.Length - 1))];
}
