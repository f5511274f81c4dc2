using Classifier.Models;
using Classifier.Scores;

namespace Classifier.Reports;

/// <summary>What a document's clauses come to; filled clause by clause, so that no document must fit in memory.</summary>
public sealed class DocumentTotals
{
    private readonly int[] _counts = new int[ScoreLabels.All.Count];
    private readonly double[] _expected = new double[ScoreLabels.All.Count];

    /// <summary>Number of clauses.</summary>
    public int Clauses { get; private set; }

    /// <summary>Number of clauses that were scored.</summary>
    public int Scored { get; private set; }

    /// <summary>The most pressing clause, the first of them where several are; null where none was scored.</summary>
    public ScoredClause? MostPressing { get; private set; }

    /// <summary>Clauses that carry each label, in label order.</summary>
    public IReadOnlyList<int> Counts => _counts;

    /// <summary>Sums of the probabilities, in label order: the number of clauses to expect for each label, free of thresholds.</summary>
    public IReadOnlyList<double> Expected => _expected;

    /// <summary>Counts a clause.</summary>
    public void Add(ScoredClause clause)
    {
        Clauses++;
        if (clause.Assessment is not { } assessment) return;
        Scored++;
        if (MostPressing is null || assessment.Priority > MostPressing.Assessment!.Priority) MostPressing = clause;
        AxisValues axes = assessment.Axes;
        foreach (ScoreLabel label in ScoreLabels.All)
        {
            if (axes.Has(label)) _counts[(int)label]++;
            _expected[(int)label] += assessment.Probabilities[(int)label];
        }
    }
}
