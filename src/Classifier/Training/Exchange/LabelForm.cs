using System.Text;
using System.Text.Json;

namespace Classifier.Training.Exchange;

/// <summary>A form in which files hold labelled clauses.</summary>
public enum LabelForm
{
    /// <summary>CSV with the columns of <c>data/clauses.csv</c>.</summary>
    Csv,

    /// <summary>JSON lines with the same fields, <c>rights</c> as a list.</summary>
    JsonLines,

    /// <summary>Label Studio: a JSON list of tasks with <c>annotations</c>, labels as <c>choices</c>.</summary>
    LabelStudio,

    /// <summary>doccano: JSON lines with <c>text</c> and <c>label</c>, a list of labels.</summary>
    Doccano,

    /// <summary>Prodigy: JSON lines with <c>options</c>, <c>accept</c> (a list of labels) and <c>answer</c>.</summary>
    Prodigy,
}

/// <summary>Names and recognises forms.</summary>
internal static class LabelForms
{
    /// <summary>The forms by the names that users type.</summary>
    public static IReadOnlyDictionary<string, LabelForm> ByName { get; } = new Dictionary<string, LabelForm>
    {
        ["csv"] = LabelForm.Csv,
        ["jsonl"] = LabelForm.JsonLines,
        ["label-studio"] = LabelForm.LabelStudio,
        ["doccano"] = LabelForm.Doccano,
        ["prodigy"] = LabelForm.Prodigy,
    };

    /// <summary>The form that a file's extension stands for.</summary>
    /// <exception cref="InvalidDataException">It stands for none.</exception>
    public static LabelForm ByExtension(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".CSV" => LabelForm.Csv,
        ".JSON" => LabelForm.LabelStudio,
        ".JSONL" or ".NDJSON" => LabelForm.JsonLines,
        _ => throw new InvalidDataException($"{path}: found the extension \"{Path.GetExtension(path)}\"; expected .csv, .json, .jsonl or .ndjson."),
    };

    /// <summary>The form of a file, by its extension and, for JSON lines, by the fields of its first line.</summary>
    /// <exception cref="InvalidDataException">There is no such file, or its extension stands for no form.</exception>
    public static LabelForm Recognize(string path)
    {
        GivenFile.Check(path, LabelledClauseReader.Expected);
        LabelForm form = ByExtension(path);
        if (form != LabelForm.JsonLines || File.ReadLines(path, Encoding.UTF8).FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) is not { } first) return form;
        try
        {
            using JsonDocument json = JsonDocument.Parse(first);
            bool Has(string name) => json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out _);
            return Has("accept") || Has("answer") ? LabelForm.Prodigy : Has("label") ? LabelForm.Doccano : form;
        }
        catch (JsonException)
        {
            return form;
        }
    }
}
