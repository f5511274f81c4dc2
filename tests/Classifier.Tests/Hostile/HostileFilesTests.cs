using Classifier.Endurance;
using Classifier.Tests.Reports;
using Xunit;

namespace Classifier.Tests.Hostile;

/// <summary>What strangers' worst files may do: cost their own result, and nothing else.</summary>
public sealed class HostileFilesTests(HostileRun run) : IClassFixture<HostileRun>
{
    private static readonly string[] Categories = ["empty", "not_a_pdf", "too_large", "encrypted", "malformed", "no_text", "garbled", "timeout", "memory", "crash"];

    [Fact]
    public void Run_HostileFiles_AccountsForEachOnceWithCategoryAndSentence()
    {
        RunAccount account = RunAccount.Check(run.Reports, run.Ended.Code, HostileFiles.All.Keys);
        Assert.Empty(account.Failures.Values.Except(Categories));
    }

    [Theory]
    [InlineData("encrypted.pdf", "encrypted")]
    [InlineData("huge.pdf", "too_large")]
    [InlineData("flate-bomb.pdf", "memory")]
    [InlineData("flate-bomb-twice.pdf", "memory")]
    [InlineData("reference-loop.pdf", "crash")]
    [InlineData("forms-double-thirty-times.pdf", "timeout")]
    public void Run_FileMadeForOneFault_NamesThatFault(string file, string category) =>
        Assert.Equal(category, RunAccount.Check(run.Reports, run.Ended.Code, HostileFiles.All.Keys).Failures[file]);

    [Fact]
    public void Worker_HostileFiles_NeverHoldsMoreThanItsCap() => Assert.InRange(run.Ended.PeakWorkerMiB, OperatingSystem.IsLinux() ? 1 : 0, HostileRun.MemoryMiB);

    [Fact]
    public void Terminal_HostileFiles_GetsNoCharacterThatItWouldObey()
    {
        Assert.DoesNotContain(run.Ended.Out + run.Ended.Error, c => c != '\n' && Obeyed(c));
        Assert.All((run.Ended.Out + run.Ended.Error).Split('\n'), line => Assert.False(line.StartsWith(".pdf", StringComparison.Ordinal), line));
    }

    [Fact]
    public void Reports_HostileFiles_HoldNoFormulaAndNoHiddenCharacter()
    {
        foreach (string report in Directory.EnumerateFiles(run.Reports, "*.csv"))
        {
            Assert.All(Rows.Read(report).SelectMany(row => row), cell =>
            {
                Assert.DoesNotContain(cell, c => c is not ('\t' or '\r' or '\n') && Obeyed(c));
                Assert.False(cell.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(cell[0], StringComparison.Ordinal) && !double.TryParse(cell, out _), cell);
            });
        }
        Assert.DoesNotContain(File.ReadAllText(Path.Combine(run.Reports, "run.json")), c => c != '\n' && char.IsControl(c));
    }

    [Fact]
    public void Clauses_HostileStrings_AreReadAndShownBySigns()
    {
        string text = string.Concat(Rows.Read(Path.Combine(run.Reports, "clauses.csv")).Where(row => row[1] == "strings.pdf").Select(row => row[10]));
        Assert.Contains("=HYPERLINK", text, StringComparison.Ordinal);
        Assert.Contains("␛[2J", text, StringComparison.Ordinal);
        Assert.Contains("without a court", text, StringComparison.Ordinal);
    }

    /// <summary>Controls, and signs that turn the direction of what follows.</summary>
    private static bool Obeyed(char c) => char.IsControl(c) || c is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069';
}
