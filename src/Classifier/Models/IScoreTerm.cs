namespace Classifier.Models;

/// <summary>One of the terms that a model's scores before calibration are a sum of. Immutable.</summary>
internal interface IScoreTerm
{
    /// <summary>Adds the term's share to each label's score. A clause's share does not depend on the others.</summary>
    /// <param name="clauses">The clauses.</param>
    /// <param name="sums">One row a clause, one sum a label.</param>
    void AddTo(IReadOnlyList<ScannedClause> clauses, float[][] sums);

    /// <summary>Adds what each token moves one label's score by.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="label">Index of the label.</param>
    /// <param name="contributions">One sum a token.</param>
    void AddContributions(ScannedClause clause, int label, Span<double> contributions);
}
