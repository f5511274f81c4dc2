using Classifier.Models;

namespace Classifier.Training;

/// <summary>
/// Fits a calibrator on scores of clauses that the model did not learn from: Newton's method with backtracking on Platt's smoothed targets
/// (Lin, Lin and Weng 2007, A note on Platt's probabilistic outputs).
/// </summary>
internal static class PlattFit
{
    private const int MostSteps = 100;
    private const double Ridge = 1e-9, Converged = 1e-8;

    /// <summary>Fits; returns a nearly constant calibrator where all answers are the same, and never one that falls.</summary>
    public static PlattCalibrator Fit(IReadOnlyList<double> scores, IReadOnlyList<bool> answers)
    {
        int positives = answers.Count(answer => answer);
        double high = (positives + 1.0) / (positives + 2.0), low = 1.0 / (answers.Count - positives + 2.0);
        double[] targets = [.. answers.Select(answer => answer ? high : low)];
        double slope = 0, intercept = Math.Log((positives + 1.0) / (answers.Count - positives + 1.0));
        double loss = Loss(scores, targets, slope, intercept);
        for (int step = 0; step < MostSteps; step++)
        {
            double ga = 0, gb = 0, haa = Ridge, hab = 0, hbb = Ridge;
            for (int i = 0; i < targets.Length; i++)
            {
                double p = 1 / (1 + Math.Exp(-((slope * scores[i]) + intercept))), d = p - targets[i], w = p * (1 - p);
                ga += d * scores[i];
                gb += d;
                haa += w * scores[i] * scores[i];
                hab += w * scores[i];
                hbb += w;
            }
            if (Math.Abs(ga) < Converged && Math.Abs(gb) < Converged) break;
            double determinant = (haa * hbb) - (hab * hab);
            double da = -((hbb * ga) - (hab * gb)) / determinant, db = -((haa * gb) - (hab * ga)) / determinant;
            double size = 1, next = Loss(scores, targets, slope + da, intercept + db);
            while (next > loss && size > 1e-10)
            {
                size /= 2;
                next = Loss(scores, targets, slope + (size * da), intercept + (size * db));
            }
            if (next >= loss) break;
            (slope, intercept, loss) = (slope + (size * da), intercept + (size * db), next);
        }
        return slope > 0 ? new PlattCalibrator(slope, intercept) : new PlattCalibrator(1e-6, Math.Log((positives + 1.0) / (answers.Count - positives + 1.0)));
    }

    /// <summary>The mean log loss of the calibrator fitted to the scores: how much they say about the answers, whatever their scale.</summary>
    public static double LogLoss(IReadOnlyList<double> scores, IReadOnlyList<bool> answers)
    {
        PlattCalibrator fitted = Fit(scores, answers);
        return Loss(scores, [.. answers.Select(answer => answer ? 1.0 : 0.0)], fitted.Slope, fitted.Intercept) / answers.Count;
    }

    private static double Loss(IReadOnlyList<double> scores, double[] targets, double slope, double intercept)
    {
        double loss = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            double x = (slope * scores[i]) + intercept;
            loss += Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x))) - (targets[i] * x);
        }
        return loss;
    }
}
