using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace Classifier.Training;

/// <summary>
/// Reads labelled clauses from CSV (columns as in <c>data/clauses.csv</c>) or JSON lines (the same fields, <c>rights</c> as a list). Strict: a
/// model trained on a misread label cannot be told from a good one.
/// </summary>
public static class LabelledClauseReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file; the form follows from its extension.</summary>
    /// <param name="path">A <c>.csv</c>, <c>.jsonl</c> or <c>.ndjson</c> file.</param>
    /// <returns>The clauses in the file's order; a clause that occurs twice with the same labels is kept once.</returns>
    /// <exception cref="InvalidDataException">Something in the file is not as expected; the message names file, line, what was found and what was expected.</exception>
    public static IReadOnlyList<LabelledClause> Read(string path)
    {
        IEnumerable<(string Place, LabelledClause Clause)> rows = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".CSV" => ReadCsv(path),
            ".JSONL" or ".NDJSON" => ReadJsonLines(path),
            var other => throw new InvalidDataException($"{path}: found the extension \"{other}\"; expected .csv, .jsonl or .ndjson."),
        };
        try
        {
            return WithoutContradictions(rows);
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"{path}: found bytes that are not UTF-8; save the file as UTF-8.");
        }
    }

    private static List<LabelledClause> WithoutContradictions(IEnumerable<(string Place, LabelledClause Clause)> rows)
    {
        List<LabelledClause> kept = [];
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
            if (byId.TryAdd(row.Clause.Id, row)) kept.Add(row.Clause);
            byText.TryAdd(row.Clause.Text, row);
        }
        return kept;
    }

    private static IEnumerable<(string Place, LabelledClause Clause)> ReadCsv(string path)
    {
        CsvConfiguration strict = new(CultureInfo.InvariantCulture) { DetectColumnCountChanges = true, BadDataFound = args => throw new BadDataException(args.Field, args.RawRecord, args.Context) };
        using StreamReader text = new(path, StrictUtf8);
        using CsvReader csv = new(text, strict);
        if (!csv.Read() || !csv.ReadHeader()) throw new InvalidDataException($"{path}: found no header line; expected the columns {string.Join(", ", LabelledRow.Required)}.");
        HashSet<string> columns = [.. csv.HeaderRecord!];
        string[] missing = [.. LabelledRow.Required.Where(name => !columns.Contains(name))];
        if (missing.Length > 0) throw new InvalidDataException($"{path}, line 1: found no column {string.Join(", ", missing)}; expected {string.Join(", ", LabelledRow.Required)}.");
        int line = 1;
        while (NextRow(csv, path, ref line))
        {
            string place = $"{path}, line {line}";
            yield return (place, new LabelledRow(place, name => columns.Contains(name) ? csv.GetField(name) : null).ToClause());
        }
    }

    private static bool NextRow(CsvReader csv, string path, ref int line)
    {
        int start = csv.Parser.RawRow + 1;
        try
        {
            bool more = csv.Read();
            line = start;
            return more;
        }
        catch (CsvHelperException)
        {
            throw new InvalidDataException($"{path}, line {start}: found a broken row (columns missing or surplus, or a stray quotation mark); expected {csv.HeaderRecord!.Length} columns, texts with quotation marks or commas in quotation marks.");
        }
    }

    private static IEnumerable<(string Place, LabelledClause Clause)> ReadJsonLines(string path)
    {
        int number = 0;
        foreach (string line in File.ReadLines(path, StrictUtf8))
        {
            string place = $"{path}, line {++number}";
            if (string.IsNullOrWhiteSpace(line)) continue;
            using JsonDocument json = Parse(line, place);
            yield return (place, new LabelledRow(place, name => Text(json.RootElement, name)).ToClause());
        }
    }

    private static JsonDocument Parse(string line, string place)
    {
        try
        {
            JsonDocument json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json : throw new InvalidDataException($"{place}: found a JSON {json.RootElement.ValueKind}; expected an object.");
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"{place}: found text that is no whole JSON object; expected one object a line.");
        }
    }

    private static string? Text(JsonElement row, string name)
    {
        if (!row.TryGetProperty(name, out JsonElement value)) return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Array => string.Join(';', value.EnumerateArray().Select(item => item.ToString())),
            _ => value.ToString(),
        };
    }
}
