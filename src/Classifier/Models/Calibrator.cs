namespace Classifier.Models;

/// <summary>
/// Turns a score into a probability, 1 / (1 + exp(-log-odds)), where the log-odds rise with the score along two straight lines that meet: a Platt calibrator
/// (1999) with a bend. They rise all the way, so that the order of clauses never changes.
/// </summary>
/// <param name="Bend">The score where the lines meet; any finite value.</param>
/// <param name="AtBend">The log-odds there; any finite value.</param>
/// <param name="Below">What the log-odds rise by for each unit of score below the bend; positive.</param>
/// <param name="Above">The same above the bend; positive.</param>
internal sealed record Calibrator(double Bend, double AtBend, double Below, double Above)
{
    /// <summary>Takes scores for the log-odds that they are.</summary>
    public static Calibrator AsItIs { get; } = new(0, 0, 1, 1);

    /// <summary>Whether it is one that keeps the order of clauses.</summary>
    internal bool Rises => double.IsFinite(Bend + AtBend + Below + Above) && Below > 0 && Above > 0;

    /// <summary>The log-odds of a score.</summary>
    public double LogOdds(double score) => AtBend + (SlopeAt(score) * (score - Bend));

    /// <summary>What the log-odds rise by for each unit of score at a score.</summary>
    public double SlopeAt(double score) => score < Bend ? Below : Above;

    /// <summary>The probability, 0..1, of a score.</summary>
    public float Probability(double score) => (float)(1 / (1 + Math.Exp(-LogOdds(score))));
}
