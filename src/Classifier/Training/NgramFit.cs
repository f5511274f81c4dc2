using Classifier.Models;

namespace Classifier.Training;

/// <summary>
/// Fits the n-gram term on some of the clauses: chooses the n-grams, then fits every question over them twice, by logistic regression and by least squares, and
/// adds both up at equal spread. The two losses err differently: squares do better on rare labels and new sources, logistic regression on common ones.
/// </summary>
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
        bool[][] answers = [.. ScoreLabels.All.Select(label => rows.Select(row => data.Clauses[row].Has(label)).ToArray())];
        IReadOnlyList<LinearFit> squares = new LeastSquaresTrainer(options.LeastSquaresL2).Fit(featurizer.Count, vectors, answers, weights);
        LinearFit[] fits = new LinearFit[answers.Length];
        // Each question is fitted on one thread, so that the questions may share the processors without changing a bit of the result.
        Parallel.For(0, fits.Length, label =>
        {
            LinearFit logistic = new LogisticTrainer(options.L2).Fit(featurizer.Count, vectors, answers[label], weights);
            double spread = squares[label].Spread(vectors);
            fits[label] = spread > 0 ? logistic.Plus(squares[label], logistic.Spread(vectors) / spread) : logistic;
        });
        ulong[] known = [.. scanned.SelectMany(clause => clause.Words).Select(word => word.Hash).Distinct().Order()];
        return new LinearWeights(featurizer, Interleave(fits, featurizer.Count), [.. fits.Select(fit => fit.Bias)], known);
    }

    private static Half[] Interleave(LinearFit[] fits, int features)
    {
        Half[] weights = new Half[features * fits.Length];
        for (int feature = 0; feature < features; feature++)
        {
            for (int label = 0; label < fits.Length; label++) weights[(feature * fits.Length) + label] = (Half)fits[label].Weights[feature];
        }
        return weights;
    }
}
