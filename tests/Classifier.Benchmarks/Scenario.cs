namespace Classifier.Benchmarks;

/// <summary>One thing to measure: a command over known input.</summary>
/// <param name="Name">As it stands in the table.</param>
/// <param name="Program">The program to start.</param>
/// <param name="Arguments">Its arguments; <c>{out}</c> becomes an empty folder.</param>
/// <param name="Pages">Pages that the input holds; 0 where they do not count.</param>
/// <param name="Clauses">Counts the clauses in the output folder; null where they do not count.</param>
/// <param name="IsSlow">True where one run must do, without a warm-up.</param>
internal sealed record Scenario(string Name, string Program, IReadOnlyList<string> Arguments, int Pages = 0, Func<string, int>? Clauses = null, bool IsSlow = false);

/// <summary>A scenario's figures: the run of median wall time.</summary>
/// <param name="Scenario">What was run.</param>
/// <param name="Cost">What it cost.</param>
/// <param name="Clauses">Clauses in its output; null where they do not count.</param>
internal sealed record Measurement(Scenario Scenario, Cost Cost, int? Clauses);
