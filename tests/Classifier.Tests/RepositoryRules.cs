using System.Text.RegularExpressions;
using Xunit;

namespace Classifier.Tests;

/// <summary>The rules of the house that a compiler does not check.</summary>
public sealed partial class RepositoryRules
{
    private const int MostLines = 300;

    // The order in which data flows. A folder may look at those before it, never at those after it.
    private static readonly string[] Folders = ["Documents", "Layout", "Clauses", "Models", "Scores", "Reports", "Training"];

    public static TheoryData<string> FilesInFolders() => [.. Sources("src/Classifier").Where(file => file.Split('/').Length > 3)];

    [Fact]
    public void SourceFile_Always_FitsOnAFewScreens()
    {
        string[] tooLong = [.. Sources("src").Concat(Sources("tests")).Where(file => File.ReadLines(ProjectFiles.InRoot(file)).Count() > MostLines)];
        Assert.Empty(tooLong);
    }

    [Theory]
    [MemberData(nameof(FilesInFolders))]
    public void LibraryFile_InAFolder_LooksOnlyUpstream(string file)
    {
        Assert.Contains(file.Split('/')[2], Folders);
        string[] downstream = Folders[(Array.IndexOf(Folders, file.Split('/')[2]) + 1)..];
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
    public void Readme_EveryBlockOfCode_IsOneThatTheGateRuns()
    {
        Assert.Contains("/^```sh$/ { on = 1; next } /^```$/ { on = 0 } on' README.md", File.ReadAllText(ProjectFiles.InRoot(".ci", "run")), StringComparison.Ordinal);
        string[] fences = [.. File.ReadLines(ProjectFiles.InRoot("README.md")).Where(line => line.TrimStart().StartsWith("```", StringComparison.Ordinal))];
        Assert.NotEmpty(fences);
        Assert.Equal(Enumerable.Range(0, fences.Length).Select(i => i % 2 == 0 ? "```sh" : "```"), fences);
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(ProjectFiles.InRoot(folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(ProjectFiles.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\]\(([^)#\s]+)\)")]
    private static partial Regex Link();
}
