using Classifier.Models;
using Xunit;

namespace Classifier.Tests.Models;

public sealed class ModelFolderTests(TrainedFolder trained) : IClassFixture<TrainedFolder>, IDisposable
{
    private readonly string _copy = Directory.CreateTempSubdirectory("classifier-folder-").FullName;

    public void Dispose() => Directory.Delete(_copy, recursive: true);

    [Fact]
    public void Open_ACompleteCopy_HasTheSameHash()
    {
        Copy();
        Assert.Equal(ModelFolder.Open(trained.Path).Card.Hash, ModelFolder.Open(_copy).Card.Hash);
    }

    [Fact]
    public void Open_AFolderWithoutModel_IsRefused() => AssertRefused("found no model.json");

    [Fact]
    public void Open_WithoutWeights_IsRefused()
    {
        Copy();
        File.Delete(At("weights.bin"));
        AssertRefused("found no weights.bin");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(5000)]
    public void Open_WithCutWeights_IsRefused(int length)
    {
        Copy();
        File.WriteAllBytes(At("weights.bin"), File.ReadAllBytes(At("weights.bin"))[..length]);
        AssertRefused("cut or changed");
    }

    [Fact]
    public void Open_WithOneBitChanged_IsRefused()
    {
        Copy();
        byte[] bytes = File.ReadAllBytes(At("weights.bin"));
        bytes[^1] ^= 1;
        File.WriteAllBytes(At("weights.bin"), bytes);
        AssertRefused("cut or changed");
    }

    [Theory]
    [InlineData("\"format\": 2", "\"format\": 1", "found model format 1; expected 2")]
    [InlineData("\"review_bands\": [", "\"review_bands\": [{ \"low\": 0, \"high\": 1 },", "found 11 thresholds, 12 review bands")]
    [InlineData("\"kind\": \"linear\"", "\"kind\": \"forest\"", "found a model of kind \"forest\"")]
    [InlineData("\"restricts\",", "\"limits\",", "found the labels")]
    [InlineData("\"thresholds\": [", "\"thresholds\": [2,", "found 12 thresholds")]
    [InlineData("\"thresholds\": [\n    ", "\"thresholds\": [\n    2", "found the threshold of infrastructure at 20")]
    [InlineData("\"low\": ", "\"low\": 7", "found the low end of the review band of infrastructure at 7")]
    [InlineData("\"high\": ", "\"high\": -", "found the high end of the review band of infrastructure at -")]
    [InlineData("\"low\": ", "\"high\": ", "found no valid manifest")]
    [InlineData("\"review_precision\": ", "\"review_precision\": 9", "found the review precision at 9")]
    [InlineData("\"above\": ", "\"above\": -", "found a calibrator of infrastructure that does not rise (Calibrator { Bend = ")]
    [InlineData("\"calibrators\": [", "\"calibrators\": [null,", "11 review bands and 12 calibrators")]
    [InlineData("\"bend\": ", "\"at_bend\": ", "found no valid manifest")]
    [InlineData("\"files\": {", "\"files\": null, \"versions\": {", "found no valid manifest")]
    [InlineData("\"kind\": \"linear\"", "\"kind\": \"blend\"", "found the files weights.bin for a model of kind \"blend\"; expected weights.bin, kernel.bin, vectors.bin")]
    [InlineData("\"weights.bin\": ", "\"learnt.bin\": ", "found the files none for a model of kind")]
    [InlineData("\"kind\"", "\"kinds\"", "found no valid manifest")]
    [InlineData("{", "", "found no valid manifest")]
    public void Open_WithAnotherManifest_IsRefused(string old, string changed, string message)
    {
        Copy();
        string manifest = File.ReadAllText(At("model.json"));
        int place = manifest.IndexOf(old, StringComparison.Ordinal);
        File.WriteAllText(At("model.json"), manifest[..place] + changed + manifest[(place + old.Length)..]);
        AssertRefused(message);
    }

    [Fact]
    public void FromBytes_CutAnywhere_IsRefused()
    {
        byte[] whole = File.ReadAllBytes(Path.Combine(trained.Path, "weights.bin"));
        Assert.Equal(whole, LinearWeights.FromBytes(whole).ToBytes());
        Assert.All(Enumerable.Range(0, 50).Select(i => whole.Length * i / 50), length => Assert.Throws<InvalidDataException>(() => LinearWeights.FromBytes(whole.AsSpan(0, length))));
        Assert.Throws<InvalidDataException>(() => LinearWeights.FromBytes([.. whole, 0]));
    }

    [Fact]
    public void ShippedModel_Always_Opens() => Assert.Equal(["en"], ModelFolder.Open(ProjectFiles.InRoot("models", "default")).Card.Languages);

    private string At(string file) => Path.Combine(_copy, file);

    private void Copy()
    {
        foreach (string file in Directory.EnumerateFiles(trained.Path)) File.Copy(file, At(Path.GetFileName(file)));
    }

    private void AssertRefused(string message) => Assert.Contains(message, Assert.Throws<InvalidDataException>(() => ModelFolder.Open(_copy)).Message, StringComparison.Ordinal);
}
