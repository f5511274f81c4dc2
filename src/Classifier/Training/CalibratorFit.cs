using Classifier.Models;

namespace Classifier.Training;

/// <summary>
/// Fits a calibrator on scores of clauses that the model did not learn from: first one straight line (Platt 1999, with the smoothed targets that Lin, Lin and Weng give
/// in A note on Platt's probabilistic outputs, 2007), then the two lines that meet where the first one is at <see cref="LineAtBend"/>. Scores of clauses that hardly bear
/// a label fall faster than one line through all of them can follow.
/// </summary>
internal static class CalibratorFit
{
    /// <summary>Log-odds of the one line, 12 %, where it is bent: chosen by cross-validation, see the table of calibrations in the default model's card.</summary>
    internal const double LineAtBend = -2;

    private const int MostSteps = 100;

    /// <summary>How firmly the two lines are held to the one, so that few clauses bend it little; there is hardly a prior on the line itself.</summary>
    private const double Stiffness = 3, Unheld = 1e-9;

    /// <summary>The one line stays where one of two would be flatter than this share of it: such a fit is chance, and nothing could be learnt on top of it.</summary>
    private const double LeastSlope = 0.2;
    private const double Converged = 1e-8;

    /// <summary>Fits; returns a nearly constant calibrator where all answers are the same, and never one that falls.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="answers">The annotators' answers, in the same order.</param>
    /// <param name="weights">How much each clause counts, above 0; 1 is a clause in full.</param>
    public static Calibrator Fit(IReadOnlyList<double> scores, IReadOnlyList<bool> answers, IReadOnlyList<double> weights)
    {
        Sample[] line = [.. scores.Select((score, i) => new Sample([1, score], answers[i], weights[i]))];
        (double intercept, double slope) = Line(line);
        if (!(slope > 0)) return new Calibrator(0, Prior(line), 1e-6, 1e-6);
        double bend = (LineAtBend - intercept) / slope;
        Sample[] lines = [.. line.Select(sample => sample with { Features = [1, slope * Math.Min(sample.Features[1] - bend, 0), slope * Math.Max(sample.Features[1] - bend, 0)] })];
        double[] bent = Newton(lines, [LineAtBend, 1, 1], [Unheld, Stiffness, Stiffness]);
        return Math.Min(bent[1], bent[2]) > LeastSlope ? new Calibrator(bend, bent[0], slope * bent[1], slope * bent[2]) : new Calibrator(bend, LineAtBend, slope, slope);
    }

    /// <summary>The mean log loss of one straight line fitted to the scores: how much they say about the answers, whatever their scale. Scores that fall with the answers say nothing.</summary>
    public static double LogLoss(IReadOnlyList<double> scores, IReadOnlyList<bool> answers)
    {
        (double intercept, double slope) = Line([.. scores.Select((score, i) => new Sample([1, score], answers[i], 1))]);
        if (slope <= 0) (intercept, slope) = (Prior([.. answers.Select(answer => new Sample([1], answer, 1))]), 0);
        return scores.Zip(answers, (score, answer) => Loss(intercept + (slope * score), answer ? 1 : 0)).Average();
    }

    private static (double Intercept, double Slope) Line(Sample[] samples)
    {
        double[] line = Newton(samples, [Prior(samples), 0], [Unheld, Unheld]);
        return (line[0], line[1]);
    }

    private static double Prior(Sample[] samples)
    {
        (double positives, double negatives) = Count(samples);
        return Math.Log((positives + 1) / (negatives + 1));
    }

    private static (double Positives, double Negatives) Count(Sample[] samples) =>
        (samples.Where(sample => sample.Answer).Sum(sample => sample.Weight), samples.Where(sample => !sample.Answer).Sum(sample => sample.Weight));

    /// <summary>The coefficients of the least log loss, by Newton's method with backtracking.</summary>
    /// <param name="samples">The clauses.</param>
    /// <param name="start">Where the coefficients start, and are held to.</param>
    /// <param name="hold">How firmly, each above 0.</param>
    private static double[] Newton(Sample[] samples, double[] start, double[] hold)
    {
        (double positives, double negatives) = Count(samples);
        double high = (positives + 1) / (positives + 2), low = 1 / (negatives + 2);
        double Target(Sample sample) => sample.Answer ? high : low;
        double Total(double[] at) => samples.Sum(sample => sample.Weight * Loss(Dot(sample.Features, at), Target(sample))) + at.Select((value, k) => hold[k] * (value - start[k]) * (value - start[k]) / 2).Sum();
        double[] place = [.. start];
        double loss = Total(place);
        for (int step = 0; step < MostSteps; step++)
        {
            double[] gradient = [.. place.Select((value, k) => hold[k] * (value - start[k]))];
            double[][] curvature = [.. hold.Select((value, k) => hold.Select((_, j) => j == k ? value : 0).ToArray())];
            foreach (Sample sample in samples)
            {
                double p = 1 / (1 + Math.Exp(-Dot(sample.Features, place))), miss = sample.Weight * (p - Target(sample)), weight = sample.Weight * p * (1 - p);
                for (int k = 0; k < place.Length; k++)
                {
                    gradient[k] += miss * sample.Features[k];
                    for (int j = 0; j <= k; j++) curvature[k][j] += weight * sample.Features[k] * sample.Features[j];
                }
            }
            if (gradient.All(value => Math.Abs(value) < Converged)) break;
            Cholesky.Factor(curvature);
            double[] direction = Cholesky.Solve(curvature, gradient);
            double[] Move(double size) => [.. place.Zip(direction, (value, along) => value - (size * along))];
            double size = 1, next = Total(Move(size));
            while (next > loss && size > 1e-10) next = Total(Move(size /= 2));
            if (next >= loss) break;
            (place, loss) = (Move(size), next);
        }
        return place;
    }

    private static double Loss(double odds, double target) => Math.Max(odds, 0) + Math.Log(1 + Math.Exp(-Math.Abs(odds))) - (target * odds);

    private static double Dot(double[] one, double[] other)
    {
        double sum = 0;
        for (int k = 0; k < one.Length; k++) sum += one[k] * other[k];
        return sum;
    }

    /// <summary>A clause as a line is fitted to it.</summary>
    private sealed record Sample(double[] Features, bool Answer, double Weight);
}
