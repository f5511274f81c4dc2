using System.Text.Json;
using Classifier.Models;
using Classifier.Tests.Models;
using Xunit;

namespace Classifier.Tests.Training;

public sealed class CardTextTests(TrainedFolder trained) : IClassFixture<TrainedFolder>
{
    private string Card => File.ReadAllText(Path.Combine(trained.Path, "card.md"));

    [Fact]
    public void ShippedCard_Always_BearsItsNameAndEndsWithTheTrials()
    {
        string card = File.ReadAllText(ProjectFiles.InRoot("models", "default", "card.md"));
        Assert.StartsWith("# Model card: default\n", card, StringComparison.Ordinal);
        Assert.EndsWith(File.ReadAllText(ProjectFiles.InRoot("data", "trials.md")), card, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ATrainedModel_NamesWhatItLearntFrom() =>
        Assert.Contains($"| fifty.csv | 50 | 1 | `{ModelFolder.Hash(File.ReadAllBytes(trained.Data))[..16]}` |", Card, StringComparison.Ordinal);

    [Fact]
    public void Write_EveryLabel_HasARowAndUndefinedMeasuresAreEmpty()
    {
        Assert.All(ScoreLabels.Names, name => Assert.Contains($"\n| {name} | ", Card, StringComparison.Ordinal));
        string communication = Card.Split('\n').First(line => line.StartsWith("| communication |", StringComparison.Ordinal));
        // Label, positives, threshold; then precision may be defined, recall and average precision are not.
        string[] cells = [.. communication.Trim('|').Split('|').Select(cell => cell.Trim())];
        Assert.Equal(("0", "", ""), (cells[1], cells[4], cells[6]));
        Assert.DoesNotContain("NaN", Card, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LabelsOfTooFewClauses_AreNamed() => Assert.Contains("Too few positives to choose a threshold by, so that 0.5 or the base's stands: ", Card, StringComparison.Ordinal);

    [Fact]
    public void Write_Coverage_StandsInTheCardAsInTheMetrics()
    {
        using JsonDocument metrics = JsonDocument.Parse(File.ReadAllText(Path.Combine(trained.Path, "metrics.json")));
        JsonElement[] levels = [.. metrics.RootElement.GetProperty("coverage").EnumerateArray()];
        Assert.Contains("\n| none marked | 1.000 | ", Card, StringComparison.Ordinal);
        Assert.All(levels.Skip(1), level => Assert.Contains(FormattableString.Invariant($"\n| {level.GetProperty("precision").GetDouble():0.##} | {level.GetProperty("share").GetDouble():F3} | "), Card, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_Baselines_StandBesideTheModel()
    {
        Assert.Contains("\n| **this model** | ", Card, StringComparison.Ordinal);
        Assert.Contains("\n| commonest answer | ", Card, StringComparison.Ordinal);
        Assert.Contains("\n| list of words | ", Card, StringComparison.Ordinal);
    }
}
