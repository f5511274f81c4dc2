using Classifier.Clauses;
using Classifier.Documents;
using Classifier.Layout;
using Xunit;

namespace Classifier.Tests.Clauses;

/// <summary>Real files from bytes to clauses: our own samples, and the proposals with written truth where they are at hand.</summary>
public sealed class ProposalDocumentsTests
{
    public static TheoryData<string> Samples() => [.. Directory.GetFiles(ProjectFiles.InRoot("data", "samples"), "*.pdf").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_SpansHoldTheirText_AndNothingIsEmpty(string file)
    {
        ProposalDocument document = Read(ProjectFiles.InRoot("data", "samples", file));
        Assert.NotEmpty(document.Clauses);
        Assert.All(document.Clauses, clause => Assert.Equal(clause.Text, document.Text.Substring(clause.Start, clause.Length)));
        Assert.All(document.Clauses, clause => Assert.NotEmpty(clause.Boxes));
        Assert.Equal("en", document.Language);
        Assert.NotEqual("", document.Metadata.Title);
    }

    [Fact]
    public void Sample_OfTrackedProposals_IsReadAsItsDraftersMeantIt()
    {
        ProposalDocument document = Read(ProjectFiles.InRoot("data", "samples", "itu-proposal-tracked.pdf"));
        Assert.Equal(["ADD", "MOD", "NOC", "SUP"], document.Clauses.Select(clause => clause.Action).Where(action => action.Length > 0).Distinct().Order(StringComparer.Ordinal));
        Assert.All(document.Clauses.Where(clause => clause.Action == "SUP"), clause => Assert.Equal(("", ClauseStatus.Deleted), (clause.Text, clause.Status)));
        Assert.All(document.Clauses.Where(clause => clause.Kind == ClauseKind.Reason), clause => Assert.Equal(("", ClauseStatus.None), (clause.Action, clause.Status)));
        Assert.All(document.Clauses.Where(clause => clause.Kind == ClauseKind.Provision && clause.Action.Length > 0), clause => Assert.NotEqual("", clause.Number));
    }

    /// <summary>The bars that the project set itself; scanned files and the one with recognised text are measured apart.</summary>
    [SharedFact("pdf/proposals")]
    public void SharedProposals_AreReadAboveTheBars()
    {
        StructureScore score = new();
        foreach (string truth in Directory.GetFiles(ProjectFiles.InShared("pdf", "proposals"), "*.json").Where(file => !IsScanned(file)).Order(StringComparer.Ordinal))
        {
            string pdf = Path.ChangeExtension(truth, ".pdf");
            if (File.Exists(pdf)) score.Add(truth, Read(pdf).Clauses);
        }
        Assert.InRange(score.F1, 0.93, 1);
        AtLeast(0.97, score.Status);
        AtLeast(0.93, score.Deleted);
        AtLeast(0.99, score.Proposal);
        AtLeast(0.95, score.Number);
        AtLeast(0.92, score.Kind);
    }

    private static void AtLeast(double bar, (int Right, int All) count) => Assert.InRange((double)count.Right / count.All, bar, 1);

    private static bool IsScanned(string file) => Path.GetFileName(file).Contains("-scan-", StringComparison.Ordinal) || Path.GetFileName(file).Contains("-ocr-", StringComparison.Ordinal);

    private static ProposalDocument Read(string file) =>
        new ClauseSegmenter().Segment(new string('0', 64), new LayoutAnalyzer(new LayoutOptions()).Analyze(new PdfReader(new PdfReaderOptions()).Read(File.ReadAllBytes(file))));
}
