using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Classifier.Models;
using Classifier.Reports;
using Classifier.Scores;
using CsvHelper;

namespace Classifier.Training.Exchange;

/// <summary>
/// Writes labelled clauses in any of the forms, and clauses to be labelled as tasks. What is labelled is so written that <see cref="LabelledClauseReader"/> reads the same clauses back. Fields that a program for annotators does not
/// know travel where it keeps them: in Label Studio's <c>data</c>, as doccano's metadata, in Prodigy's <c>meta</c>.
/// </summary>
public static class LabelledClauseWriter
{
    private static readonly string[] Columns = ["id", "group", "document", "text", "infrastructure", "content", "rights_impact", "rights", "framing", "force", "genre", "topic"];

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // The controls of data/label-studio.xml, and what is chosen there where no label holds: a clause without labels is told by it from one that nobody has labelled.
    private static readonly (string Control, ScoreLabel[] Labels, string? Nothing)[] Controls =
    [
        ("layer", [ScoreLabel.Infrastructure, ScoreLabel.Content], null),
        ("rights_impact", [ScoreLabel.Restricts, ScoreLabel.Protects], CellText.Of(RightsImpact.None)),
        ("rights", [ScoreLabel.Expression, ScoreLabel.Privacy, ScoreLabel.Communication], null),
        ("framing", [ScoreLabel.StateCentric, ScoreLabel.Multistakeholder], CellText.Of(Framing.Neutral)),
        ("force", [ScoreLabel.Binding, ScoreLabel.Voluntary], CellText.Of(Force.None)),
    ];

    /// <summary>Writes clauses.</summary>
    /// <param name="output">Where: UTF-8.</param>
    /// <param name="form">The form.</param>
    /// <param name="clauses">The clauses.</param>
    public static void Write(Stream output, LabelForm form, IReadOnlyList<LabelledClause> clauses)
    {
        if (form == LabelForm.Csv) WriteCsv(output, clauses);
        else WriteJson(output, form, clauses.Select((clause, i) => form == LabelForm.JsonLines ? Own(clause) : Answered(form, clause, i)));
    }

    /// <summary>Writes tasks for annotators.</summary>
    /// <param name="output">Where: UTF-8.</param>
    /// <param name="form">The form of a program for annotators.</param>
    /// <param name="clauses">The clauses to label.</param>
    /// <exception cref="InvalidDataException">The form is no program's.</exception>
    public static void WriteTasks(Stream output, LabelForm form, IReadOnlyList<UnlabelledClause> clauses)
    {
        if (form is LabelForm.Csv or LabelForm.JsonLines) throw new InvalidDataException("Found clauses without labels to write as CSV or JSON lines; expected label-studio (.json), or --to doccano or --to prodigy, to write tasks for annotators.");
        WriteJson(output, form, clauses.Select(clause => Task(form, clause)));
    }

    private static void WriteJson(Stream output, LabelForm form, IEnumerable<JsonObject> rows)
    {
        using StreamWriter text = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        if (form != LabelForm.LabelStudio)
        {
            foreach (JsonObject row in rows) text.WriteLine(row.ToJsonString(Compact));
            return;
        }
        // A list with one task a line, so that messages about a line name a task.
        text.Write('[');
        string between = "\n";
        foreach (JsonObject task in rows)
        {
            text.Write(between + task.ToJsonString(Compact));
            between = ",\n";
        }
        text.WriteLine("\n]");
    }

    private static void WriteCsv(Stream output, IReadOnlyList<LabelledClause> clauses)
    {
        using CsvWriter csv = CsvForm.Continue(output);
        foreach (string column in Columns) csv.WriteField(column);
        csv.NextRecord();
        foreach (LabelledClause clause in clauses)
        {
            foreach (string column in Columns) csv.WriteField(Cell(clause, column));
            csv.NextRecord();
        }
    }

    private static string Cell(LabelledClause clause, string column) => column switch
    {
        "id" => clause.Id,
        "group" => clause.Group,
        "document" => clause.Document,
        "text" => clause.Text,
        "infrastructure" => clause.Has(ScoreLabel.Infrastructure) ? "1" : "0",
        "content" => clause.Has(ScoreLabel.Content) ? "1" : "0",
        "rights_impact" => CellText.Of(clause.RightsImpact),
        "rights" => string.Join(';', Rights(clause)),
        "framing" => CellText.Of(clause.Framing),
        "force" => CellText.Of(clause.Force),
        "genre" => clause.Genre,
        _ => clause.Topic,
    };

    private static JsonObject Own(LabelledClause clause)
    {
        JsonObject row = [];
        foreach (string column in Columns)
        {
            row[column] = column switch
            {
                "infrastructure" => clause.Has(ScoreLabel.Infrastructure) ? 1 : 0,
                "content" => clause.Has(ScoreLabel.Content) ? 1 : 0,
                "rights" => List(Rights(clause)),
                _ => Cell(clause, column),
            };
        }
        return row;
    }

    private static JsonObject Task(LabelForm form, UnlabelledClause clause) => form switch
    {
        LabelForm.LabelStudio => new JsonObject { ["data"] = Kept(new JsonObject { ["text"] = clause.Text, ["id"] = clause.Id }, clause) },
        LabelForm.Doccano => Kept(new JsonObject { ["text"] = clause.Text, ["clause"] = clause.Id }, clause),
        _ => new JsonObject
        {
            ["text"] = clause.Text,
            ["options"] = new JsonArray([.. ScoreLabels.Names.Select(name => new JsonObject { ["id"] = name, ["text"] = name })]),
            ["meta"] = Kept(new JsonObject { ["id"] = clause.Id }, clause),
        },
    };

    private static JsonObject Answered(LabelForm form, LabelledClause clause, int index)
    {
        JsonObject task = Task(form, UnlabelledClause.Of(clause));
        if (form == LabelForm.LabelStudio) task["annotations"] = new JsonArray(new JsonObject { ["result"] = Choices(clause, index) });
        else if (form == LabelForm.Doccano) task["label"] = List(LabelList.Of(clause) is { Count: > 0 } labels ? labels : [LabelList.Nothing[0]]);
        else task["accept"] = List(LabelList.Of(clause));
        if (form == LabelForm.Prodigy) task["answer"] = "accept";
        return task;
    }

    private static JsonArray Choices(LabelledClause clause, int index)
    {
        JsonArray result = [];
        foreach ((string control, ScoreLabel[] labels, string? nothing) in Controls)
        {
            string[] given = [.. labels.Where(clause.Has).Select(label => label.Name())];
            if (given.Length == 0 && nothing is not null) given = [nothing];
            if (given.Length == 0) continue;
            result.Add(new JsonObject
            {
                ["id"] = $"{index + 1}-{control}",
                ["from_name"] = control,
                ["to_name"] = "text",
                ["type"] = "choices",
                ["value"] = new JsonObject { ["choices"] = List(given) },
            });
        }
        return result;
    }

    private static JsonObject Kept(JsonObject json, UnlabelledClause clause)
    {
        json["group"] = clause.Group;
        foreach ((string name, string value) in new[] { ("document", clause.Document), ("genre", clause.Genre), ("topic", clause.Topic) })
        {
            if (value.Length > 0) json[name] = value;
        }
        return json;
    }

    private static IEnumerable<string> Rights(LabelledClause clause) => LabelNames.RightsTouched.Where(right => clause.Rights.HasFlag(right.Value)).Select(right => right.Key);

    private static JsonArray List(IEnumerable<string> words) => [.. words.Select(word => JsonValue.Create(word))];
}
