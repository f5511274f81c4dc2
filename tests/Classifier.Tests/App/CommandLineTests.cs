using System.Diagnostics;
using System.Text.Json;
using Classifier.App;
using Classifier.Endurance;
using Classifier.Tests.Reports;
using Xunit;

namespace Classifier.Tests.App;

/// <summary>The command line as a process: what its users see.</summary>
public sealed class CommandLineTests
{
    private static readonly string Samples = ProjectFiles.InRoot("data", "samples");
    private static readonly string Overflow = ProjectFiles.InShared("pdf", "torture", "pdfjs__REDHAT-1531897-0.pdf");

    [Theory]
    [InlineData("", "help.txt")]
    [InlineData("classify", "help-classify.txt")]
    [InlineData("score", "help-score.txt")]
    public void Help_Command_IsTheOneInTheGoldenFile(string command, string golden)
    {
        EndedRun run = Program.Start([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.Equal(File.ReadAllText(ProjectFiles.InRoot("tests", "Classifier.Tests", "Golden", golden)).TrimEnd(), run.Out.TrimEnd());
        Assert.Equal(ExitCodes.Done, run.Code);
    }

    [Theory]
    [InlineData("classify")]
    [InlineData("classify x.pdf")]
    [InlineData("classify x.pdf --out o --workers 0")]
    [InlineData("classify x.pdf --out o --shard 3/2")]
    [InlineData("classify x.pdf --out o --model /no/such/model")]
    [InlineData("score /no/such/file.csv --out o.csv")]
    [InlineData("merge /no/such/shard --out o")]
    [InlineData("sing")]
    public void Fault_BadUsage_IsASentenceAndExitCode2(string arguments)
    {
        using TemporaryFolder folder = new();
        EndedRun run = Program.Start([.. arguments.Split(' ').Select(part => part is "o" or "o.csv" ? folder.Below(part) : part)]);
        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.StartsWith("error: ", run.Error[run.Error.IndexOf("error: ", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error + run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Classify_Samples_WritesScoredReportsAndSaysWhatPresses()
    {
        using TemporaryFolder folder = new();
        EndedRun run = Program.Start("classify", Samples, "--out", folder.Below("out"));
        Assert.Equal(ExitCodes.Done, run.Code);
        Assert.Equal(["clauses.csv", "documents.csv", "issues.csv", "pressing.csv", "removed.csv", "run.json"], Directory.GetFileSystemEntries(folder.Below("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("7 inputs: 7 done", run.Out, StringComparison.Ordinal);
        Assert.Equal(5, run.Out.Split('\n').Count(line => line.Contains(".pdf p. ", StringComparison.Ordinal)));
        IReadOnlyList<string[]> clauses = Rows.Read(folder.Below("out", "clauses.csv"));
        Assert.True(clauses.Count > 100);
        Assert.Equal(clauses.Count, clauses.Select(row => row[0]).Distinct().Count());
    }

    [Fact]
    public void Score_ClausesThatWereExtracted_GivesTheScoresOfClassify()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(ExitCodes.Done, Program.Start("classify", Samples, "--out", folder.Below("classified")).Code);
        Assert.Equal(ExitCodes.Done, Program.Start("extract", Samples, "--out", folder.Below("extracted")).Code);
        Assert.Equal(ExitCodes.Done, Program.Start("score", folder.Below("extracted", "clauses.csv"), "--out", folder.Below("scored.csv")).Code);
        Dictionary<string, string> classified = Rows.Table(folder.Below("classified", "clauses.csv"), "clause_id", "restricts", "binding", "force", "reasons", "review");
        Dictionary<string, string> scored = Rows.Table(folder.Below("scored.csv"), "clause_id", "restricts", "binding", "force", "reasons", "review");
        // A heading is scored by whoever asks for it; of a clause that would go, such a table has the struck words alone.
        string[] alike = [.. Rows.Table(folder.Below("classified", "clauses.csv"), "clause_id", "kind", "status").Where(row => row.Value.Split('|') is not (["heading", _] or [_, "deleted"])).Select(row => row.Key)];
        Assert.True(alike.Length > 80);
        Assert.All(alike, id => Assert.Equal(classified[id], scored[id]));
    }

    [Fact]
    public void Classify_AThresholdSetByHand_ReachesTheWorkersAndTheRecord()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(ExitCodes.Done, Program.Start("classify", Path.Combine(Samples, "bill.pdf"), "--threshold", "binding=1", "restricts=0.05", "--out", folder.Below("out")).Code);
        IReadOnlyList<string[]> clauses = Rows.Read(folder.Below("out", "clauses.csv"));
        int force = Array.IndexOf(clauses[0], "force");
        Assert.DoesNotContain("binding", clauses.Select(row => row[force]));
        using JsonDocument record = JsonDocument.Parse(File.ReadAllText(folder.Below("out", "run.json")));
        Assert.Equal("restricts=0.05 binding=1", record.RootElement.GetProperty("options").GetProperty("thresholds").GetString());
    }

    [Fact]
    public void Classify_OneWorkerOrTwo_WritesTheSameBytes()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(ExitCodes.Done, Program.Start("classify", Samples, "--out", folder.Below("one"), "--workers", "1").Code);
        Assert.Equal(ExitCodes.Done, Program.Start("classify", Samples, "--out", folder.Below("two"), "--workers", "2", "--cache", folder.Below("cache")).Code);
        AssertSameReports(folder.Below("one"), folder.Below("two"));
        Assert.Equal(ExitCodes.Done, Program.Start("classify", Samples, "--out", folder.Below("cached"), "--cache", folder.Below("cache")).Code);
        AssertSameReports(folder.Below("one"), folder.Below("cached"));
    }

    [Fact]
    public void Classify_FaultyInputs_AreAllAccountedFor()
    {
        using TemporaryFolder folder = new();
        string bill = Path.Combine(Samples, "bill.pdf");
        folder.Write("in/empty.pdf", "");
        folder.Write("in/text.pdf", "This is no PDF.");
        folder.Write("in/broken.pdf", "%PDF-1.7\nnothing behind");
        File.Copy(bill, folder.Below("in", "copy.pdf"));
        EndedRun run = Program.Start("extract", folder.Below("in"), bill, folder.Below("none.pdf"), "--out", folder.Below("out"));
        Assert.Equal(ExitCodes.SomeFailed, run.Code);
        using JsonDocument record = JsonDocument.Parse(File.ReadAllText(folder.Below("out", "run.json")));
        Assert.Equal(["bill.pdf done", "broken.pdf failed", "copy.pdf duplicate", "empty.pdf failed", "none.pdf failed", "text.pdf failed"],
            record.RootElement.GetProperty("inputs").EnumerateArray().Select(input => $"{input.GetProperty("document")} {input.GetProperty("status")}"));
        Assert.Equal(["broken.pdf", "empty.pdf", "none.pdf", "text.pdf"], Rows.Read(folder.Below("out", "issues.csv")).Where(row => row[1] == "fatal").Select(row => row[0]));
    }

    [Fact]
    public void Classify_NothingButMissingInputs_EndsWithCode3()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(ExitCodes.NothingDone, Program.Start("extract", folder.Below("none.pdf"), "--out", folder.Below("out")).Code);
    }

    [SharedFact("pdf/torture")]
    public void Extract_FileThatKillsItsReader_IsOneFailedDocument()
    {
        using TemporaryFolder folder = new();
        EndedRun run = Program.Start("extract", Overflow, Path.Combine(Samples, "letter.pdf"), "--out", folder.Below("out"));
        Assert.Equal(ExitCodes.SomeFailed, run.Code);
        string[] issue = Rows.Read(folder.Below("out", "issues.csv")).Single(row => row[1] == "fatal");
        Assert.Equal(("pdfjs__REDHAT-1531897-0.pdf", "crash"), (issue[0], issue[4]));
        Assert.Contains("stack overflow", issue[5], StringComparison.Ordinal);
        Assert.DoesNotContain("UglyToad", run.Error + run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_AllShards_GivesTheReportsOfOneRun()
    {
        using TemporaryFolder folder = new();
        string[] shards = [.. Enumerable.Range(1, 3).Select(i => folder.Below($"shard{i}"))];
        for (int i = 0; i < shards.Length; i++) Assert.Equal(ExitCodes.Done, Program.Start("extract", Samples, "--split-rows", "50", "--shard", $"{i + 1}/3", "--resume", "--out", shards[i]).Code);
        EndedRun missing = Program.Start(["merge", .. shards[..2], "--out", folder.Below("merged")]);
        Assert.Equal(ExitCodes.Usage, missing.Code);
        Assert.Contains("missing: 3", missing.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, Program.Start(["merge", .. shards, "--out", folder.Below("merged")]).Code);
        Assert.Equal(ExitCodes.Done, Program.Start("extract", Samples, "--split-rows", "50", "--out", folder.Below("whole")).Code);
        Assert.Equal(51, Rows.Read(folder.Below("whole", "clauses-2.csv")).Count);
        AssertSameReports(folder.Below("whole"), folder.Below("merged"));
    }

    [Fact]
    public void Merge_ShardsOfAnotherBuild_IsRefusedInASentence()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(ExitCodes.Done, Program.Start("extract", Path.Combine(Samples, "letter.pdf"), "--shard", "1/1", "--out", folder.Below("shard")).Code);
        string record = folder.Below("shard", "shard.json");
        File.WriteAllText(record, System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(record), "\"Build\":\"[^\"]*\"", "\"Build\":\"another\""));
        EndedRun refused = Program.Start("merge", folder.Below("shard"), "--out", folder.Below("merged"));
        Assert.Equal(ExitCodes.Usage, refused.Code);
        Assert.Contains("made by another build of the program", refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Below("merged", "clauses.csv")));
    }

    [Fact]
    public void Stop_BySignal_EndsWithCode130AndCanBeGoneOnWith()
    {
        using TemporaryFolder folder = new();
        string[] arguments = ["extract", Samples, "--resume", "--workers", "1", "--out", folder.Below("out")];
        using Process process = Program.Begin(arguments);
        while (!File.Exists(folder.Below("out", ".classifier-run", "journal"))) Thread.Sleep(20);
        using (Process kill = Process.Start("kill", ["-TERM", $"{process.Id}"])) kill.WaitForExit();
        string said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(ExitCodes.Stopped, process.ExitCode);
        Assert.Contains("--resume", said, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, Program.Start(arguments).Code);
        Assert.True(File.Exists(folder.Below("out", "run.json")));
    }

    [Fact]
    public void Fault_FolderThatCannotBeWritten_IsASentenceAndExitCode4()
    {
        using TemporaryFolder folder = new();
        EndedRun run = Program.Start("extract", Samples, "--out", folder.Write("file", "in the way"));
        Assert.Equal(ExitCodes.OutputFailed, run.Code);
        Assert.Contains("cannot be written to", run.Error, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void Fault_FileThatMayNotGrow_IsASentenceAndExitCode4AndCanBeGoneOnWith()
    {
        using TemporaryFolder folder = new();
        // In place of a full disk, which takes a disk of its own: no file over 16 KiB. The runtime keeps its code in a larger file unless it is told not to.
        string limited = $"trap '' XFSZ; ulimit -f 16; DOTNET_EnableWriteXorExecute=0 exec {Program.Built} extract '{Samples}' --out '{folder.Below("out")}'";
        using Process process = Process.Start(new ProcessStartInfo("bash", ["-c", limited]) { RedirectStandardError = true })!;
        string said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(ExitCodes.OutputFailed, process.ExitCode);
        Assert.Contains("--resume", said, StringComparison.Ordinal);
        EndedRun resumed = Program.Start("extract", Samples, "--resume", "--out", folder.Below("out"));
        Assert.Equal(ExitCodes.Done, resumed.Code);
        Assert.Contains("Going on with a stopped run", resumed.Error, StringComparison.Ordinal);
    }

    private static void AssertSameReports(string expected, string actual)
    {
        string[] names = [.. Directory.GetFiles(expected).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
        Assert.Equal(names, Directory.GetFiles(actual).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
        foreach (string name in names) Assert.Equal(File.ReadAllBytes(Path.Combine(expected, name)), File.ReadAllBytes(Path.Combine(actual, name)));
    }
}
