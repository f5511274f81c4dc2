using System.Text.Json;
using Classifier.Reports;

namespace Classifier.Training.Exchange;

/// <summary>Reads the rows of a file in each of the forms; what they mean is the business of <see cref="LabelledRow"/>.</summary>
internal static class LabelledRows
{
    // Where programs for annotators keep what is not theirs; doccano's "id" is its own, so ours travels as "clause".
    private static readonly string[] Kept = ["id", "group", "document", "genre", "source", "topic"];

    /// <summary>The rows.</summary>
    /// <exception cref="InvalidDataException">The file is not of the form; the message names file and line.</exception>
    public static IEnumerable<LabelledRow> Read(string path, LabelForm form) => form switch
    {
        LabelForm.Csv => ReadCsv(path),
        LabelForm.JsonLines => JsonRecord.ReadLines(path).Select(record => new LabelledRow(record.Place, name => JsonRecord.Text(record.Json, name))),
        LabelForm.LabelStudio => JsonRecord.ReadList(path).Select(OfLabelStudio).OfType<LabelledRow>(),
        LabelForm.Doccano => JsonRecord.ReadLines(path).Select(OfDoccano),
        LabelForm.Prodigy => JsonRecord.ReadLines(path).Select(OfProdigy).OfType<LabelledRow>(),
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "no such form"),
    };

    private static IEnumerable<LabelledRow> ReadCsv(string path)
    {
        using TableReader rows = TableReader.Open(path, "text");
        string[] missing = [.. LabelledRow.Required.Except(rows.Columns)];
        if (missing.Length > 0) throw new InvalidDataException($"{path}, line 1: found no column {string.Join(", ", missing)}; expected {string.Join(", ", LabelledRow.Required)}.");
        Dictionary<string, int> places = rows.Columns.Select((name, i) => (name, i)).ToDictionary(column => column.name, column => column.i);
        while (rows.Next() is { } row) yield return new LabelledRow($"{path}, line {rows.Line}", name => places.TryGetValue(name, out int place) ? row[place] : null);
    }

    /// <summary>Null for a task that its annotator skipped.</summary>
    private static LabelledRow? OfLabelStudio(JsonRecord task)
    {
        JsonElement data = task.Json.TryGetProperty("data", out JsonElement found) ? found : throw new InvalidDataException($"{task.Place}: found no \"data\"; expected a task of Label Studio.");
        IReadOnlyList<JsonElement> annotations = task.List(task.Json, "annotations");
        if (annotations.Count == 0) throw new InvalidDataException($"{task.Place}: found no annotation; expected one. Export labelled tasks only.");
        JsonElement[] kept = [.. annotations.Where(annotation => JsonRecord.Text(annotation, "was_cancelled") != "True")];
        if (kept.Length == 0) return null;
        string[][] answers = [.. kept.Select(annotation => Choices(task, annotation))];
        if (answers.Any(answer => !answer.SequenceEqual(answers[0])))
            throw new InvalidDataException($"{task.Place}: found {answers.Length} annotations that differ; expected one answer for one text. Put each annotator's labels in a file of their own and compare them with \"classifier agreement\".");
        return OfList(task.Place, answers[0], name => JsonRecord.Text(data, name) ?? (name == "id" ? JsonRecord.Text(task.Json, "id") : null));
    }

    private static string[] Choices(JsonRecord task, JsonElement annotation) =>
        [.. task.List(annotation, "result").Where(result => JsonRecord.Text(result, "type") == "choices")
            .SelectMany(result => result.TryGetProperty("value", out JsonElement value) ? task.Words(value, "choices") : throw new InvalidDataException($"{task.Place}: found a result without \"value\"; expected its choices."))
            .Distinct().Order(StringComparer.Ordinal)];

    private static LabelledRow OfDoccano(JsonRecord record) => OfList(record.Place, record.Words(record.Json, "label"), name =>
        name == "id" && JsonRecord.Text(record.Json, "clause") is { } own ? own : JsonRecord.Text(record.Json, name));

    /// <summary>Null for a clause that its annotator passed over or rejected.</summary>
    private static LabelledRow? OfProdigy(JsonRecord record)
    {
        string answer = JsonRecord.Text(record.Json, "answer") ?? throw new InvalidDataException($"{record.Place}: found no \"answer\"; expected a clause that was annotated.");
        if (answer is "ignore" or "reject") return null;
        if (answer != "accept") throw new InvalidDataException($"{record.Place}: found the answer \"{answer}\"; expected accept or ignore or reject.");
        JsonElement meta = record.Json.TryGetProperty("meta", out JsonElement found) ? found : default;
        return OfList(record.Place, record.Words(record.Json, "accept"), name =>
            Kept.Contains(name) ? JsonRecord.Text(meta, name) ?? JsonRecord.Text(record.Json, name) ?? (name == "id" ? JsonRecord.Text(record.Json, "_task_hash") : null) : JsonRecord.Text(record.Json, name));
    }

    private static LabelledRow OfList(string place, IReadOnlyList<string> labels, Func<string, string?> other)
    {
        IReadOnlyDictionary<string, string> fields = LabelList.ToFields(place, labels);
        return new LabelledRow(place, name => fields.GetValueOrDefault(name) ?? other(name));
    }
}
