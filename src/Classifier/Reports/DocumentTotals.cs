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
        foreach (ScoreLabel label in ScoreLabels.All)
        {
            if (Carries(assessment, label)) _counts[(int)label]++;
            _expected[(int)label] += assessment.Probabilities[(int)label];
        }
    }

    private static bool Carries(Assessment it, ScoreLabel label) => label switch
    {
        ScoreLabel.Infrastructure => it.Layer is Layer.Infrastructure or Layer.Both,
        ScoreLabel.Content => it.Layer is Layer.Content or Layer.Both,
        ScoreLabel.Restricts => it.RightsImpact == RightsImpact.Restricts,
        ScoreLabel.Protects => it.RightsImpact == RightsImpact.Protects,
        ScoreLabel.Expression => it.Rights.HasFlag(Rights.Expression),
        ScoreLabel.Privacy => it.Rights.HasFlag(Rights.Privacy),
        ScoreLabel.Communication => it.Rights.HasFlag(Rights.Communication),
        ScoreLabel.StateCentric => it.Framing == Framing.StateCentric,
        ScoreLabel.Multistakeholder => it.Framing == Framing.Multistakeholder,
        ScoreLabel.Binding => it.Force == Force.Binding,
        ScoreLabel.Voluntary => it.Force == Force.Voluntary,
        _ => throw new ArgumentOutOfRangeException(nameof(label), label, "a label without an axis"),
    };
}
