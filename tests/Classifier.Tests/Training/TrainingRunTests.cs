using Classifier.Models;
using Classifier.Tests.Models;
using Classifier.Training;
using Xunit;

namespace Classifier.Tests.Training;

public sealed class TrainingRunTests(TrainedFolder trained) : IClassFixture<TrainedFolder>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("classifier-training-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Run_TheSameDataAgain_GivesTheSameBytes() => AssertSameBytes(LabelledClauses.Fifty);

    [Fact]
    public void Run_RowsInAnotherOrder_GivesTheSameWeights()
    {
        string path = Path.Combine(_folder, "fifty");
        Train([.. LabelledClauses.Fifty.Reverse()], path);
        Assert.Equal(File.ReadAllBytes(Path.Combine(trained.Path, "weights.bin")), File.ReadAllBytes(Path.Combine(path, "weights.bin")));
        Assert.Equal(ModelFolder.Open(trained.Path).Card.Thresholds, ModelFolder.Open(path).Card.Thresholds);
    }

    [Fact]
    public void Run_ClausesOfLowerWeight_AreNotMeasured()
    {
        string heavy = LabelledClauses.Write(Path.Combine(_folder, "heavy.csv"), LabelledClauses.Fifty.Take(40)), light = LabelledClauses.Write(Path.Combine(_folder, "light.csv"), LabelledClauses.Fifty.Skip(40));
        TrainingResult result = new TrainingRun(TrainedFolder.Options).Run([new TrainingSource(heavy), new TrainingSource(light, 0.3f)], Path.Combine(_folder, "model"));
        Assert.Equal(40, result.CrossValidation.Clauses);
    }

    [Fact]
    public void Run_TwoFilesThatLabelATextDifferently_AreRefused()
    {
        string one = LabelledClauses.Write(Path.Combine(_folder, "one.csv"), LabelledClauses.Fifty);
        string other = LabelledClauses.Write(Path.Combine(_folder, "other.csv"), [LabelledClauses.Clause("z", LabelledClauses.Fifty[7].Text)]);
        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => new TrainingRun(TrainedFolder.Options).Run([new TrainingSource(one), new TrainingSource(other)], _folder));
        Assert.Contains($"{other}, line 2: found the text of \"z\" with other labels as \"c07\" ({one}, line 9)", refused.Message, StringComparison.Ordinal);
    }

    private void AssertSameBytes(IReadOnlyList<LabelledClause> clauses)
    {
        string path = Path.Combine(_folder, "fifty");
        Train(clauses, path);
        Assert.All(Directory.EnumerateFiles(trained.Path), file => Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(path, Path.GetFileName(file)))));
    }

    private void Train(IReadOnlyList<LabelledClause> clauses, string path) =>
        new TrainingRun(TrainedFolder.Options).Run([new TrainingSource(LabelledClauses.Write(Path.Combine(_folder, "fifty.csv"), clauses))], path);
}
