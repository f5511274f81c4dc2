using Classifier.Clauses;
using Classifier.Reports;

namespace Classifier.Training.Exchange;

/// <summary>Clauses of a CSV file that nobody has labelled, as <c>extract</c> writes them.</summary>
/// <param name="Clauses">Those that can be labelled, in the file's order.</param>
/// <param name="LeftOut">Rows that cannot: headings, which the codebook counts as no clauses, and rows without text, such as those of deleted clauses.</param>
public sealed record UnlabelledTable(IReadOnlyList<UnlabelledClause> Clauses, int LeftOut)
{
    private static readonly string[] Needed = [LabelledRow.Id, LabelledRow.Text];

    /// <summary>Whether a file is a table of clauses with no column for a label.</summary>
    /// <param name="path">The file.</param>
    /// <param name="form">Its form.</param>
    /// <exception cref="InvalidDataException">There is no such file, or it is no table.</exception>
    public static bool IsOne(string path, LabelForm form)
    {
        GivenFile.Check(path, LabelledClauseReader.Expected);
        if (form != LabelForm.Csv) return false;
        using TableReader rows = TableReader.Open(path, LabelledRow.Text);
        string[] columns = LabelledRows.Names(rows.Columns);
        return columns.Contains(LabelledRow.Id) && !LabelledRow.Required.Except(Needed).Any(columns.Contains);
    }

    /// <summary>Reads it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">A row is not as expected, an id is not unique, or there is nothing to label; the message names file and line.</exception>
    public static UnlabelledTable Read(string path)
    {
        List<UnlabelledClause> clauses = [];
        Dictionary<string, string> places = new(StringComparer.Ordinal);
        int leftOut = 0;
        string heading = CellText.Of(ClauseKind.Heading);
        foreach (LabelledRow row in LabelledRows.ReadTable(path, Needed))
        {
            if (row.Value("kind") == heading || string.IsNullOrWhiteSpace(row.Value(LabelledRow.Text)))
            {
                leftOut++;
                continue;
            }
            UnlabelledClause clause = row.ToUnlabelled();
            if (!places.TryAdd(clause.Id, row.Place)) throw new InvalidDataException($"{row.Place}: found the id \"{clause.Id}\" of another clause ({places[clause.Id]}); expected ids to be unique.");
            clauses.Add(clause);
        }
        return clauses.Count > 0 ? new UnlabelledTable(clauses, leftOut) : throw new InvalidDataException($"{path}: found no clause to label; expected one or more.");
    }
}
