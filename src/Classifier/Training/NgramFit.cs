using Classifier.Models;

namespace Classifier.Training;

/// <summary>Fits the n-gram term on some of the clauses: chooses the n-grams, then fits one question after another.</summary>
internal sealed class NgramFit(TrainingOptions options)
{
    /// <summary>Fits.</summary>
    /// <param name="data">All clauses.</param>
    /// <param name="rows">Indexes of those to learn from; nothing else of <paramref name="data"/> is looked at.</param>
    public LinearWeights Fit(TrainingSet data, IReadOnlyList<int> rows)
    {
        ScannedClause[] scanned = [.. rows.Select(row => data.Scanned[row])];
        NgramFeaturizer featurizer = new NgramSelection(options).Choose(scanned);
        SparseVector[] vectors = [.. scanned.Select(featurizer.Transform)];
        float[] weights = [.. rows.Select(row => data.Weights[row])];
        LogisticFit[] fits = new LogisticFit[ScoreLabels.All.Count];
        // Each question is fitted on one thread, so that the questions may share the processors without changing a bit of the result.
        Parallel.ForEach(ScoreLabels.All, label =>
            fits[(int)label] = new LogisticTrainer(options.L2).Fit(featurizer.Count, vectors, [.. rows.Select(row => data.Clauses[row].Has(label))], weights));
        ulong[] known = [.. scanned.SelectMany(clause => clause.Words).Select(word => word.Hash).Distinct().Order()];
        return new LinearWeights(featurizer, Interleave(fits, featurizer.Count), [.. fits.Select(fit => fit.Bias)], known);
    }

    private static Half[] Interleave(LogisticFit[] fits, int features)
    {
        Half[] weights = new Half[features * fits.Length];
        for (int feature = 0; feature < features; feature++)
        {
            for (int label = 0; label < fits.Length; label++) weights[(feature * fits.Length) + label] = (Half)fits[label].Weights[feature];
        }
        return weights;
    }
}
