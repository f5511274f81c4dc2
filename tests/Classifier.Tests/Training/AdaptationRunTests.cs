using System.Text.Json;
using Classifier.Models;
using Classifier.Scores;
using Classifier.Tests.Models;
using Classifier.Tests.Reports;
using Classifier.Training;
using Xunit;

namespace Classifier.Tests.Training;

public abstract class AdaptationRunTests(TrainedFolder trained) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    // Ten documents of another annotator, to whom what notes the network binds, and what notes the committee recommends.
    private static readonly LabelledClause[] Mine = [.. Enumerable.Range(0, 40).Select(i => LabelledClauses.Clause(
        $"m{i:00}", $"{LabelledClauses.Fifty[i].Text} {(i % 2 == 0 ? "noting the cable network" : "noting the committee")} {i}", $"mine{i / 4}") with { Force = i % 2 == 0 ? Force.Binding : Force.Voluntary })];

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _folder.Dispose();
    }

    [Fact]
    public void Run_WeightsHeldFast_ScoresAsTheBase()
    {
        float[,] adapted = Score(Adapt(TrainedFolder.Options with { AdaptationL2 = 1e9, AdaptationBiasL2 = 25, AdaptationKernelL2 = 1e9 }, bias: false)), before = Score(trained.Path);
        // The bias moves a little, and weights are stored in half precision.
        Assert.All(Cells, cell => Assert.Equal(before[cell.Row, cell.Label], adapted[cell.Row, cell.Label], 0.02f));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_TheSavedModel_ScoresAsTheBasePlusTheCorrection(bool baseIsAdapted)
    {
        string from = baseIsAdapted ? Adapt(TrainedFolder.Options, "once") : trained.Path, folder = Adapt(TrainedFolder.Options, basis: from);
        TrainingSet data = TrainingSet.Read([new TrainingSource(_folder.Below("mine.csv"))]);
        BaseModel basis = BaseModel.Open(from);
        CorrectionFit fit = new(basis, data, TrainedFolder.Options);
        Correction correction = fit.Fit([.. Enumerable.Range(0, data.Clauses.Count)]);
        float[,] saved = ModelFolder.Open(folder).Score([.. data.Clauses.Select(clause => clause.Text)]);
        for (int row = 0; row < data.Clauses.Count; row++)
        {
            double[] expected = [.. fit.Scores(correction, row).Zip(basis.Calibrators, (score, calibrator) => (double)calibrator.Probability(score))];
            // Weights are stored in half precision.
            Assert.All(ScoreLabels.All, label => Assert.Equal(expected[(int)label], saved[row, (int)label], 0.01));
        }
    }

    [Fact]
    public void Scores_OfABase_GiveItsProbabilitiesByItsCalibrators()
    {
        BaseModel basis = BaseModel.Open(trained.Path);
        float[,] expected = Score(trained.Path);
        double[][] scores = [.. Mine.Select(clause => basis.Scores(ClauseScanner.Scan(clause.Text)))];
        Assert.Contains(basis.Calibrators, calibrator => calibrator.Below != 1);
        Assert.All(Cells, cell => Assert.Equal(expected[cell.Row, cell.Label], basis.Calibrators[cell.Label].Probability(scores[cell.Row][cell.Label]), 1e-5f));
    }

    [Fact]
    public void Run_NewLabels_AreLearntAndTheBaseIsBeaten()
    {
        string folder = Adapt(TrainedFolder.Options with { AdaptationL2 = 0.05, AdaptationKernelL2 = 1 });
        Evaluation before = Evaluation.Of(ModelFolder.Open(trained.Path), Mine), after = Evaluation.Of(ModelFolder.Open(folder), Mine);
        Assert.True(ForceAccuracy(after) > ForceAccuracy(before));
        using JsonDocument metrics = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "metrics.json")));
        string[] names = [.. metrics.RootElement.GetProperty("baselines").EnumerateArray().Select(baseline => baseline.GetProperty("name").GetString()!)];
        Assert.Equal([$"the base, {ModelFolder.Open(trained.Path).Card.Id}", "trained from nothing on the same clauses", "commonest answer", "list of words"], names);
    }

    [Fact]
    public void Run_WithoutATarget_KeepsTheThresholdsOfTheBase()
    {
        ModelManifest before = ModelFolder.ReadManifest(trained.Path), kept = ModelFolder.ReadManifest(Adapt(TrainedFolder.Options));
        ModelManifest found = ModelFolder.ReadManifest(Adapt(TrainedFolder.Options with { Targets = new LabelTargets { LeastRecall = 0.9 } }, "recall"));
        Assert.Equal(before.Thresholds, kept.Thresholds);
        Assert.Equal($"those of the base: {before.ThresholdTarget}", kept.ThresholdTarget);
        Assert.NotEqual(before.Thresholds, found.Thresholds);
        Assert.Equal("at least 90 % of the positives found", found.ThresholdTarget);
    }

    [Fact]
    public void Run_TheSavedModel_ExplainsItsScoresAsSumsOfWords()
    {
        IClauseModel model = ModelFolder.Open(Adapt(TrainedFolder.Options));
        Assert.NotEmpty(model.Explain(Mine[0].Text, ScoreLabel.Binding));
        Assert.Equal(0, model.UnknownShare(Mine[0].Text));
    }

    [Fact]
    public void Run_TheSameLabelsAgain_GivesTheSameBytesAndNamesItsBase()
    {
        string one = Adapt(TrainedFolder.Options), other = Adapt(TrainedFolder.Options, "again", reversed: true);
        foreach (string file in Directory.EnumerateFiles(one, "*.bin")) Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(other, Path.GetFileName(file))));
        ModelManifest manifest = ModelFolder.ReadManifest(one);
        Assert.Equal(ModelFolder.Open(trained.Path).Card.Id, manifest.Base);
        Assert.Equal(["fifty.csv", "mine.csv"], manifest.TrainedOn.Select(file => file.Name));
        Assert.All([.. Mine, .. LabelledClauses.Fifty], clause => Assert.True(LearntClauses.OfFolder(one)!.Knows(clause)));
    }

    [Fact]
    public void Run_ABaseOfAnotherKind_IsRefusedByItsFolder()
    {
        EnsembleFolder.Make(_folder.Below("ensemble"), [trained.Path, trained.Path], ModelFolder.NoOthers);
        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => Adapt(TrainedFolder.Options, basis: _folder.Below("ensemble")));
        Assert.Contains("found a model of kind \"ensemble\"; expected linear or blend", refused.Message, StringComparison.Ordinal);
        Assert.Contains("expected the folder of a model", Assert.Throws<InvalidDataException>(() => Adapt(TrainedFolder.Options, basis: _folder.Path)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<(int Row, int Label)> Cells => Enumerable.Range(0, Mine.Length).SelectMany(row => Enumerable.Range(0, ScoreLabels.All.Count).Select(label => (row, label)));

    private static double ForceAccuracy(Evaluation evaluation) => evaluation.Axes.Single(axis => axis.Axis == "force").Accuracy!.Value;

    private static float[,] Score(string folder) => ModelFolder.Open(folder).Score([.. Mine.Select(clause => clause.Text)]);

    private string Adapt(TrainingOptions options, string name = "adapted", bool reversed = false, string? basis = null, bool bias = true)
    {
        // Labels that the base gives already leave the bias where it is.
        IReadOnlyList<LabelledClause> clauses = bias ? Mine : LabelledClauses.Fifty;
        string data = LabelledClauses.Write(_folder.Below("mine.csv"), reversed ? clauses.Reverse() : clauses);
        return new TrainingRun(options).Run(new TrainingRequest { Sources = [new TrainingSource(data)], Folder = _folder.Below(name), Base = basis ?? trained.Path }).Folder;
    }
}

/// <summary>With a base of n-grams alone.</summary>
public sealed class LinearAdaptationTests(TrainedFolder trained) : AdaptationRunTests(trained), IClassFixture<TrainedFolder>;

/// <summary>With a base of n-grams and vectors.</summary>
public sealed class BlendedAdaptationTests(BlendedFolder trained) : AdaptationRunTests(trained), IClassFixture<BlendedFolder>;
