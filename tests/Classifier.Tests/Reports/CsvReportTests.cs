using System.Text;
using Classifier.Reports;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.Reports;

public sealed class CsvReportTests
{
    private static readonly IReadOnlyList<ReportColumn<string>> Columns = [ReportColumn<string>.Text("text", text => text), ReportColumn<string>.Value("constant", _ => "1")];

    [Property(MaxTest = 300)]
    public bool Write_ExactForm_ReadsBackAnyText(NonNull<string>[] texts)
    {
        // A lone surrogate is no text: UTF-8 has no bytes for it.
        string[] given = [.. texts.Select(text => string.Concat(text.Get.Where(c => !char.IsSurrogate(c))))];
        return RoundTrip(given, ReportForm.Exact).SequenceEqual(given);
    }

    [Property(MaxTest = 300)]
    public bool Write_SpreadsheetForm_ReadsBackAnyTextOrSaysSo(NonNull<string>[] texts)
    {
        string[] given = [.. texts.Select(text => text.Get)];
        string[] read = RoundTrip(given, ReportForm.Spreadsheet);
        return read.Length == given.Length && given.Zip(read).All(pair =>
        {
            string cell = CellGuard.Guard(pair.First, out CellChange change);
            return pair.Second == cell && ((change & (CellChange.Cut | CellChange.Replaced)) != 0 || CellGuard.Unguard(pair.Second) == pair.First);
        });
    }

    [Theory]
    [InlineData(ReportForm.Spreadsheet, true)]
    [InlineData(ReportForm.Exact, false)]
    public void Write_EitherForm_IsUtf8WithCarriageReturns(ReportForm form, bool mark)
    {
        using TemporaryFolder folder = new();
        Write(folder, ["é"], form);
        byte[] bytes = File.ReadAllBytes(folder.Below("table.csv"));
        Assert.Equal(mark, bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.EndsWith("text,constant\r\né,1\r\n", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportForm.Spreadsheet)]
    [InlineData(ReportForm.Exact)]
    public void Write_MoreRowsThanAskedFor_GoesOnInAnotherFile(ReportForm form)
    {
        using TemporaryFolder folder = new();
        IReadOnlyList<string> files = Write(folder, ["a", "b", "c", "d", "e"], form, splitRows: 2);
        Assert.Equal(["table.csv", "table-2.csv", "table-3.csv"], files);
        Assert.Equal(["text", "e"], Rows.Read(folder.Below("table-3.csv")).Select(row => row[0]));
    }

    [Theory]
    [InlineData(ReportForm.Spreadsheet, 2)]
    [InlineData(ReportForm.Exact, 1)]
    public void Write_MoreRowsThanASheetHolds_IsSplitForSpreadsheetsAlone(ReportForm form, int files)
    {
        using TemporaryFolder folder = new();
        Assert.Equal(files, Write(folder, Enumerable.Repeat("a", CsvForm.SheetRows + 1), form).Count);
    }

    [Fact]
    public void SortedReport_MoreRowsThanAskedFor_GoesOnInAnotherFileInOrder()
    {
        using TemporaryFolder folder = new();
        using SortedReport<string> report = new(folder.Path, "table", Columns, ReportForm.Exact, splitRows: 2);
        for (int i = 0; i < 5; i++) report.Write(i, $"{i}", new GuardTally());
        IReadOnlyList<string> files = report.Finish();
        Assert.Equal(["table.csv", "table-2.csv", "table-3.csv"], files);
        Assert.Equal(["4", "3", "2", "1", "0"], files.SelectMany(file => Rows.Read(folder.Below(file)).Skip(1)).Select(row => row[0]));
    }

    [Property(MaxTest = 100)]
    public bool SortedReport_AnyPriorities_StandsFromHighToLowAndElseAsWritten(int[] priorities)
    {
        using TemporaryFolder folder = new();
        using SortedReport<string> report = new(folder.Path, "table", Columns, ReportForm.Exact);
        for (int i = 0; i < priorities.Length; i++) report.Write(priorities[i], $"{priorities[i]} {i}", new GuardTally());
        report.Finish();
        string[] expected = [.. priorities.Select((priority, i) => (priority, i)).OrderByDescending(row => row.priority).Select(row => $"{row.priority} {row.i}")];
        return Rows.Read(folder.Below("table.csv")).Skip(1).Select(row => row[0]).SequenceEqual(expected);
    }

    private static string[] RoundTrip(string[] texts, ReportForm form)
    {
        using TemporaryFolder folder = new();
        Write(folder, texts, form);
        return [.. Rows.Read(folder.Below("table.csv")).Skip(1).Select(row => row[0])];
    }

    private static IReadOnlyList<string> Write(TemporaryFolder folder, IEnumerable<string> texts, ReportForm form, int? splitRows = null)
    {
        using CsvReport<string> report = new(folder.Path, "table", Columns, form, splitRows);
        foreach (string text in texts) report.Write(text, null);
        return report.Finish();
    }
}
