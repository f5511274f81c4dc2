using CsvHelper;

namespace Classifier.Reports;

/// <summary>
/// A table whose rows come in one order and stand in another, most pressing first. Rows wait in a file; memory holds their keys alone
/// (24 bytes a row).
/// </summary>
internal sealed class SortedReport<T> : IDisposable
{
    private readonly string _folder, _name;
    private readonly ReportForm _form;
    private readonly int _most;
    private readonly IReadOnlyList<ReportColumn<T>> _columns;
    private readonly FileStream _stream;
    private readonly CsvWriter _writer;
    private readonly List<(double Priority, long Offset, int Length)> _rows = [];

    /// <summary>Begins a table; see <see cref="CsvReport{T}"/>.</summary>
    public SortedReport(string folder, string name, IReadOnlyList<ReportColumn<T>> columns, ReportForm form, int? splitRows = null)
    {
        (_folder, _name, _columns, _form, _most) = (folder, name, columns, form, splitRows ?? CsvForm.MostRows(form));
        _stream = new FileStream(Path.Combine(folder, $"{name}.waiting"), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        _writer = CsvForm.Continue(_stream);
    }

    /// <summary>Takes a row.</summary>
    /// <param name="priority">Rows with a higher one stand further up; among equals the order of writing holds.</param>
    /// <param name="row">The row.</param>
    /// <param name="tally">Counts the cells that had to be changed.</param>
    /// <returns>The columns whose cell was cut.</returns>
    public IReadOnlyList<string> Write(double priority, T row, GuardTally tally)
    {
        long offset = _stream.Position;
        List<string> cut = CsvForm.WriteRow(_writer, row, _columns, _form, _name, tally);
        _writer.Flush();
        _rows.Add((priority, offset, checked((int)(_stream.Position - offset))));
        return cut;
    }

    /// <summary>Writes the table in its order.</summary>
    /// <returns>Names of the files written, in order.</returns>
    public IReadOnlyList<string> Finish()
    {
        _rows.Sort((a, b) => a.Priority != b.Priority ? b.Priority.CompareTo(a.Priority) : a.Offset.CompareTo(b.Offset));
        List<string> files = [];
        for (long begin = 0; begin < _rows.Count || files.Count == 0; begin += _most)
        {
            files.Add(CsvForm.FileName(_name, files.Count));
            using FileStream file = File.Create(Path.Combine(_folder, files[^1]), 1 << 16);
            using (CsvWriter head = CsvForm.Begin(file, _form, _columns)) head.Flush();
            foreach ((_, long offset, int length) in _rows.Skip((int)begin).Take(_most)) Copy(offset, length, file);
        }
        return files;
    }

    /// <summary>Closes and removes the file of waiting rows.</summary>
    public void Dispose()
    {
        _writer.Dispose();
        _stream.Dispose();
    }

    private void Copy(long offset, int length, Stream to)
    {
        byte[] bytes = new byte[length];
        _stream.Position = offset;
        _stream.ReadExactly(bytes);
        to.Write(bytes);
    }
}
