using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Classifier.Reports;

/// <summary>The one way in which tables are written: RFC 4180, UTF-8, CRLF.</summary>
internal static class CsvForm
{
    /// <summary>Rows below the head that Excel and LibreOffice can hold.</summary>
    public const int SheetRows = 1_048_575;

    /// <summary>
    /// Quotes where needed, CRLF. CsvHelper's own guard against formulas stays off: <see cref="CellGuard"/> can be undone, and says what it did.
    /// Its line break must not be set, although it is the default: it would then quote cells for this one alone, and not for a bare line feed.
    /// </summary>
    /// <param name="delimiter">What stands between cells.</param>
    public static CsvConfiguration Configuration(string delimiter = ",") => new(CultureInfo.InvariantCulture) { Delimiter = delimiter, InjectionOptions = InjectionOptions.None };

    /// <summary>Name of a table's file: <c>clauses.csv</c>, <c>clauses-2.csv</c> ...</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="index">Number of the file, from 0.</param>
    public static string FileName(string name, int index) => index == 0 ? $"{name}.csv" : $"{name}-{index + 1}.csv";

    /// <summary>Most rows of a file where nobody asked for fewer: as many as a spreadsheet can hold, and any number for programs.</summary>
    public static int MostRows(ReportForm form) => form == ReportForm.Exact ? int.MaxValue : SheetRows;

    /// <summary>Begins a table: writes its head.</summary>
    public static CsvWriter Begin<T>(Stream stream, ReportForm form, IReadOnlyList<ReportColumn<T>> columns)
    {
        CsvWriter writer = Continue(stream, byteOrderMark: form == ReportForm.Spreadsheet);
        foreach (ReportColumn<T> column in columns) writer.WriteField(column.Name);
        writer.NextRecord();
        return writer;
    }

    /// <summary>Opens a writer of rows without a head; the stream stays open when it is closed.</summary>
    public static CsvWriter Continue(Stream stream, bool byteOrderMark = false) =>
        new(new StreamWriter(stream, new UTF8Encoding(byteOrderMark), bufferSize: 1 << 14, leaveOpen: true), Configuration());

    /// <summary>Writes a row.</summary>
    /// <returns>The columns whose cell was cut.</returns>
    public static List<string> WriteRow<T>(CsvWriter writer, T row, IReadOnlyList<ReportColumn<T>> columns, ReportForm form, string name, GuardTally? tally)
    {
        List<string> cut = [];
        foreach (ReportColumn<T> column in columns)
        {
            string cell = column.Cell(row);
            if (column.IsText && form == ReportForm.Spreadsheet)
            {
                cell = CellGuard.Guard(cell, out CellChange change);
                if (change != CellChange.None) tally?.Add($"{name}.csv", column.Name, change);
                if (change.HasFlag(CellChange.Cut)) cut.Add(column.Name);
            }
            writer.WriteField(cell);
        }
        writer.NextRecord();
        return cut;
    }
}
