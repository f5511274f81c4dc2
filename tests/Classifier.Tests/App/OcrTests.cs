using System.Text;
using Classifier.App;
using Classifier.App.Ocr;
using Classifier.Documents;
using Classifier.Endurance;
using Classifier.Tests.Reports;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.App;

/// <summary>Reading what the recogniser says, and the programs themselves where they are installed.</summary>
public sealed class OcrTests
{
    private const string Hocr = """
        <html><body><div class='ocr_page' title='image "-"; bbox 0 0 1000 2000; ppageno 0'><p>
        <span class='ocr_line' title="bbox 100 980 500 1010; baseline 0.01 -12; x_size 36"><span class='ocrx_word' title='bbox 100 980 300 1000; x_wconf 91'>Secrecy</span>
        <span class='ocrx_word' title='bbox 320 982 350 1002; x_wconf 20'> </span><span class='ocrx_word' title='bbox 360 982 500 1002; x_wconf 20'>&quot;of&quot;</span></span></p></div></body></html>
        """;

    [Fact]
    public void Words_OfALine_ShareItsBaselineAndSize()
    {
        RecognizedPage page = OcrFrames.Words(OcrFrames.Answer(Recognition.Read, Encoding.UTF8.GetBytes(Hocr)));
        Assert.Equal(["Secrecy", "\"of\""], page.Words.Select(word => word.Text));
        Assert.Equal(new RecognizedWord("Secrecy", 0.1, 0.3, 0.5, 0.02, 91), page.Words[0]);
        Assert.Equal((0.5, 0.02, 20), (page.Words[1].Baseline, page.Words[1].Size, page.Words[1].Confidence));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("<html/>")]
    [InlineData("<html><div class='ocr_page' title='bbox 0 0 0 0'/></html>")]
    [InlineData("<html><div class='ocr_page' title='bbox 0 0 9 9'><span class='ocr_line' title='bbox 0 0 x 9; x_size 3'/></div></html>")]
    public void Words_WhatIsNoHocr_WasNotRead(string hocr) =>
        Assert.Equal(Recognition.Failed, OcrFrames.Words(OcrFrames.Answer(Recognition.Read, Encoding.UTF8.GetBytes(hocr))).Outcome);

    [Property]
    public bool Words_AnyAnswer_NeverThrows(byte[] answer) => OcrFrames.Words(answer).Words is not null;

    [Fact]
    public void Find_LanguageThatNobodySpeaks_NamesThePackage()
    {
        StopException fault = Assert.Throws<StopException>(() => OcrPrograms.Find("eng+xyz_abc"));
        Assert.Contains("apt-get install", fault.Message, StringComparison.Ordinal);
        Assert.Contains("tesseract-ocr-xyz-abc", fault.Message, StringComparison.Ordinal);
    }

    [OcrFact]
    public void Run_ProgramThatDoesNotEnd_IsKilledInTime() =>
        Assert.Equal(ProgramOutcome.TimedOut, new ChildProgram(100).Run("sleep", ["60"], [], TimeSpan.FromMilliseconds(200), 10).Outcome);

    [OcrFact]
    public void Run_ProgramThatWritesWithoutEnd_IsKilledAtTheLimit() =>
        Assert.Equal(ProgramOutcome.Failed, new ChildProgram(100).Run("yes", [], [], TimeSpan.FromMinutes(1), 1000).Outcome);

    /// <summary>The whole way: a page that is an image of text, without and with recognition.</summary>
    [OcrFact]
    public void Extract_ScannedPage_IsReadAndMarked()
    {
        using TemporaryFolder folder = new();
        string scan = folder.Below("scan.pdf");
        File.WriteAllBytes(scan, ScannedPdf.Of(new TypedPdf().Print(72, 100, "Article 4").Print(72, 130, "Member States shall protect the secrecy of correspondence.").Bytes()));
        EndedRun run = Program.Start("extract", scan, "--out", folder.Below("blind"));
        Assert.Equal(ExitCodes.NothingDone, run.Code);
        Assert.Contains("--ocr", Rows.Read(folder.Below("blind", "issues.csv")).Single(row => row[4] == "no_text")[5], StringComparison.Ordinal);
        Assert.Equal(ExitCodes.SomeFailed, Program.Start("extract", scan, "--ocr", "--out", folder.Below("out")).Code);
        string[] issue = Rows.Read(folder.Below("out", "issues.csv")).Single(row => row[4] == "ocr");
        Assert.Equal("loss", issue[1]);
        Assert.Contains(Rows.Read(folder.Below("out", "clauses.csv")), row => row.Contains("Member States shall protect the secrecy of correspondence."));
    }
}

/// <summary>A test that runs the programs for OCR; it is skipped, with the reason, where they are not installed.</summary>
internal sealed class OcrFactAttribute : FactAttribute
{
    public OcrFactAttribute()
    {
        try
        {
            _ = OcrPrograms.Find("eng");
        }
        catch (StopException fault)
        {
            Skip = fault.Message;
        }
    }
}
