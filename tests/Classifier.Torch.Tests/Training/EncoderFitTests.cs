using Classifier.Models;
using Classifier.Tests.Training;
using Classifier.Torch.Checkpoints;
using Classifier.Torch.Network;
using Classifier.Torch.Tokenizers;
using Classifier.Torch.Training;
using Xunit;

namespace Classifier.Torch.Tests.Training;

public sealed class EncoderFitTests
{
    private static readonly EncoderOptions Options = new()
    {
        Epochs = 4,
        BatchSize = 8,
        Threads = 1,
        Scratch = new ScratchOptions { Vocabulary = 200, Hidden = 16, Layers = 1, Heads = 2, Positions = 32 },
    };

    [Fact]
    public void Fit_KilledAfterAPass_EndsWithTheWeightsOfAnUndisturbedRun()
    {
        IReadOnlyDictionary<string, TensorValues> undisturbed = Fit(Options, NewFolder(), null);
        string folder = NewFolder();
        int passes = 0;
        Assert.Throws<OperationCanceledException>(() => Fit(Options, folder, _ => { if (++passes == 2) throw new OperationCanceledException(); }));
        IReadOnlyDictionary<string, TensorValues> resumed = Fit(Options, folder, _ => passes++);
        Assert.Equal(Options.Epochs, passes);
        foreach ((string name, TensorValues tensor) in undisturbed) Assert.Equal(tensor.Values, resumed[name].Values);
    }

    [Fact]
    public void Fit_OtherSeed_GivesOtherWeights()
    {
        float[] one = Fit(Options with { Epochs = 1 }, NewFolder(), null)[ClauseNetwork.HeadWeight].Values;
        Assert.NotEqual(one, Fit(Options with { Epochs = 1, Seed = 2 }, NewFolder(), null)[ClauseNetwork.HeadWeight].Values);
    }

    [Fact]
    public void Fit_StateOfOtherOptions_IsRefused()
    {
        string folder = NewFolder();
        Fit(Options with { Epochs = 1 }, folder, null);
        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => Fit(Options, folder, null));
        Assert.Contains("other data or options", refused.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyDictionary<string, TensorValues> Fit(EncoderOptions options, string folder, Action<string>? tell)
    {
        Libtorch.UseThreads(1);
        IReadOnlyList<string> texts = [.. LabelledClauses.Fifty.Take(40).Select(clause => clause.Text)];
        EncoderStart start = EncoderStart.FromScratch(options.Scratch, texts, options.Seed);
        ClauseWindows windows = EncoderModelFolder.Windows(start.Tokenizer, start.Config, options);
        Example[] examples = [.. texts.Select((text, i) => new Example(windows.Cut(text), [.. ScoreLabels.All.Select(label => (i + (int)label) % 3 == 0)], 1))];
        return new EncoderFit(options, tell).Fit(start, examples[..30], examples[30..], new TrainingState(folder, Fingerprint.Of(options)));
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("classifier-torch-tests-").FullName;
}
