using System.Diagnostics;
using Classifier.Reports;
using Xunit;

namespace Classifier.Tests.Reports;

/// <summary>A test that needs LibreOffice; it is skipped, with the reason, where it is not installed.</summary>
internal sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute()
    {
        if (Program is null) Skip = "needs soffice on the PATH (Debian: libreoffice-calc-nogui)";
    }

    public static string? Program { get; } = InstalledPrograms.Find("soffice");
}

public sealed class SpreadsheetTests
{
    [LibreOfficeFact]
    public void SpreadsheetForm_OpenedInLibreOffice_ShowsEveryCellAsWritten()
    {
        string[] texts = ["=1+1", "+1", "-1", "@A1", "(1)", "5.10", "1/2", "007", "12345678901234567890", "1E5", "27", "'=2", "plain", "a,b \"c\"", "line\nbreak", "nul\0 and \u202eoverride", "été ＝1", "10:30", "TRUE"];
        using TemporaryFolder folder = new();
        using (CsvReport<string> report = new(folder.Path, "table", [ReportColumn<string>.Text("text", text => text)], ReportForm.Spreadsheet))
        {
            foreach (string text in texts) report.Write(text, null);
            report.Finish();
        }
        // Comma, double quote, UTF-8, from line 1; as shown and not as stored on the way out.
        Convert(folder, "xlsx:Calc MS Excel 2007 XML", folder.Below("table.csv"), "--infilter=Text - txt - csv (StarCalc):44,34,76,1");
        Convert(folder, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", folder.Below("back", "table.xlsx"));
        string[] shown = [.. Rows.Read(folder.Below("back", "table.csv")).Skip(1).Select(row => row[0])];
        Assert.Equal(texts.Select(text => CellGuard.Guard(text, out _)), shown);
    }

    private static void Convert(TemporaryFolder folder, string to, string file, params string[] more)
    {
        string[] arguments = [$"-env:UserInstallation=file://{folder.Below("profile")}", "--headless", .. more, "--convert-to", to, "--outdir", folder.Below("back"), file];
        using Process office = Process.Start(new ProcessStartInfo(LibreOfficeFactAttribute.Program!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> said = office.StandardOutput.ReadToEndAsync(), complained = office.StandardError.ReadToEndAsync();
        Assert.True(office.WaitForExit(180_000), "soffice did not end within three minutes");
        Assert.True(office.ExitCode == 0, said.Result + complained.Result);
    }
}
