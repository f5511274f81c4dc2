using System.Text.Json;
using Classifier.Models;
using Classifier.Tests.Models;
using Classifier.Tests.Training;
using Classifier.Torch.Network;
using Classifier.Torch.Tokenizers;
using Classifier.Torch.Training;
using Classifier.Training;
using Xunit;

namespace Classifier.Torch.Tests;

/// <summary>The encoder, trained once for all its laws.</summary>
public sealed class EncoderClauseModelTests(TrainedEncoder trained) : ClauseModelLaws(trained.Open(), trained.Open()), IClassFixture<TrainedEncoder>
{
    private readonly IClauseModel _model = trained.Open();

    // The library adds in another order where the batch has another shape.
    protected override float Tolerance => 1e-4f;

    [Fact]
    public void Score_LongClause_SeesItsEnd()
    {
        string filler = string.Join(' ', Enumerable.Repeat("number", 200));
        float[,] scores = _model.Score([filler, $"{filler} Operators shall see that {filler}", $"{filler} Operators shall see that"]);
        Assert.True(scores[1, (int)ScoreLabel.Binding] > scores[0, (int)ScoreLabel.Binding] + 0.3f, $"{scores[1, (int)ScoreLabel.Binding]} in the middle against {scores[0, (int)ScoreLabel.Binding]} without");
        Assert.True(scores[2, (int)ScoreLabel.Binding] > scores[0, (int)ScoreLabel.Binding] + 0.3f, $"{scores[2, (int)ScoreLabel.Binding]} at the end against {scores[0, (int)ScoreLabel.Binding]} without");
    }

    [Fact]
    public void Explain_PositiveLabels_NamesWordsWhoseDeletionCostsMoreThanOthers()
    {
        double named = 0, others = 0;
        foreach (LabelledClause clause in LabelledClauses.Fifty)
        {
            foreach (ScoreLabel label in ScoreLabels.All.Where(clause.Has))
            {
                IReadOnlyList<Contribution> reasons = _model.Explain(clause.Text, label);
                float before = _model.Score([clause.Text])[0, (int)label];
                named += before - Without(clause.Text, reasons.MaxBy(reason => reason.Weight), label);
                others += reasons.Average(reason => before - Without(clause.Text, reason, label));
            }
        }
        Assert.True(named > 1.5 * others, $"deleting named words costs {named} in all, deleting any {others}");
    }

    private float Without(string text, Contribution reason, ScoreLabel label) => _model.Score([text.Remove(reason.Start, reason.Length)])[0, (int)label];
}

/// <summary>A folder with a small encoder that has learnt fifty clauses by heart, made once for a test class.</summary>
public sealed class TrainedEncoder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("classifier-torch-tests-").FullName;

    public TrainedEncoder()
    {
        Libtorch.UseThreads(1);
        EncoderOptions options = new()
        {
            Epochs = 150,
            Patience = 150,
            BatchSize = 10,
            LearningRate = 5e-3,
            Threads = 1,
            WindowTokens = 64,
            WindowOverlap = 16,
            Scratch = new ScratchOptions { Vocabulary = 300, Hidden = 32, Layers = 1, Heads = 2, Positions = 64 },
        };
        IReadOnlyList<LabelledClause> clauses = LabelledClauses.Fifty;
        EncoderStart start = EncoderStart.FromScratch(options.Scratch, clauses.Select(clause => clause.Text), options.Seed);
        ClauseWindows windows = EncoderModelFolder.Windows(start.Tokenizer, start.Config, options);
        Example[] examples = [.. clauses.Select(clause => new Example(windows.Cut(clause.Text), [.. ScoreLabels.All.Select(clause.Has)], 1))];
        using ClauseNetwork network = new(start.Config, new EncoderFit(options, null).Fit(start, examples, [], new TrainingState(Path.Combine(_root, "state"), "")), Libtorch.Device);
        ulong[] known = [.. clauses.SelectMany(clause => ClauseScanner.Scan(clause.Text).Words).Select(word => word.Hash).Distinct().Order()];
        EncoderModelFolder.Save(Path.Combine(_root, "fifty"), Manifest(options), network, start.Tokenizer, known, LearntClauses.Of(LabelledClauses.Fifty));
    }

    public IClauseModel Open() => ModelFolder.Open(Path.Combine(_root, "fifty"), EncoderModelFolder.Opener);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static ModelManifest Manifest(EncoderOptions options) => new()
    {
        Format = ModelManifest.CurrentFormat,
        Kind = EncoderModelFolder.Kind,
        Labels = ScoreLabels.Names,
        Thresholds = [.. ScoreLabels.All.Select(_ => 0.5f)],
        ThresholdTarget = "none",
        Calibrators = [.. ScoreLabels.All.Select(_ => Calibrator.AsItIs)],
        Languages = ["en"],
        TrainedOn = [],
        Options = JsonSerializer.SerializeToElement(options, ModelManifest.Json),
        Versions = new Dictionary<string, string>(),
        Files = new Dictionary<string, string>(),
    };
}
