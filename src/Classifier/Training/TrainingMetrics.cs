namespace Classifier.Training;

/// <summary>The content of a model folder's <c>metrics.json</c>.</summary>
/// <param name="CrossValidation">The model on clauses of documents that it did not learn from, part by part.</param>
/// <param name="Coverage">What marking clauses for review buys, on the same clauses.</param>
/// <param name="Baselines">Simple ways of answering, measured on the same clauses.</param>
/// <param name="Tests">The finished model on files that took no part in training.</param>
public sealed record TrainingMetrics(Evaluation CrossValidation, IReadOnlyList<Coverage> Coverage, IReadOnlyList<Baseline> Baselines, IReadOnlyList<TestMetrics> Tests);

/// <summary>A finished model on a file that took no part in training.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Evaluation">How the model fares on it.</param>
public sealed record TestMetrics(string File, Evaluation Evaluation);
