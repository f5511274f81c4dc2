using Classifier.Models;
using Classifier.Tests.Training;
using Classifier.Torch.Training;
using Classifier.Training;
using Xunit;

namespace Classifier.Torch.Tests.Training;

public sealed class EncoderTrainingRunTests
{
    private static readonly EncoderOptions Options = new()
    {
        Folds = 2,
        Epochs = 2,
        HoldOut = 4,
        // The fifty clauses are variations of a few: as near-duplicates they would all be one document.
        NearDuplicate = 1.1,
        BatchSize = 8,
        Threads = 1,
        Scratch = new ScratchOptions { Vocabulary = 200, Hidden = 16, Layers = 1, Heads = 2, Positions = 32 },
    };

    [Fact]
    public void Run_TwiceTheSame_GivesTheSameBytes()
    {
        string data = Data(), one = Path.Combine(NewFolder(), "model"), other = Path.Combine(NewFolder(), "model");
        new EncoderTrainingRun(Options, null).Run(new TrainingRequest { Sources = [new TrainingSource(data)], Folder = one });
        int passes = 0;
        Assert.Throws<OperationCanceledException>(() => new EncoderTrainingRun(Options, null, line => { if (line.StartsWith("pass", StringComparison.Ordinal) && ++passes == 4) throw new OperationCanceledException(); }).Run(new TrainingRequest { Sources = [new TrainingSource(data)], Folder = other }));
        new EncoderTrainingRun(Options, null).Run(new TrainingRequest { Sources = [new TrainingSource(data)], Folder = other });
        string[] files = [.. Directory.GetFiles(one).Select(file => Path.GetFileName(file))];
        Assert.Equal(files.Order(), Directory.GetFiles(other).Select(file => Path.GetFileName(file)).Order());
        Assert.Contains("card.md", files);
        foreach (string file in files) Assert.Equal(File.ReadAllBytes(Path.Combine(one, file)), File.ReadAllBytes(Path.Combine(other, file)));
        Assert.False(Directory.Exists(Path.Combine(one, "unfinished")));
    }

    [Fact]
    public void Run_FromCheckpoint_SavesAModelThatOpensAndIsItselfACheckpoint()
    {
        string data = Data(), first = NewFolder(), second = NewFolder();
        new EncoderTrainingRun(Options with { Epochs = 1 }, GoldenCheckpoint.Folder("roberta")).Run(new TrainingRequest { Sources = [new TrainingSource(data)], Folder = first });
        new EncoderTrainingRun(Options with { Epochs = 1 }, first).Run(new TrainingRequest { Sources = [new TrainingSource(data)], Folder = second });
        IClauseModel model = ModelFolder.Open(second, EncoderModelFolder.Opener);
        Assert.Equal(1, model.Score(["Operators shall block access."]).GetLength(0));
    }

    private static string Data() => LabelledClauses.Write(Path.Combine(NewFolder(), "fifty.csv"), LabelledClauses.Fifty);

    private static string NewFolder() => Directory.CreateTempSubdirectory("classifier-torch-tests-").FullName;
}
