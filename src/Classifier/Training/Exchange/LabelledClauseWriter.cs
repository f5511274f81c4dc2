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
/// Writes labelled clauses in any of the forms, so that <see cref="LabelledClauseReader"/> reads the same clauses back. Fields that a program for annotators does not
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
        if (form == LabelForm.Csv)
        {
            WriteCsv(output, clauses);
            return;
        }
        using StreamWriter text = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        if (form == LabelForm.LabelStudio)
        {
            // A list with one task a line, so that messages about a line name a task.
            text.Write('[');
            for (int i = 0; i < clauses.Count; i++) text.Write($"{(i == 0 ? "" : ",")}\n{LabelStudio(clauses[i], i).ToJsonString(Compact)}");
            text.WriteLine("\n]");
            return;
        }
        Func<LabelledClause, JsonObject> line = form switch { LabelForm.Doccano => Doccano, LabelForm.Prodigy => Prodigy, _ => Own };
        foreach (LabelledClause clause in clauses) text.WriteLine(line(clause).ToJsonString(Compact));
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

    private static JsonObject LabelStudio(LabelledClause clause, int index)
    {
        JsonObject data = new() { ["text"] = clause.Text, ["id"] = clause.Id };
        AddKept(data, clause);
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
        return new JsonObject { ["data"] = data, ["annotations"] = new JsonArray(new JsonObject { ["result"] = result }) };
    }

    private static JsonObject Doccano(LabelledClause clause)
    {
        JsonObject row = new() { ["text"] = clause.Text, ["label"] = List(LabelList.Of(clause)), ["clause"] = clause.Id };
        AddKept(row, clause);
        return row;
    }

    private static JsonObject Prodigy(LabelledClause clause)
    {
        JsonObject meta = new() { ["id"] = clause.Id };
        AddKept(meta, clause);
        return new JsonObject
        {
            ["text"] = clause.Text,
            ["options"] = new JsonArray([.. ScoreLabels.Names.Select(name => new JsonObject { ["id"] = name, ["text"] = name })]),
            ["accept"] = List(LabelList.Of(clause)),
            ["answer"] = "accept",
            ["meta"] = meta,
        };
    }

    private static void AddKept(JsonObject json, LabelledClause clause)
    {
        json["group"] = clause.Group;
        foreach ((string name, string value) in new[] { ("document", clause.Document), ("genre", clause.Genre), ("topic", clause.Topic) })
        {
            if (value.Length > 0) json[name] = value;
        }
    }

    private static IEnumerable<string> Rights(LabelledClause clause) => LabelNames.RightsTouched.Where(right => clause.Rights.HasFlag(right.Value)).Select(right => right.Key);

    private static JsonArray List(IEnumerable<string> words) => [.. words.Select(word => JsonValue.Create(word))];
}
