using Classifier.Models;

namespace Classifier.Training;

/// <summary>Fits a model's terms: n-grams always, the kernel where there are vectors.</summary>
internal sealed class TermFit(TrainingOptions options, ClauseVectors? vectors)
{
    /// <summary>Fits the terms on some clauses.</summary>
    /// <param name="data">All clauses.</param>
    /// <param name="rows">Indexes of those to learn from.</param>
    public (LinearWeights Ngrams, KernelWeights? Kernel) Fit(TrainingSet data, IReadOnlyList<int> rows) =>
        (new NgramFit(options).Fit(data, rows), vectors is null ? null : new KernelFit(options, vectors).Fit(data, rows));

    /// <summary>Fits the terms once for each part, on the clauses of the other parts, and scores the part.</summary>
    /// <param name="data">All clauses.</param>
    /// <param name="parts">The part of each clause.</param>
    /// <param name="learnable">The clauses that may be learnt from.</param>
    /// <param name="tell">Told which part is being fitted.</param>
    public OutOfFold Cross(TrainingSet data, IReadOnlyList<int> parts, IReadOnlyList<bool> learnable, Action<string>? tell)
    {
        double[][] ngrams = new double[parts.Count][], kernel = new double[parts.Count][];
        for (int part = 0; part < options.Folds; part++)
        {
            // The last part's matrices are large objects, which are else swept so late that two or three parts lie in memory at once.
            GC.Collect();
            tell?.Invoke($"fitting part {part + 1} of {options.Folds}");
            (LinearWeights linear, KernelWeights? bells) = Fit(data, [.. Enumerable.Range(0, parts.Count).Where(row => parts[row] != part && learnable[row])]);
            int[] held = [.. Enumerable.Range(0, parts.Count).Where(row => parts[row] == part)];
            Score(new NgramTerm(linear), data, held, ngrams);
            if (bells is not null) Score(new KernelTerm(bells, vectors!), data, held, kernel);
        }
        return vectors is null ? new OutOfFold(ngrams, ngrams, null) : OutOfFold.Blend(data, ngrams, kernel);
    }

    private static void Score(IScoreTerm term, TrainingSet data, int[] rows, double[][] scores)
    {
        foreach (int[] group in rows.Chunk(ClauseGroup.Size))
        {
            float[][] odds = [.. group.Select(_ => new float[ScoreLabels.All.Count])];
            term.AddTo([.. group.Select(row => data.Scanned[row])], odds);
            for (int i = 0; i < group.Length; i++) scores[group[i]] = [.. odds[i].Select(value => (double)value)];
        }
    }
}
