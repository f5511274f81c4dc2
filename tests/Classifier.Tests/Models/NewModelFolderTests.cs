using Classifier.Models;
using Classifier.Tests.Reports;
using Classifier.Tests.Training;
using Classifier.Training;
using Xunit;

namespace Classifier.Tests.Models;

/// <summary>What becomes of a model folder that another model is written to.</summary>
public sealed class NewModelFolderTests(BlendedFolder trained) : IClassFixture<BlendedFolder>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Model => _folder.Below("model");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TakePlace_OverAnotherKind_LeavesNothingOfTheFormerAndEverythingForeign()
    {
        CopyTo(Model);
        _folder.Write("model/curve.csv", "of the former");
        _folder.Write("model/mine/notes.txt", "foreign");
        _folder.Write("model/weights.old", "foreign");
        Train(Model);
        Assert.Equal(["card.md", "learnt.bin", "metrics.json", "mine", "model.json", "weights.bin", "weights.old"], Names(Model));
        Assert.Equal(("foreign", "foreign"), (File.ReadAllText(_folder.Below("model", "mine", "notes.txt")), File.ReadAllText(_folder.Below("model", "weights.old"))));
        EnsembleFolder.Make(Model, [trained.Path, trained.Path], ModelFolder.NoOthers);
        Assert.Equal(["card.md", "members", "mine", "model.json", "weights.old"], Names(Model));
        Train(Model);
        Assert.Equal(["card.md", "learnt.bin", "metrics.json", "mine", "model.json", "weights.bin", "weights.old"], Names(Model));
        Assert.Equal(["fifty.csv", "model"], Names(_folder.Path));
    }

    [Fact]
    public void Dispose_BeforeTheModelIsWhole_LeavesTheFormerAsItWas()
    {
        CopyTo(Model);
        using (NewModelFolder broken = new(Model)) File.WriteAllText(Path.Combine(broken.Path, "weights.bin"), "half of a mo");
        Assert.Equal(ModelFolder.Open(trained.Path).Card.Hash, ModelFolder.Open(Model).Card.Hash);
        Assert.Equal(["model"], Names(_folder.Path));
    }

    [Fact]
    public void TakePlace_WhereTheFormerModelCannotBeMoved_LeavesItAsItWas()
    {
        CopyTo(Model);
        using (NewModelFolder made = new(Model))
        {
            File.WriteAllText(Path.Combine(made.Path, "card.md"), "new");
            _folder.Write("model.former", "in the way");
            Assert.Throws<IOException>(made.TakePlace);
        }
        Assert.Equal(ModelFolder.Open(trained.Path).Card.Hash, ModelFolder.Open(Model).Card.Hash);
        Assert.Equal(File.ReadAllText(Path.Combine(trained.Path, "card.md")), File.ReadAllText(_folder.Below("model", "card.md")));
        Assert.Equal(["model", "model.former"], Names(_folder.Path));
    }

    [Fact]
    public void New_WhereFilesOfOthersAreInTheWay_IsRefused()
    {
        string card = _folder.Write("model/card.md", "a card of somebody else");
        AssertRefused(card, () => new NewModelFolder(Model));
        File.WriteAllText(_folder.Below("model", "model.json"), "{\"weights\": [1]}");
        AssertRefused(_folder.Below("model", "model.json"), () => new NewModelFolder(Model));
        AssertRefused("expected a folder", () => new NewModelFolder(card));
        Assert.Equal("a card of somebody else", File.ReadAllText(card));
    }

    [Fact]
    public void New_WhereAFolderOfThatNameIsBeside_IsRefusedUnlessItWasLeftBehind()
    {
        string theirs = _folder.Write("model.part/theirs.txt", "foreign");
        AssertRefused("model.part: found a folder where", () => new NewModelFolder(Model));
        Assert.Equal("foreign", File.ReadAllText(theirs));
        Directory.Delete(_folder.Below("model.part"), recursive: true);
        NewModelFolder ended = new(Model);
        File.WriteAllText(Path.Combine(ended.Path, "kernel.bin"), "of a program that was ended");
        Train(Model);
        Assert.Equal(["card.md", "learnt.bin", "metrics.json", "model.json", "weights.bin"], Names(Model));
    }

    [Fact]
    public void New_AManifestThatNamesFilesElsewhere_TakesThemForForeign()
    {
        string outside = _folder.Write("outside.txt", "not the model's"), dot = _folder.Write("model/data.bin", "x");
        _folder.Write("model/model.json", "{\"files\": {\"../outside.txt\": \"\", \"./data.bin\": \"\", \"/\": \"\"}}");
        Train(Model);
        Assert.True(File.Exists(outside) && File.Exists(dot));
    }

    [Fact]
    public void Make_AMemberOfMembers_IsCopiedWhole()
    {
        EnsembleFolder.Make(Model, [trained.Path, trained.Path], ModelFolder.NoOthers);
        EnsembleFolder.Make(_folder.Below("again"), [Model, trained.Path], ModelFolder.NoOthers);
        Directory.Delete(Model, recursive: true);
        Assert.Equal(ModelFolder.Open(trained.Path).Score(["Operators block."])[0, 0], ModelFolder.Open(_folder.Below("again")).Score(["Operators block."])[0, 0], 1e-6);
    }

    [Fact]
    public void Open_ABlendCalledLinearOrAMemberLeftOut_IsRefused()
    {
        void Change(string old, string changed) => File.WriteAllText(_folder.Below("model", "model.json"), File.ReadAllText(_folder.Below("model", "model.json")).Replace(old, changed, StringComparison.Ordinal));
        CopyTo(Model);
        Change("\"kind\": \"blend\"", "\"kind\": \"linear\"");
        AssertRefused("found the files kernel.bin, vectors.bin, weights.bin for a model of kind \"linear\"; expected weights.bin", () => ModelFolder.Open(Model));
        EnsembleFolder.Make(Model, [trained.Path, trained.Path, trained.Path], ModelFolder.NoOthers);
        string manifest = File.ReadAllText(_folder.Below("model", "model.json"));
        int last = manifest.LastIndexOf(',');
        File.WriteAllText(_folder.Below("model", "model.json"), manifest[..last] + "}}");
        AssertRefused("found the files members/1-fifty/model.json, members/2-fifty/model.json of an ensemble; expected members/1-", () => ModelFolder.Open(Model));
    }

    [Fact]
    public void Make_OfWholeModels_WritesACardThatNamesThem()
    {
        EnsembleFolder.Make(Model, [trained.Path, trained.Path], ModelFolder.NoOthers);
        string card = File.ReadAllText(_folder.Below("model", "card.md"));
        Assert.StartsWith("# Model card: model\n", card, StringComparison.Ordinal);
        Assert.Equal(2, card.Split('\n').Count(line => line.StartsWith($"| {ModelFolder.Open(trained.Path).Card.Id} | blend |", StringComparison.Ordinal)));
        Assert.Contains("Nothing was measured", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Make_AMemberWhoseFilesDoNotMatch_IsRefusedAndTheFormerStays()
    {
        CopyTo(Model);
        CopyTo(_folder.Below("changed"));
        File.AppendAllText(_folder.Below("changed", "weights.bin"), "x");
        AssertRefused("cut or changed", () => EnsembleFolder.Make(Model, [trained.Path, _folder.Below("changed")], ModelFolder.NoOthers));
        AssertRefused("found the folder of the member", () => EnsembleFolder.Make(Model, [trained.Path, Model + "/."], ModelFolder.NoOthers));
        Assert.Equal(ModelFolder.Open(trained.Path).Card.Hash, ModelFolder.Open(Model).Card.Hash);
    }

    private static void AssertRefused(string message, Func<object> act) => Assert.Contains(message, Assert.Throws<InvalidDataException>(act).Message, StringComparison.Ordinal);

    private static void AssertRefused(string message, Action act) => Assert.Contains(message, Assert.Throws<InvalidDataException>(act).Message, StringComparison.Ordinal);

    private static string[] Names(string folder) => [.. Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)];

    private void Train(string folder) => new TrainingRun(TrainedFolder.Options).Run([new TrainingSource(LabelledClauses.Write(_folder.Below("fifty.csv"), LabelledClauses.Fifty))], folder);

    private void CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.EnumerateFiles(trained.Path)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }
}
