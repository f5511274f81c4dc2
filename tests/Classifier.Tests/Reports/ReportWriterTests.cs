using System.Text.Json;
using Classifier.Layout;
using Classifier.Reports;
using Xunit;

namespace Classifier.Tests.Reports;

public sealed class ReportWriterTests
{
    private static readonly RunFacts Facts = new() { Command = "classify", Version = "1", Model = "m@1", ModelHash = "1", Options = new Dictionary<string, string>(), Inputs = 3, OtherFiles = 0 };

    [Theory]
    [InlineData("m@1", "headers.txt")]
    [InlineData("", "headers-extract.txt")]
    public void Reports_Headers_AreThoseThatProgramsDependOn(string model, string golden)
    {
        using TemporaryFolder folder = new();
        using (ReportWriter reports = new(folder.Path, ReportForm.Exact, Facts with { Model = model })) reports.Finish();
        string[] lines = [.. Directory.GetFiles(folder.Path, "*.csv").Order(StringComparer.Ordinal).Select(file => $"{Path.GetFileName(file)}: {File.ReadLines(file).First()}")];
        Assert.Equal(File.ReadAllLines(ProjectFiles.InRoot("tests", "Classifier.Tests", "Golden", golden)), lines);
    }

    [Fact]
    public void Documents_SeveralDocuments_StandMostPressingFirst()
    {
        using TemporaryFolder folder = new();
        RunSummary summary = Write(folder, ReportForm.Exact);
        Assert.Equal(["document", "b.pdf", "a.pdf", "c.pdf"], Rows.Read(folder.Below("documents.csv")).Select(row => row[0]));
        Assert.Equal([90, 20, 10], summary.MostPressing.Select(pressing => pressing.Clause.Assessment!.Priority));
        Assert.True(summary.IsAccountedFor);
    }

    [Fact]
    public void RunRecord_SeveralDocuments_NamesEachOnceWithItsStatus()
    {
        using TemporaryFolder folder = new();
        Write(folder, ReportForm.Exact);
        using JsonDocument run = JsonDocument.Parse(File.ReadAllText(folder.Below("run.json")));
        Assert.Equal(["a.pdf done", "b.pdf done", "c.pdf failed"], run.RootElement.GetProperty("inputs").EnumerateArray().Select(input => $"{input.GetProperty("document")} {input.GetProperty("status")}"));
        JsonElement counts = run.RootElement.GetProperty("counts");
        Assert.Equal(3, counts.GetProperty("done").GetInt32() + counts.GetProperty("partial").GetInt32() + counts.GetProperty("failed").GetInt32() + counts.GetProperty("duplicate").GetInt32());
    }

    [Fact]
    public void Summary_FewerDocumentsThanInputs_IsNotAccountedFor()
    {
        using TemporaryFolder folder = new();
        using ReportWriter reports = new(folder.Path, ReportForm.Exact, Facts);
        reports.Write("a.pdf", Head(), []);
        Assert.False(reports.Finish().IsAccountedFor);
    }

    [Fact]
    public void Issues_GuardedAndCutCells_AreSaidForTheirDocument()
    {
        using TemporaryFolder folder = new();
        using (ReportWriter reports = new(folder.Path, ReportForm.Spreadsheet, Facts with { Inputs = 1 }))
        {
            ProposalResult head = Head() with { Removed = [new RemovedText(1, new(0, 0, 1, 1), "-1-", "page_number")] };
            reports.Write("=a.pdf", head, [Rows.Clause("=1+1", 1), Rows.Clause(new string('x', 40_000), 2, "00000000000000bb")]);
            reports.Finish();
        }
        IReadOnlyList<string[]> issues = Rows.Read(folder.Below("issues.csv"));
        Assert.Contains(issues, issue => issue[4] == "cut" && issue[5].Contains("text of clause 00000000000000bb", StringComparison.Ordinal));
        Assert.Contains(issues, issue => issue[4] == "guarded" && issue[5].Contains("clauses.csv document: 2, clauses.csv text: 1", StringComparison.Ordinal) && issue[5].Contains("removed.csv text: 1", StringComparison.Ordinal));
    }

    [Fact]
    public void Clauses_Values_AreWrittenAsTheReadmeSays()
    {
        using TemporaryFolder folder = new();
        Write(folder, ReportForm.Exact);
        IReadOnlyList<string[]> rows = Rows.Read(folder.Below("clauses.csv"));
        string Cell(string column) => rows[1][Array.IndexOf(rows[0], column)];
        Assert.Equal("Part A > Article 1", Cell("heading"));
        Assert.Equal("expression;communication", Cell("rights"));
        Assert.Equal("state_centric", Cell("framing"));
        Assert.Equal("20.0", Cell("priority"));
        Assert.Equal("false", Cell("review"));
        Assert.Equal("0.0625", Cell("infrastructure"));
        Assert.Equal("1:1.3,2.0,3.0,4.0;2:5.0,6.0,7.0,8.0", Cell("box"));
    }

    private static RunSummary Write(TemporaryFolder folder, ReportForm form)
    {
        using ReportWriter reports = new(folder.Path, form, Facts);
        reports.Write("a.pdf", Head(), [Rows.Clause("first", 20)]);
        reports.Write("b.pdf", Head(), [Rows.Clause("second", 10), Rows.Clause("third", 90), Rows.Clause("heading")]);
        reports.Write("c.pdf", Head() with { Issues = [new Issue(Severity.Fatal, "read", null, "malformed", "It is broken.")] }, []);
        return reports.Finish();
    }

    private static ProposalResult Head() => new() { DocumentId = new string('a', 64), Pages = 1, Model = "m@1" };
}
