using Classifier.Models;
using Xunit;

namespace Classifier.Tests.Models;

/// <summary>An ensemble of the linear model with itself, which keeps its laws, and what averaging adds.</summary>
public sealed class EnsembleClauseModelTests(TrainedEnsemble trained) : ClauseModelLaws(ModelFolder.Open(trained.Path), ModelFolder.Open(trained.Path)), IClassFixture<TrainedEnsemble>
{
    private const string Text = "Operators shall see that the cable network blocks speech";

    [Fact]
    public void Score_TwoModels_IsTheirMean()
    {
        IClauseModel half = new EnsembleClauseModel(ModelFolder.Open(trained.Path).Card, [new ConstantModel(0.2f), new ConstantModel(0.6f)]);
        Assert.All(ScoreLabels.All, label => Assert.Equal(0.4f, half.Score([Text])[0, (int)label], 1e-6));
    }

    [Fact]
    public void Explain_OfTheSameModelTwice_IsWhatItSays()
    {
        IClauseModel single = ModelFolder.Open(trained.Member), twice = ModelFolder.Open(trained.Path);
        double Sum(IClauseModel model) => model.Explain(Text, ScoreLabel.Binding).Sum(contribution => contribution.Weight);
        Assert.Equal(Sum(single), Sum(twice), 1e-6);
    }

    [Fact]
    public void Open_ChangedMember_IsRefusedWithItsFile()
    {
        string folder = Directory.CreateTempSubdirectory("classifier-ensemble-").FullName;
        EnsembleFolder.Make(folder, [trained.Member, trained.Member], ModelFolder.NoOthers);
        string weights = Directory.GetFiles(Path.Combine(folder, "members"), ModelFolder.WeightsFile, SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        File.AppendAllText(weights, "x");
        Assert.StartsWith(weights, Assert.Throws<InvalidDataException>(() => ModelFolder.Open(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Make_OneModel_IsRefused() => Assert.Throws<InvalidDataException>(() => EnsembleFolder.Make(trained.Path, [trained.Member], ModelFolder.NoOthers));

    private sealed class ConstantModel(float score) : IClauseModel
    {
        public ModelCard Card => throw new NotSupportedException();

        public float[,] Score(IReadOnlyList<string> texts)
        {
            float[,] scores = new float[texts.Count, ScoreLabels.All.Count];
            for (int i = 0; i < scores.Length; i++) scores[i / ScoreLabels.All.Count, i % ScoreLabels.All.Count] = score;
            return scores;
        }

        public IReadOnlyList<Contribution> Explain(string text, ScoreLabel label) => [];

        public double UnknownShare(string text) => 0;
    }
}

/// <summary>An ensemble of two copies of the model trained on fifty clauses.</summary>
public sealed class TrainedEnsemble : IDisposable
{
    private readonly TrainedFolder _member = new();

    public TrainedEnsemble() => EnsembleFolder.Make(Path, [_member.Path, _member.Path], ModelFolder.NoOthers);

    public string Member => _member.Path;

    public string Path => _member.Path + "-twice";

    public void Dispose() => _member.Dispose();
}
