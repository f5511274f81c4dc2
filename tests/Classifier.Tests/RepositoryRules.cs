using System.Text.RegularExpressions;
using Xunit;

namespace Classifier.Tests;

/// <summary>The rules of the house that a compiler does not check.</summary>
public sealed partial class RepositoryRules
{
    private const int MostLines = 300;

    // The order in which data flows. A folder may look at those before it, never at those after it.
    private static readonly string[] Folders = ["Documents", "Layout", "Clauses", "Models", "Scores", "Reports", "Training"];

    public static TheoryData<string> LibraryFiles() => [.. Sources("src/Classifier")];

    [Fact]
    public void SourceFile_Always_FitsOnAFewScreens()
    {
        string[] tooLong = [.. Sources("src").Concat(Sources("tests")).Where(file => File.ReadLines(ProjectFiles.InRoot(file)).Count() > MostLines)];
        Assert.Empty(tooLong);
    }

    [Theory]
    [MemberData(nameof(LibraryFiles))]
    public void LibraryFile_InAFolder_LooksOnlyUpstream(string file)
    {
        int own = Array.IndexOf(Folders, file.Split('/')[2]);
        string[] downstream = own < 0 ? [] : Folders[(own + 1)..];
        string[] wrong = [.. downstream.Where(folder => File.ReadAllText(ProjectFiles.InRoot(file)).Contains($"using Classifier.{folder};", StringComparison.Ordinal))];
        Assert.Empty(wrong);
    }

    [Fact]
    public void MainPath_Always_IsShortAndNamesItsStagesInOrder()
    {
        string[] lines = File.ReadAllLines(ProjectFiles.InRoot("src", "Classifier", "ProposalPipeline.cs"));
        Assert.True(lines.Length <= 120, $"ProposalPipeline.cs has {lines.Length} lines; a newcomer reads it first");
        int[] stages = [.. new[] { ".Read(", ".Analyze(", ".Segment(", ".Score(" }.Select(call => Array.FindIndex(lines, line => line.Contains(call, StringComparison.Ordinal)))];
        Assert.DoesNotContain(-1, stages);
        Assert.Equal(stages.Order(), stages);
    }

    [Fact]
    public void Readme_EveryFileItLinks_Exists()
    {
        string[] missing = [.. Link().Matches(File.ReadAllText(ProjectFiles.InRoot("README.md"))).Select(match => match.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !Path.Exists(ProjectFiles.InRoot(target)))];
        Assert.Empty(missing);
    }

    [Fact]
    public void Readme_EveryCommand_IsRunByTheGate()
    {
        string gate = File.ReadAllText(ProjectFiles.InRoot(".ci", "run"));
        Assert.Contains("README.md", gate, StringComparison.Ordinal);
        Assert.NotEmpty(ShellBlock().Matches(File.ReadAllText(ProjectFiles.InRoot("README.md"))));
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(ProjectFiles.InRoot(folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(ProjectFiles.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\]\(([^)#\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```sh\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlock();
}
