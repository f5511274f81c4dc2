using Classifier.Endurance;
using Classifier.Tests.Reports;
using Xunit;

namespace Classifier.Tests.App;

/// <summary>Runs that are killed; <c>tests/Classifier.Endurance</c> does the same fifty times and more.</summary>
public sealed class KillTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Resume_AfterKillsAtRandomMoments_GivesTheReportsOfAnUndisturbedRun(int seed)
    {
        using TemporaryFolder folder = new();
        SourcePdfs.Read([ProjectFiles.InRoot("data", "samples")], long.MaxValue).WriteCopies(folder.Below("in"), 14);
        KillTrial trial = new(Program.Built, folder.Below("in"), folder.Path);
        KilledRun run = trial.Run(folder.Below("killed"), new Random(seed));
        Assert.True(run.Kills > 0, "the run ended before it was killed");
    }
}
