using System.Security.Cryptography;
using Classifier.Clauses;
using Classifier.Documents;
using Classifier.Layout;
using Classifier.Reports;
using Classifier.Tests.Reports;
using Xunit;

namespace Classifier.Tests.Golden;

/// <summary>
/// Whole documents against clauses that were checked by eye, in the lossless form of <c>clauses.csv</c>. Whoever changes what is read sees here what
/// else changes with it, and refreshes the files on purpose.
/// </summary>
public sealed class GoldenTests
{
    private const string RefreshVariable = "CLASSIFIER_REFRESH_GOLDEN";

    private static readonly ProposalPipeline Pipeline = new(new PdfReader(new PdfReaderOptions()), new LayoutAnalyzer(new LayoutOptions()), new ClauseSegmenter(), null);

    private static readonly string Folder = ProjectFiles.InRoot("tests", "Classifier.Tests", "Golden");

    public static TheoryData<string> Files() =>
        [.. new[] { ProjectFiles.InRoot("data", "samples"), Folder }.SelectMany(folder => Directory.GetFiles(folder, "*.pdf")).Select(path => Path.GetRelativePath(ProjectFiles.Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Documents() => [.. GoldenDocuments.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_Always_GivesTheClausesThatWereChecked(string file)
    {
        byte[] bytes = File.ReadAllBytes(ProjectFiles.InRoot(file));
        Compare(Path.GetFileNameWithoutExtension(file), Path.GetFileName(file), Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_Always_GivesTheClausesThatWereChecked(string name) =>
        // The writer's bytes are no business of this test; the clauses' identities follow from the id alone.
        Compare(name, $"{name}.pdf", new string('0', 64), GoldenDocuments.All[name]().Bytes());

    private static void Compare(string name, string document, string id, byte[] bytes)
    {
        string path = Path.Combine(Folder, $"{name}.clauses.csv");
        string found = Report(document, id, bytes);
        if (Environment.GetEnvironmentVariable(RefreshVariable) == "1")
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"{RefreshVariable} is refused where CI=true: golden files are refreshed by people who look at them.");
            File.WriteAllText(path, found);
            return;
        }
        string how = $"Check the difference by eye; to refresh the golden files: {RefreshVariable}=1 dotnet test -c Release --filter GoldenTests";
        Assert.True(File.Exists(path), $"{path} is missing. {how}");
        string[] expected = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n'), actual = found.Split('\n');
        int first = Enumerable.Range(0, Math.Max(expected.Length, actual.Length)).FirstOrDefault(i => expected.ElementAtOrDefault(i) != actual.ElementAtOrDefault(i), -1);
        Assert.True(first < 0, $"{Path.GetFileName(path)}, line {first + 1}:\n  expected {expected.ElementAtOrDefault(first) ?? "(no line)"}\n  found    {actual.ElementAtOrDefault(first) ?? "(no line)"}\n{how}");
    }

    private static string Report(string document, string id, byte[] bytes)
    {
        using TemporaryFolder folder = new();
        ProposalResult result = Pipeline.Process(id, bytes);
        using CsvReport<ClauseRow> report = new(folder.Below(""), "clauses", ClauseReport.UnscoredColumns, ReportForm.Exact);
        foreach (ScoredClause clause in result.Clauses) report.Write(new ClauseRow(document, id, clause, ""), null);
        return File.ReadAllText(folder.Below(Assert.Single(report.Finish()))).ReplaceLineEndings("\n");
    }
}
