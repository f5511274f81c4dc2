namespace Classifier.Models;

/// <summary>
/// Turns a score in log-odds into a probability: 1 / (1 + exp(-(slope × score + intercept))) (Platt 1999). A non-decreasing
/// function, so that it never changes the order of clauses.
/// </summary>
/// <param name="Slope">Positive.</param>
/// <param name="Intercept">Any finite value.</param>
internal sealed record PlattCalibrator(double Slope, double Intercept)
{
    /// <summary>The probability, 0..1, of a score.</summary>
    public float Probability(double score) => (float)(1 / (1 + Math.Exp(-((Slope * score) + Intercept))));
}
