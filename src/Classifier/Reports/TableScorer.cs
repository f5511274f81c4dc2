using System.Text;
using Classifier.Scores;
using CsvHelper;

namespace Classifier.Reports;

/// <summary>
/// Scores the <c>text</c> column of a CSV file: every other column passes through unchanged, labels and scores are added behind. In a table of clauses that this
/// program wrote, number and context are read with the text, as they are when a document is classified; effects and
/// priorities of changes are not known here.
/// </summary>
/// <param name="scorer">The model.</param>
public sealed class TableScorer(ClauseScorer scorer)
{
    private const string TextColumn = "text";

    // A table of other make may have a "number" of any kind.
    private static readonly string[] OwnColumns = ["clause_id", "context", "number"];

    // Rows read at a time, and rows scored at a time on each core: enough to keep all cores busy, few enough to keep memory flat.
    private const int Batch = 1024;
    private const int Slice = 16;

    private static readonly IReadOnlyList<ReportColumn<Assessment>> Added =
        [.. AssessmentColumns.Labels<Assessment>(it => it), .. AssessmentColumns.Probabilities<Assessment>(it => it)];

    private static readonly IReadOnlyList<string> AddedNames = [.. Added.Select(column => column.Name), "model"];

    /// <summary>Scores a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="output">Where the scored rows go: UTF-8 with byte-order mark, with the file's own delimiter.</param>
    /// <param name="replace">True to replace columns for labels and scores that the file has; false to refuse such a file.</param>
    /// <returns>The number of rows.</returns>
    /// <exception cref="InvalidDataException">The file is not a table with a text column, or has columns of scores; the message names file and line.</exception>
    public int Score(string path, Stream output, bool replace)
    {
        using TableReader rows = TableReader.Open(path, TextColumn);
        string[] taken = [.. rows.Columns.Where(AddedNames.Contains)];
        if (taken.Length > 0 && !replace) throw new InvalidDataException($"{path}, line 1: the file has columns of scores ({string.Join(", ", taken)}). Remove them, or run with --replace.");
        int[] kept = [.. Enumerable.Range(0, rows.Columns.Count).Where(i => !taken.Contains(rows.Columns[i]))];
        Func<string[], ClauseText> read = Reading([.. rows.Columns]);
        using CsvWriter writer = new(new StreamWriter(output, new UTF8Encoding(true), leaveOpen: true), CsvForm.Configuration(rows.Delimiter));
        Write(writer, kept.Select(i => rows.Columns[i]).Concat(AddedNames));
        int count = 0;
        List<string[]> batch = Next(rows);
        for (Task<Assessment[]> scored = Assess(batch, read); batch.Count > 0;)
        {
            Assessment[] assessments = scored.GetAwaiter().GetResult();
            List<string[]> done = batch;
            batch = Next(rows);
            // Scored while the rows before are written.
            scored = Assess(batch, read);
            for (int i = 0; i < done.Count; i++)
                Write(writer, kept.Select(column => done[i][column]).Concat(Added.Select(column => column.Cell(assessments[i]))).Append(scorer.Model));
            count += done.Count;
        }
        return count;
    }

    /// <summary>True for the columns of a table of clauses that this program wrote.</summary>
    internal static bool IsOwn(IReadOnlyList<string> columns) => OwnColumns.All(columns.Contains);

    private static Func<string[], ClauseText> Reading(string[] columns)
    {
        int text = Array.IndexOf(columns, TextColumn), context = Array.IndexOf(columns, "context"), number = Array.IndexOf(columns, "number"), deleted = Array.IndexOf(columns, "deleted_text");
        if (!IsOwn(columns)) return row => new ClauseText(row[text]);
        // A clause that would go is labelled by what it would remove.
        return row => new ClauseText(CellGuard.Unguard(row[row[text].Length > 0 || deleted < 0 ? text : deleted]), CellGuard.Unguard(row[context]), CellGuard.Unguard(row[number]));
    }

    private Task<Assessment[]> Assess(List<string[]> batch, Func<string[], ClauseText> read) => Task.Run(() =>
    {
        ClauseText[][] slices = [.. batch.Select(read).Chunk(Slice)];
        IReadOnlyList<Assessment>[] assessments = new IReadOnlyList<Assessment>[slices.Length];
        Parallel.For(0, slices.Length, slice => assessments[slice] = scorer.Assess(slices[slice]));
        return assessments.SelectMany(slice => slice).ToArray();
    });

    private static List<string[]> Next(TableReader rows)
    {
        List<string[]> batch = [];
        while (batch.Count < Batch && rows.Next() is { } row) batch.Add(row);
        return batch;
    }

    private static void Write(CsvWriter writer, IEnumerable<string> cells)
    {
        foreach (string cell in cells) writer.WriteField(cell);
        writer.NextRecord();
    }
}
