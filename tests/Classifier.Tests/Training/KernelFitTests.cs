using Classifier.Models;
using Classifier.Tests.Models;
using Classifier.Training;
using Xunit;

namespace Classifier.Tests.Training;

public sealed class KernelFitTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"classifier-kernel-{Guid.NewGuid():N}.csv");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Fit_DimensionsInWhichWordsHardlyDiffer_ChangeNoScoreMuch()
    {
        LabelledClauses.Write(_file, LabelledClauses.Fifty);
        TrainingSet data = TrainingSet.Read([new TrainingSource(_file)]);
        float[][] plain = Scores(data, faint: 0), with = Scores(data, faint: 8);
        Assert.All(plain.Zip(with), pair => Assert.All(pair.First.Zip(pair.Second), score => Assert.Equal(score.First, score.Second, 0.05)));
        Assert.Contains(plain, scores => Math.Abs(scores[0] - plain[0][0]) > 0.5);
    }

    private static float[][] Scores(TrainingSet data, int faint)
    {
        ClauseVectors vectors = ClauseVectors.FromBytes(TinyVectors.Bytes(faint, network: false));
        KernelTerm term = new(new KernelFit(new TrainingOptions(), vectors).Fit(data, [.. Enumerable.Range(0, data.Clauses.Count)]), vectors);
        return [.. data.Scanned.Select(clause =>
        {
            float[] odds = new float[ScoreLabels.All.Count];
            term.AddTo([clause], [odds]);
            return odds;
        })];
    }
}
