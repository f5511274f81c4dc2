using Classifier.Endurance;
using Classifier.Tests.Reports;
using Xunit;

namespace Classifier.Tests.Hostile;

/// <summary>Damaged files; <c>tests/Classifier.Endurance</c> does the same with as many as one likes.</summary>
public sealed class FuzzTests
{
    [Fact]
    public void Classify_DamagedFiles_AccountsForEachOnce()
    {
        using TemporaryFolder folder = new();
        FuzzTrial trial = new(App.Program.Built, SourcePdfs.Read([ProjectFiles.InShared("pdf"), ProjectFiles.InRoot("data", "samples")], 60_000), seed: 5);
        trial.Run(first: 0, count: 150, folder.Path, keep: null);
        Assert.Equal(150, trial.Outcomes.Values.Sum());
        // Damage must have been done, and must not have been all there was.
        Assert.True(trial.Outcomes.Count > 2 && trial.Outcomes.ContainsKey("done"), string.Join(", ", trial.Outcomes));
    }
}
