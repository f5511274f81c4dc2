using Classifier.Models;
using Classifier.Scores;
using Classifier.Tests.Reports;
using Classifier.Training;
using Xunit;

namespace Classifier.Tests.Training;

public sealed class CalibrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Choose_ADocumentOfManyClauses_DecidesLessThanManyDocuments()
    {
        // As many clauses have the label in one long document as lack it in forty short ones.
        LabelledClause[] clauses = [.. Enumerable.Range(0, 80).Select(i => Clause(i, binding: i < 40, document: i < 40 ? "long" : $"short {i}"))];
        float probability = Chosen(clauses, _ => 0).Calibrators[(int)ScoreLabel.Binding].Probability(0);
        Assert.InRange(probability, 0.2f, 0.35f);
        Assert.Equal(0.5f, Chosen([.. clauses.Select(clause => clause with { Document = "" })], _ => 0).Calibrators[(int)ScoreLabel.Binding].Probability(0), 0.001f);
    }

    [Theory]
    [InlineData(9, null)]
    [InlineData(9, 0.9)]
    [InlineData(0, null)]
    public void Choose_ALabelOfTooFewClauses_IsGivenFromEvenOddsOn(int positives, double? recall) =>
        Assert.Equal(ThresholdChoice.Undecided, Chosen([.. Enumerable.Range(0, 60).Select(i => Clause(i, binding: i < positives, document: $"{i}"))], i => i, recall).Card.Thresholds[(int)ScoreLabel.Binding]);

    [Fact]
    public void Choose_AScoreThatIsNoNumber_NamesTheClauseAndTheLabel()
    {
        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => Chosen([.. Enumerable.Range(0, 12).Select(i => Clause(i, i % 2 == 0, $"{i}"))], i => i == 7 ? double.NaN : i));
        Assert.Contains("clause c07: found the score NaN for infrastructure", refused.Message, StringComparison.Ordinal);
    }

    private Calibration Chosen(LabelledClause[] clauses, Func<int, double> score, double? recall = null)
    {
        TrainingSet data = TrainingSet.Read([new TrainingSource(LabelledClauses.Write(_folder.Below("labels.csv"), clauses))]);
        return Calibration.Choose(data, [.. data.Clauses.Select(clause => ScoreLabels.All.Select(_ => score(int.Parse(clause.Id[1..], System.Globalization.CultureInfo.InvariantCulture))).ToArray())], new LabelTargets { LeastRecall = recall });
    }

    private static LabelledClause Clause(int i, bool binding, string document) => LabelledClauses.Clause($"c{i:00}", $"Clause number {i} of its own words {i * 7919}", document) with { Force = binding ? Force.Binding : Force.None };
}
