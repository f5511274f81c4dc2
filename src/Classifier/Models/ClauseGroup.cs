namespace Classifier.Models;

/// <summary>Clauses that are scored together.</summary>
public static class ClauseGroup
{
    /// <summary>
    /// How many: enough for what is fetched from memory for one to serve the others, and few enough for what was worked out for their scores to be still at hand when
    /// they are explained. Scores do not depend on it.
    /// </summary>
    public const int Size = 16;
}
