using System.Diagnostics;
using Classifier.Models;
using Classifier.Tests.Reports;
using Classifier.Training;
using Classifier.Training.Exchange;
using Xunit;

namespace Classifier.Tests.Training;

/// <summary>A test that runs the script which joins labels with private paragraphs.</summary>
internal sealed class JoinFactAttribute : FactAttribute
{
    public JoinFactAttribute(bool text = false)
    {
        if (Python is null) Skip = "needs python3 on the PATH";
        else if (text && !File.Exists(Text)) Skip = "needs ../shared/text/policy-text.txt.xz beside the project";
    }

    public static string? Python => InstalledPrograms.Find("python3");

    public static string Text => ProjectFiles.InShared("text", "policy-text.txt.xz");
}

/// <summary>The labels that ship without their texts (<c>data/paragraphs</c>), and the script that joins both again.</summary>
public sealed class ParagraphLabelsTests : IDisposable
{
    private static readonly string[][] Labels = [.. Rows.Read(ProjectFiles.InRoot("data", "paragraphs", "labels.csv")).Skip(1)];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Labels_Always_NameEachParagraphOnceByAHashAndNoText()
    {
        Assert.NotEmpty(Labels);
        Assert.Equal(Labels.Length, Labels.Select(row => row[0]).Distinct().Count());
        Assert.All(Labels, row =>
        {
            Assert.Equal(12, row.Length);
            Assert.Matches("^[0-9a-f]{16}$", row[1]);
            Assert.Equal(row[6] == "none", row[7].Length == 0);
        });
    }

    [JoinFact(text: true)]
    public void Join_TheTextThatWasLabelled_GivesEveryLabelItsParagraph()
    {
        (int code, string said) = Join(JoinFactAttribute.Text);
        Assert.True(code == 0, said);
        IReadOnlyList<LabelledClause> telling = LabelledClauseReader.Read(_folder.Below("telling.jsonl")), aside = LabelledClauseReader.Read(_folder.Below("aside.jsonl"));
        Assert.Equal(Labels.Length, telling.Count + aside.Count);
        Assert.All([.. telling, .. aside], clause => Assert.NotEqual("", clause.Document));
        Assert.All(aside, clause => Assert.DoesNotContain(ScoreLabels.All, label => label < ScoreLabel.Binding && clause.Has(label)));
    }

    [JoinFact]
    public void Join_AnotherText_IsRefusedWithTheParagraphAndBothHashes()
    {
        string other = _folder.Below("other.txt.xz");
        using (Process pack = Process.Start(JoinFactAttribute.Python!, ["-c", "import lzma, sys; lzma.open(sys.argv[1], 'wt').write('Another text.\\n' * 1000000)", other])) pack.WaitForExit();
        (int code, string said) = Join(other);
        Assert.Equal(1, code);
        Assert.Equal($"join.py: {other}, paragraph {Labels[0][0]}: found a text of SHA-256 88965c12b75a2a8c; expected {Labels[0][1]}, as in labels.csv. This is another edition of the text.", said.Trim());
        Assert.Equal(["other.txt.xz"], Directory.EnumerateFiles(_folder.Path).Select(Path.GetFileName));
    }

    private (int Code, string Said) Join(string text)
    {
        using Process process = Process.Start(new ProcessStartInfo(JoinFactAttribute.Python!, [ProjectFiles.InRoot("data", "paragraphs", "join.py"), text, _folder.Path]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        string said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    }
}
