using CsvHelper;

namespace Classifier.Reports;

/// <summary>A table on disk, written row by row. A new file is begun where the last one is full.</summary>
/// <param name="folder">Where its files are written; it must exist.</param>
/// <param name="name">Its name without extension.</param>
/// <param name="columns">Its columns.</param>
/// <param name="form">Who it is for.</param>
/// <param name="splitRows">Most rows in a file; null for <see cref="CsvForm.MostRows"/>.</param>
internal sealed class CsvReport<T>(string folder, string name, IReadOnlyList<ReportColumn<T>> columns, ReportForm form, int? splitRows = null) : IDisposable
{
    private readonly int _most = splitRows ?? CsvForm.MostRows(form);
    private readonly List<string> _files = [];
    private FileStream? _stream;
    private CsvWriter? _writer;
    private int _rows;

    /// <summary>Writes a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="tally">Counts the cells that had to be changed; null to count none.</param>
    /// <returns>The columns whose cell was cut.</returns>
    public IReadOnlyList<string> Write(T row, GuardTally? tally)
    {
        if (_writer is null || _rows == _most) Begin();
        _rows++;
        return CsvForm.WriteRow(_writer!, row, columns, form, name, tally);
    }

    /// <summary>Ends the table; one without rows has its head.</summary>
    /// <returns>Names of the files written, in order.</returns>
    public IReadOnlyList<string> Finish()
    {
        if (_writer is null) Begin();
        Dispose();
        return _files;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _writer?.Dispose();
        _stream?.Dispose();
        (_writer, _stream) = (null, null);
    }

    private void Begin()
    {
        Dispose();
        _files.Add(CsvForm.FileName(name, _files.Count));
        _stream = File.Create(Path.Combine(folder, _files[^1]));
        _writer = CsvForm.Begin(_stream, form, columns);
        _rows = 0;
    }
}
