using System.Text;

namespace Classifier.Training.Exchange;

/// <summary>Reads labelled clauses in any of the forms. Strict: a model trained on a misread label cannot be told from a good one.</summary>
public static class LabelledClauseReader
{
    /// <summary>What a file should hold that is read here.</summary>
    internal const string Expected = "labelled clauses";

    /// <summary>Reads a file; its form follows from its extension and, for JSON lines, from its first line.</summary>
    /// <param name="path">A <c>.csv</c>, <c>.json</c>, <c>.jsonl</c> or <c>.ndjson</c> file.</param>
    /// <returns>The clauses in the file's order; a clause that occurs twice with the same labels is kept once, one that its annotator skipped is left out. One or more.</returns>
    /// <exception cref="InvalidDataException">Something in the file is not as expected; the message names file, line, what was found and what was expected.</exception>
    public static IReadOnlyList<LabelledClause> Read(string path) => Read(path, LabelForms.Recognize(path));

    /// <summary>Reads a file of a known form.</summary>
    /// <param name="path">The file.</param>
    /// <param name="form">Its form.</param>
    /// <returns>As <see cref="Read(string)"/>.</returns>
    /// <exception cref="InvalidDataException">As <see cref="Read(string)"/>.</exception>
    public static IReadOnlyList<LabelledClause> Read(string path, LabelForm form) => [.. ReadPlaced(path, form).Select(row => row.Clause)];

    /// <summary>The same with the place of each clause, for messages.</summary>
    internal static IReadOnlyList<(string Place, LabelledClause Clause)> ReadPlaced(string path, LabelForm form)
    {
        GivenFile.Check(path, Expected);
        try
        {
            List<(string Place, LabelledClause Clause)> clauses = WithoutContradictions(LabelledRows.Read(path, form).Select(row => (row.Place, row.ToClause())));
            return clauses.Count > 0 ? clauses : throw new InvalidDataException($"{path}: found no labelled clause; expected one or more.");
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"{path}: found bytes that are not UTF-8; save the file as UTF-8.");
        }
    }

    private static List<(string Place, LabelledClause Clause)> WithoutContradictions(IEnumerable<(string Place, LabelledClause Clause)> rows)
    {
        List<(string Place, LabelledClause Clause)> kept = [];
        Dictionary<string, (string Place, LabelledClause Clause)> byId = new(StringComparer.Ordinal), byText = new(StringComparer.Ordinal);
        foreach ((string Place, LabelledClause Clause) row in rows)
        {
            if (byId.TryGetValue(row.Clause.Id, out (string Place, LabelledClause Clause) sameId) && sameId.Clause != row.Clause)
            {
                throw new InvalidDataException($"{row.Place}: found the id \"{row.Clause.Id}\" of another clause ({sameId.Place}); expected ids to be unique.");
            }
            if (byText.TryGetValue(row.Clause.Text, out (string Place, LabelledClause Clause) sameText) && !sameText.Clause.AgreesWith(row.Clause))
            {
                throw new InvalidDataException($"{row.Place}: found the same text as {sameText.Place} with other labels; expected one answer for one text.");
            }
            if (byId.TryAdd(row.Clause.Id, row)) kept.Add(row);
            byText.TryAdd(row.Clause.Text, row);
        }
        return kept;
    }
}
