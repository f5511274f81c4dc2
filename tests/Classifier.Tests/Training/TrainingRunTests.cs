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
    public void Run_LabelsOfTooFewClauses_AreTold()
    {
        List<string> told = [];
        new TrainingRun(TrainedFolder.Options, told.Add).Run([new TrainingSource(trained.Data)], Path.Combine(_folder, "model"));
        Assert.Contains("communication (0)", Assert.Single(told, line => line.StartsWith("Too few positives", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ClausesOfLowerWeight_AreNotMeasured()
    {
        string heavy = LabelledClauses.Write(Path.Combine(_folder, "heavy.csv"), LabelledClauses.Fifty.Take(40)), light = LabelledClauses.Write(Path.Combine(_folder, "light.csv"), LabelledClauses.Fifty.Skip(40));
        TrainingResult result = new TrainingRun(TrainedFolder.Options).Run([new TrainingSource(heavy), new TrainingSource(light, 0.3f)], Path.Combine(_folder, "model"));
        Assert.Equal(40, result.Metrics.CrossValidation.Clauses);
    }

    [Fact]
    public void Run_TwoFilesThatLabelATextDifferently_AreRefused()
    {
        string one = LabelledClauses.Write(Path.Combine(_folder, "one.csv"), LabelledClauses.Fifty);
        string other = LabelledClauses.Write(Path.Combine(_folder, "other.csv"), [LabelledClauses.Clause("z", LabelledClauses.Fifty[7].Text)]);
        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => new TrainingRun(TrainedFolder.Options).Run([new TrainingSource(one), new TrainingSource(other)], _folder));
        Assert.Contains($"{other}, line 2: found the text of \"z\" with other labels as \"c07\" ({one}, line 9)", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notes", "found no such file; expected Markdown for the card")]
    [InlineData("tests", "found no such file; expected labelled clauses")]
    [InlineData("vectors", "found no such file; expected vectors")]
    [InlineData("base", "found the folder of the model to start from; expected another one")]
    public void Run_WhatCannotBeUsed_IsRefusedBeforeAnythingIsFitted(string what, string message)
    {
        string missing = Path.Combine(_folder, "missing.csv");
        List<string> told = [];
        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => new TrainingRun(TrainedFolder.Options, told.Add).Run(new TrainingRequest
        {
            Sources = [new TrainingSource(trained.Data)],
            Folder = trained.Path,
            Notes = what == "notes" ? missing : null,
            Tests = what == "tests" ? [missing] : [],
            Vectors = what == "vectors" ? missing : null,
            Base = what == "base" ? Path.Combine(trained.Path, ".") : null,
        }));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(told, line => line.Contains("fitting", StringComparison.Ordinal));
        Assert.Equal(["linear"], [ModelFolder.ReadManifest(trained.Path).Kind]);
        Assert.NotNull(ModelFolder.Open(trained.Path));
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
