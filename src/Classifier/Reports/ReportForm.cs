namespace Classifier.Reports;

/// <summary>Who a report is written for.</summary>
public enum ReportForm
{
    /// <summary>
    /// Opens rightly in Excel and LibreOffice: UTF-8 with byte-order mark, no cell that runs as a formula or turns into a number or date,
    /// no cell over their limits. Every cell that differs from the text for this reason is reported.
    /// </summary>
    Spreadsheet,

    /// <summary>For programs: UTF-8 without byte-order mark, every cell as it is.</summary>
    Exact,
}
