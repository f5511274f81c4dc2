using Classifier.Tests.Reports;
using Xunit;

namespace Classifier.Tests;

public sealed class RealPathTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public void Same_OnePlaceByOtherNames_IsSeen()
    {
        string file = _folder.Write("real/a.csv", "x");
        Directory.CreateSymbolicLink(_folder.Below("linked"), _folder.Below("real"));
        File.CreateSymbolicLink(_folder.Below("b.csv"), Path.Combine("linked", "a.csv"));
        Assert.All([file, _folder.Below("linked", "a.csv"), _folder.Below("b.csv"), _folder.Below("real", "..", "linked", ".", "a.csv")], name => Assert.True(RealPath.Same(file, name), name));
        Assert.True(RealPath.Same(_folder.Below("linked") + "/", _folder.Below("real")));
        Assert.True(RealPath.Same(_folder.Below("linked", "new.csv"), _folder.Below("real", "new.csv")));
        Assert.False(RealPath.Same(file, _folder.Write("a.csv", "x")));
    }

    [LinuxFact]
    public void Of_LinksThatPointAtEachOther_IsThePathItself()
    {
        File.CreateSymbolicLink(_folder.Below("a"), _folder.Below("b"));
        File.CreateSymbolicLink(_folder.Below("b"), _folder.Below("a"));
        Assert.Equal(_folder.Below("a"), RealPath.Of(_folder.Below("a")));
    }
}
