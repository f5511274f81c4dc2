using Classifier.Tests.Training;
using Classifier.Torch.Checkpoints;
using Classifier.Torch.Pretraining;
using Classifier.Torch.Training;
using Xunit;

namespace Classifier.Torch.Tests.Pretraining;

public sealed class PretrainingRunTests
{
    private static readonly PretrainingOptions Options = new()
    {
        Steps = 12,
        RoundSteps = 4,
        BatchSize = 4,
        WindowTokens = 24,
        Threads = 1,
        Scratch = new ScratchOptions { Vocabulary = 200, Hidden = 16, Layers = 1, Heads = 2, Positions = 32 },
    };

    [Fact]
    public void Run_KilledAfterARound_EndsWithTheWeightsOfAnUndisturbedRun()
    {
        string text = WriteText(), one = NewFolder(), other = NewFolder();
        double loss = new PretrainingRun(Options).Run(text, null, one);
        int lines = 0;
        Assert.Throws<OperationCanceledException>(() => new PretrainingRun(Options, _ => { if (++lines == 3) throw new OperationCanceledException(); }).Run(text, null, other));
        Assert.Equal(loss, new PretrainingRun(Options).Run(text, null, other));
        Assert.Equal(File.ReadAllBytes(Path.Combine(one, CheckpointReader.WeightsFile)), File.ReadAllBytes(Path.Combine(other, CheckpointReader.WeightsFile)));
    }

    [Fact]
    public void Run_SmallText_LearnsItAndWritesACheckpoint()
    {
        string text = WriteText(), folder = NewFolder();
        double before = new PretrainingRun(Options with { Steps = 1 }).Run(text, null, NewFolder());
        double after = new PretrainingRun(Options with { Steps = 120, RoundSteps = 60, BatchSize = 8, LearningRate = 5e-3 }).Run(text, null, folder);
        Assert.True(after < before - 0.5, $"held-out loss fell from {before} to {after}");
        Assert.True(EncoderStart.FromCheckpoint(folder).Pretrained);
    }

    [Fact]
    public void Run_GoesOnFromAnyCheckpoint_OfBothFamilies()
    {
        string text = WriteText();
        foreach (string family in (string[])["bert", "roberta"])
        {
            string folder = NewFolder();
            new PretrainingRun(Options with { Steps = 2 }).Run(text, GoldenCheckpoint.Folder(family), folder);
            Assert.Equal(EncoderStart.FromCheckpoint(GoldenCheckpoint.Folder(family)).Config, EncoderStart.FromCheckpoint(folder).Config);
        }
    }

    [Theory]
    [InlineData("text.txt", "one line only\n")]
    [InlineData("text.txt.xz", "this is no archive\nat all\n")]
    public void Run_UnusableText_IsRefusedWithItsName(string name, string content)
    {
        string path = Path.Combine(NewFolder(), name);
        File.WriteAllText(path, content);
        Assert.StartsWith(path, Assert.Throws<InvalidDataException>(() => new PretrainingRun(Options).Run(path, null, NewFolder())).Message, StringComparison.Ordinal);
    }

    private static string WriteText()
    {
        string path = Path.Combine(NewFolder(), "text.txt");
        File.WriteAllLines(path, LabelledClauses.Fifty.Select(clause => clause.Text));
        return path;
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("classifier-torch-tests-").FullName;
}
