using Classifier.Models;

namespace Classifier.Training;

/// <summary>
/// A way of training, measured: every clause is scored by terms that saw nothing of its document, group or near-duplicates. Calibration and thresholds are chosen
/// once, on all these scores.
/// </summary>
/// <param name="Data">The clauses.</param>
/// <param name="OutOfFold">Their scores before calibration.</param>
/// <param name="Calibration">Probabilities and thresholds of those of full weight.</param>
internal sealed record CrossValidation(TrainingSet Data, OutOfFold OutOfFold, Calibration Calibration)
{
    /// <summary>The clauses of full weight, row by row those of <see cref="Calibration.Probabilities"/>.</summary>
    public IReadOnlyList<LabelledClause> Measured => [.. Data.Measured.Select(row => Data.Clauses[row])];

    /// <summary>Fits and scores part by part.</summary>
    /// <param name="data">The clauses.</param>
    /// <param name="options">How they are parted, fitted and thresholds chosen.</param>
    /// <param name="vectors">Vectors of words and sentences; null for n-grams alone.</param>
    /// <param name="tell">Told which part is being fitted; null for silence.</param>
    /// <param name="share">Share of the documents, 0..1, that is learnt from; all of them are scored.</param>
    /// <exception cref="InvalidDataException">There are fewer independent documents than parts.</exception>
    public static CrossValidation Run(TrainingSet data, TrainingOptions options, ClauseVectors? vectors, Action<string>? tell, double share = 1)
    {
        DocumentSplit split = new(data.Clauses, options.NearDuplicate);
        OutOfFold outOfFold = new TermFit(options, vectors).Cross(data, split.Deal(options.Folds, options.Seed), split.Sample(share, options.Seed), tell);
        return new CrossValidation(data, outOfFold, Calibration.Choose(data, outOfFold.Scores, options.Targets));
    }

    /// <summary>How the clauses of full weight fare.</summary>
    public Evaluation Evaluate() => Evaluation.Of(Calibration.Card, Calibration.Probabilities, Measured);
}
