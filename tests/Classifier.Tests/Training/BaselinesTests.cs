using Classifier.Tests.Reports;
using Classifier.Training;
using Xunit;

namespace Classifier.Tests.Training;

public sealed class BaselinesTests
{
    [Fact]
    public void Simple_TheCommonestAnswer_IsRightAsOftenAsItIsCommon()
    {
        using TemporaryFolder folder = new();
        string file = LabelledClauses.Write(folder.Below("labels.csv"), LabelledClauses.Fifty);
        Evaluation commonest = Baselines.Simple(TrainingSet.Read([new TrainingSource(file)]))[0].CrossValidation;
        Assert.Equal(Most(clause => clause.Layer), Accuracy(commonest, "layer"));
        Assert.Equal(Most(clause => clause.RightsImpact), Accuracy(commonest, "rights_impact"));
        Assert.Equal(Most(clause => clause.Framing), Accuracy(commonest, "framing"));
        Assert.Equal(Most(clause => clause.Force), Accuracy(commonest, "force"));
    }

    private static double Most<T>(Func<LabelledClause, T> axis) where T : notnull => LabelledClauses.Fifty.CountBy(axis).Max(value => value.Value) / (double)LabelledClauses.Fifty.Count;

    private static double Accuracy(Evaluation evaluation, string axis) => evaluation.Axes.Single(one => one.Axis == axis).Accuracy!.Value;
}
