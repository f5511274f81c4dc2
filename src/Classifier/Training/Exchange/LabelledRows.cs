using System.Text.Json;
using Classifier.Reports;

namespace Classifier.Training.Exchange;

/// <summary>Reads the rows of a file in each of the forms; what they mean is the business of <see cref="LabelledRow"/>.</summary>
internal static class LabelledRows
{
    // Where programs for annotators keep what is not theirs; doccano's "id" is its own, so ours travels as "clause".
    private static readonly string[] Kept = ["group", "document", "genre", "source", "topic"];

    /// <summary>The rows.</summary>
    /// <exception cref="InvalidDataException">The file is not of the form; the message names file and line.</exception>
    public static IEnumerable<LabelledRow> Read(string path, LabelForm form) => form switch
    {
        LabelForm.Csv => ReadTable(path, LabelledRow.Required),
        LabelForm.JsonLines => JsonRecord.ReadLines(path).Select(record => new LabelledRow(record.Place, name => name == LabelledRow.Id ? OwnId(record.Json) : JsonRecord.Text(record.Json, name))),
        LabelForm.LabelStudio => JsonRecord.ReadList(path).Select(OfLabelStudio).OfType<LabelledRow>(),
        LabelForm.Doccano => JsonRecord.ReadLines(path).Select(OfDoccano),
        LabelForm.Prodigy => JsonRecord.ReadLines(path).Select(OfProdigy).OfType<LabelledRow>(),
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "no such form"),
    };

    /// <summary>The rows of a CSV file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="needed">Columns that it must have.</param>
    /// <exception cref="InvalidDataException">It is no table, or lacks a column.</exception>
    public static IEnumerable<LabelledRow> ReadTable(string path, IReadOnlyList<string> needed)
    {
        using TableReader rows = TableReader.Open(path, LabelledRow.Text);
        string[] names = Names(rows.Columns);
        string[] missing = [.. needed.Except(names)];
        if (missing.Length > 0) throw new InvalidDataException($"{path}, line 1: found no column {string.Join(", ", missing)}; expected {string.Join(", ", needed)}.");
        Dictionary<string, int> places = names.Select((name, i) => (name, i)).ToDictionary(column => column.name, column => column.i);
        // What this program guarded for spreadsheets is no part of a text.
        Func<string, string> cell = TableScorer.IsOwn(rows.Columns) ? CellGuard.Unguard : cell => cell;
        while (rows.Next() is { } row) yield return new LabelledRow($"{path}, line {rows.Line}", name => places.TryGetValue(name, out int place) ? cell(row[place]) : null);
    }

    /// <summary>The fields that columns stand for: tables of this program have the id as <c>clause_id</c>.</summary>
    public static string[] Names(IReadOnlyList<string> columns) =>
        columns.Contains(LabelledRow.Id) ? [.. columns] : [.. columns.Select(name => name == LabelledRow.ReportedId ? LabelledRow.Id : name)];

    /// <summary>Null for a task that its annotator skipped.</summary>
    private static LabelledRow? OfLabelStudio(JsonRecord task)
    {
        JsonElement data = task.Json.TryGetProperty("data", out JsonElement found) ? found : throw new InvalidDataException($"{task.Place}: found no \"data\"; expected a task of Label Studio.");
        IReadOnlyList<JsonElement> annotations = task.List(task.Json, "annotations");
        if (annotations.Count == 0) throw new InvalidDataException($"{task.Place}: found no annotation; expected one. Export labelled tasks only.");
        JsonElement[] kept = [.. annotations.Where(annotation => JsonRecord.Text(annotation, "was_cancelled") != "True")];
        if (kept.Length == 0) return null;
        string[][] answers = [.. kept.Select(annotation => Choices(task, annotation))];
        if (answers.Any(answer => answer.Length == 0))
            throw new InvalidDataException($"{task.Place}: found an annotation without any choice; expected an annotator's answers, \"none\" or \"neutral\" where no label holds. Label the task, or skip it.");
        if (answers.Any(answer => !answer.SequenceEqual(answers[0])))
            throw new InvalidDataException($"{task.Place}: found {answers.Length} annotations that differ; expected one answer for one text. Put each annotator's labels in a file of their own and compare them with \"classifier agreement\".");
        return OfList(task.Place, answers[0], name => name == LabelledRow.Id ? OwnId(data, Meta(data), Meta(task.Json)) ?? JsonRecord.Text(task.Json, "id") : JsonRecord.Text(data, name));
    }

    private static string[] Choices(JsonRecord task, JsonElement annotation) =>
        [.. task.List(annotation, "result").Where(result => JsonRecord.Text(result, "type") == "choices")
            .SelectMany(result => result.TryGetProperty("value", out JsonElement value) ? task.Words(value, "choices") : throw new InvalidDataException($"{task.Place}: found a result without \"value\"; expected its choices."))
            .Distinct().Order(StringComparer.Ordinal)];

    private static LabelledRow OfDoccano(JsonRecord record) => OfList(record.Place, Answer(record), name =>
        name == LabelledRow.Id ? JsonRecord.Text(record.Json, "clause") ?? JsonRecord.Text(record.Json, LabelledRow.ReportedId) ?? OwnId(Meta(record.Json)) ?? JsonRecord.Text(record.Json, "id") : JsonRecord.Text(record.Json, name));

    /// <summary>An empty list is what doccano exports of a clause that nobody has come to.</summary>
    private static IReadOnlyList<string> Answer(JsonRecord record) => record.Words(record.Json, "label") is { Count: > 0 } labels ? labels
        : throw new InvalidDataException($"{record.Place}: found no label; expected an annotator's answers, \"{LabelList.Nothing[0]}\" where no label holds. Label the clause, or leave it out.");

    /// <summary>Null for a clause that its annotator passed over or rejected.</summary>
    private static LabelledRow? OfProdigy(JsonRecord record)
    {
        string answer = JsonRecord.Text(record.Json, "answer") ?? throw new InvalidDataException($"{record.Place}: found no \"answer\"; expected a clause that was annotated.");
        if (answer is "ignore" or "reject") return null;
        if (answer != "accept") throw new InvalidDataException($"{record.Place}: found the answer \"{answer}\"; expected accept or ignore or reject.");
        return OfList(record.Place, record.Words(record.Json, "accept"), name =>
            name == LabelledRow.Id ? OwnId(Meta(record.Json), record.Json) ?? JsonRecord.Text(record.Json, "_task_hash")
            : Kept.Contains(name) ? JsonRecord.Text(Meta(record.Json), name) ?? JsonRecord.Text(record.Json, name)
            : JsonRecord.Text(record.Json, name));
    }

    private static JsonElement Meta(JsonElement json) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty("meta", out JsonElement meta) ? meta : default;

    /// <summary>The id that a clause had before a program for annotators gave it a number of its own: the first in these places, or null.</summary>
    private static string? OwnId(params ReadOnlySpan<JsonElement> places)
    {
        foreach (JsonElement place in places)
        {
            if ((JsonRecord.Text(place, LabelledRow.Id) ?? JsonRecord.Text(place, LabelledRow.ReportedId)) is { } id) return id;
        }
        return null;
    }

    private static LabelledRow OfList(string place, IReadOnlyList<string> labels, Func<string, string?> other)
    {
        IReadOnlyDictionary<string, string> fields = LabelList.ToFields(place, labels);
        return new LabelledRow(place, name => fields.GetValueOrDefault(name) ?? other(name));
    }
}
