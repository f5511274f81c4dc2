using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Classifier.Reports;

/// <summary>
/// Reads a CSV file that people made, row by row, and is strict about it: UTF-8, one name a column, as many cells in a row as there are columns,
/// every quote closed. Commas, semicolons (Excel in many countries) and tabs are recognised by the head.
/// </summary>
internal sealed class TableReader : IDisposable
{
    private const int MostCellCharacters = 16 << 20;
    private static readonly string[] Delimiters = [",", ";", "\t"];

    private readonly string _path;
    private readonly CsvParser _parser;
    private int _lastLine;

    private TableReader(string path, string delimiter, IReadOnlyList<string> columns, CsvParser parser)
    {
        (_path, Delimiter, Columns, _parser) = (path, delimiter, columns, parser);
        _lastLine = parser.RawRow;
    }

    /// <summary>What stands between cells.</summary>
    public string Delimiter { get; }

    /// <summary>The columns' names.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Line on which the row begins that was read last, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Opens a table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="column">A column that it must have.</param>
    /// <exception cref="InvalidDataException">It is no such table; the message names file and line.</exception>
    public static TableReader Open(string path, string column)
    {
        Utf8Check.Check(path);
        foreach (string delimiter in Delimiters)
        {
            CsvParser parser = Parser(path, delimiter);
            string[] columns = Read(parser, path, 1) ?? [];
            if (columns.Contains(column))
            {
                string? twice = columns.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
                if (twice is null) return new TableReader(path, delimiter, columns, parser);
                parser.Dispose();
                throw new InvalidDataException($"{path}, line 1: two columns are called \"{twice}\". Give every column its own name.");
            }
            parser.Dispose();
        }
        throw new InvalidDataException($"{path}, line 1: no column is called \"{column}\". The first line must name the columns, separated by commas, semicolons or tabs.");
    }

    /// <summary>Reads the next row.</summary>
    /// <returns>Its cells; null at the end.</returns>
    /// <exception cref="InvalidDataException">The row is broken; the message names file and line.</exception>
    public string[]? Next()
    {
        Line = _lastLine + 1;
        string[]? cells = Read(_parser, _path, Line);
        _lastLine = _parser.RawRow;
        if (cells is not null && cells.Length != Columns.Count)
            throw new InvalidDataException($"{_path}, line {Line}: the row has {cells.Length} cells where the head has {Columns.Count} columns. Cells that hold commas or line breaks must stand in quotes.");
        return cells;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _parser.Dispose();

    private static CsvParser Parser(string path, string delimiter)
    {
        CsvConfiguration configuration = new(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            MaxFieldSize = MostCellCharacters,
            CountBytes = false,
            BadDataFound = null,
        };
        return new CsvParser(new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true)), configuration);
    }

    private static string[]? Read(CsvParser parser, string path, int line)
    {
        try
        {
            if (!parser.Read()) return null;
        }
        catch (MaxFieldSizeException)
        {
            throw new InvalidDataException($"{path}, line {line}: a cell has more than {MostCellCharacters} characters. A quote is probably not closed.");
        }
        // Quotes stand in pairs: around a cell, and doubled within it.
        if (parser.RawRecord.AsSpan().Count('"') % 2 != 0) throw new InvalidDataException($"{path}, line {line}: a quote is not closed. Quotes within a cell are written twice.");
        return parser.Record;
    }
}
