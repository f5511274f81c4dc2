namespace Classifier.Models;

/// <summary>
/// Turns clauses into probabilities. Implementations are immutable and safe to call from several threads; a clause's
/// scores depend on its text alone, not on its neighbours in the batch.
/// </summary>
public interface IClauseModel
{
    /// <summary>What the model is and the cut-offs chosen for it, as stored in its folder.</summary>
    ModelCard Card { get; }

    /// <summary>Scores a batch of clauses.</summary>
    /// <param name="texts">Clause texts; an empty text is allowed and gets the score of a clause without any known feature.</param>
    /// <returns>Calibrated probabilities 0..1, shape [texts.Count, 11], rows in input order, columns as <see cref="ScoreLabels.All"/>.</returns>
    float[,] Score(IReadOnlyList<string> texts);

    /// <summary>Names what moved one label's score of one clause.</summary>
    /// <returns>Contributions in log-odds before calibration, largest absolute value first, each with its place in <paramref name="text"/>.</returns>
    IReadOnlyList<Contribution> Explain(string text, ScoreLabel label);

    /// <summary>The share of the clause's words that the model never saw in training, 0..1; 0 for a text without words.</summary>
    double UnknownShare(string text);
}

/// <summary>A word or phrase of a clause and how far it moved a score.</summary>
/// <param name="Start">Offset of its first character in the clause's text.</param>
/// <param name="Length">Length in characters.</param>
/// <param name="Weight">Change of the log-odds before calibration; negative values lower the score.</param>
public readonly record struct Contribution(int Start, int Length, double Weight);
