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

    // A table of three values, by hand: 46 of 60 alike, by chance (25 × 20 + 20 × 25 + 15 × 15) / 60².
    [Fact]
    public void Kappa_ThreeValues_IsAgreementBeyondChance()
    {
        (int, int)[] answers =
        [
            .. Enumerable.Repeat((1, 1), 17), .. Enumerable.Repeat((1, 2), 6), .. Enumerable.Repeat((1, 3), 2), .. Enumerable.Repeat((2, 1), 2), .. Enumerable.Repeat((2, 2), 17),
            .. Enumerable.Repeat((2, 3), 1), .. Enumerable.Repeat((3, 1), 1), .. Enumerable.Repeat((3, 2), 2), .. Enumerable.Repeat((3, 3), 12),
        ];
        double chance = ((25 * 20) + (20 * 25) + (15 * 15)) / 3600.0;
        Assert.Equal(((46 / 60.0) - chance) / (1 - chance), Agreement.Kappa(answers)!.Value, 1e-9);
    }

    [Fact]
    public void Of_FilesThatShareSomeClauses_NamesTheOthersAndMeasuresEveryAxis()
    {
        LabelledClause[] first = [.. LabelledClauses.Fifty.Take(40)], second = [.. LabelledClauses.Fifty.Skip(2).Select((clause, i) => i == 0 ? clause with { Framing = Framing.Multistakeholder } : clause)];
        Agreement agreement = Agreement.Of(first, second);
        Assert.Equal((38, "c00 c01"), (agreement.Clauses, string.Join(' ', agreement.OnlyFirst)));
        Assert.Equal(LabelledClauses.Fifty.Skip(40).Select(clause => clause.Id), agreement.OnlyOther);
        Assert.Equal(["layer", "rights_impact", "framing", "force"], agreement.Axes.Select(axis => axis.Axis));
        Assert.All(agreement.Axes, axis => Assert.Equal(axis.Axis == "framing" ? 37 / 38.0 : 1, axis.Percent));
        Assert.All(agreement.Axes, axis => Assert.Equal(axis.Axis == "framing", axis.Kappa < 1));
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
