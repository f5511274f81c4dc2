namespace Classifier.Training;

/// <summary>Measures of one label's probabilities against the annotators' answers. What is undefined is null, never 0 or 1.</summary>
internal static class RankMetrics
{
    private const int CalibrationBins = 10;

    /// <summary>
    /// Average precision: the mean, over the positives, of the precision at each one's score; clauses with equal scores count as one step. Null without positives.
    /// </summary>
    public static double? AveragePrecision(IReadOnlyList<float> scores, IReadOnlyList<bool> answers)
    {
        int positives = answers.Count(answer => answer);
        if (positives == 0) return null;
        double sum = 0;
        foreach (Step step in Steps(scores, answers)) sum += step.NewHits * ((double)step.Hits / step.Given);
        return sum / positives;
    }

    /// <summary>The best precision among the thresholds that find at least a share <paramref name="recall"/>, 0..1, of the positives. Null without positives.</summary>
    public static double? PrecisionAtRecall(IReadOnlyList<float> scores, IReadOnlyList<bool> answers, double recall)
    {
        int positives = answers.Count(answer => answer);
        if (positives == 0) return null;
        return Steps(scores, answers).Where(step => (double)step.Hits / positives >= recall).Max(step => (double)step.Hits / step.Given);
    }

    /// <summary>Mean squared distance of probability and answer (Brier 1950). Null without clauses.</summary>
    public static double? Brier(IReadOnlyList<float> scores, IReadOnlyList<bool> answers) =>
        answers.Count == 0 ? null : scores.Select((score, i) => Math.Pow(score - (answers[i] ? 1 : 0), 2)).Average();

    /// <summary>
    /// Expected calibration error over ten bins of equal count, in order of probability: the mean over clauses of the distance between a bin's mean probability and
    /// its share of positives. Null without clauses.
    /// </summary>
    public static double? CalibrationError(IReadOnlyList<float> scores, IReadOnlyList<bool> answers) =>
        answers.Count == 0 ? null : Bins(scores, answers).Sum(bin => Math.Abs(bin.Positives - bin.Expected)) / answers.Count;

    /// <summary>The bins of the calibration error: how many clauses, the sum of their probabilities, and the positives among them.</summary>
    public static IReadOnlyList<(int Clauses, double Expected, int Positives)> Bins(IReadOnlyList<float> scores, IReadOnlyList<bool> answers)
    {
        int[] order = [.. Enumerable.Range(0, answers.Count).OrderBy(i => scores[i])];
        return [.. Enumerable.Range(0, CalibrationBins).Select(bin => order[(bin * order.Length / CalibrationBins)..((bin + 1) * order.Length / CalibrationBins)])
            .Where(part => part.Length > 0).Select(part => (part.Length, part.Sum(i => (double)scores[i]), part.Count(i => answers[i])))];
    }

    private readonly record struct Step(int Given, int Hits, int NewHits);

    private static IEnumerable<Step> Steps(IReadOnlyList<float> scores, IReadOnlyList<bool> answers)
    {
        int[] order = [.. Enumerable.Range(0, answers.Count).OrderByDescending(i => scores[i])];
        int hits = 0, before = 0;
        for (int i = 0; i < order.Length; i++)
        {
            if (answers[order[i]]) hits++;
            if (i + 1 < order.Length && scores[order[i + 1]] == scores[order[i]]) continue;
            yield return new Step(i + 1, hits, hits - before);
            before = hits;
        }
    }
}
