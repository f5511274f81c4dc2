using Classifier.Scores;
using Classifier.Training;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.Training;

public sealed class AgreementTests
{
    // The textbook table: both yes 20, only the first 5, only the second 10, both no 15.
    private static readonly (bool One, bool Other)[] Fifty =
        [.. Enumerable.Repeat((true, true), 20), .. Enumerable.Repeat((true, false), 5), .. Enumerable.Repeat((false, true), 10), .. Enumerable.Repeat((false, false), 15)];

    [Fact]
    public void Kappa_TheTextbookTable_IsFourTenths() => Assert.Equal(0.4, Agreement.Kappa(Fifty)!.Value, 1e-9);

    [Fact]
    public void Alpha_ByHand_IsOneLessObservedOverExpected() => Assert.Equal(1 - (0.3 / (2.0 * 55 * 45 / (100 * 99))), Agreement.Alpha(Fifty)!.Value, 1e-9);

    [Property]
    public void Kappa_AnnotatorsSwapped_IsTheSame(bool[] one, bool[] other)
    {
        (bool, bool)[] answers = [.. one.Zip(other)];
        if (answers.Length == 0) return;
        Assert.Equal(Agreement.Kappa(answers) ?? -2, Agreement.Kappa([.. answers.Select(pair => (pair.Item2, pair.Item1))]) ?? -2, 1e-9);
    }

    [Fact]
    public void Of_OneClauseLabelledDifferently_ListsItWithItsLabels()
    {
        LabelledClause[] first = [.. LabelledClauses.Fifty];
        LabelledClause[] second = [.. first.Select((clause, i) => i == 0 ? clause with { Force = Force.Voluntary } : clause)];
        Agreement agreement = Agreement.Of(first, second);
        Disagreement only = Assert.Single(agreement.Disagreements);
        Assert.Equal((first[0].Id, "voluntary"), (only.Id, string.Join(';', only.Labels)));
        Assert.All(agreement.Labels, label => Assert.InRange(label.Percent!.Value, 0.98, 1));
    }

    [Fact]
    public void Of_AnnotatorsWhoAlwaysAnswerTheSame_LeavesKappaUndefined() =>
        Assert.All(Agreement.Of([LabelledClauses.Clause("a", "t")], [LabelledClauses.Clause("a", "t")]).Labels, label => Assert.Null(label.Kappa));

    [Fact]
    public void Of_NoCommonClause_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => Agreement.Of([LabelledClauses.Clause("a", "t")], [LabelledClauses.Clause("b", "t")]));
}
