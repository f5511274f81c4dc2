using System.Text.Encodings.Web;
using System.Text.Json;

namespace Classifier.Reports;

/// <summary>Writes clauses as JSON lines, for people who label: the columns of <c>clauses.csv</c> by name, numbers as numbers, heading path and boxes as lists.</summary>
internal sealed class ClauseLines(string path) : IDisposable
{
    /// <summary>Name of the file.</summary>
    public const string File = "clauses.jsonl";

    private readonly FileStream _stream = System.IO.File.Create(path);
    private readonly Utf8JsonWriter _json = new(Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Writes a clause.</summary>
    public void Write(ClauseRow row)
    {
        _json.Reset(_stream);
        _json.WriteStartObject();
        _json.WriteString("clause_id", row.Clause.Id);
        _json.WriteString("document", row.Document);
        _json.WriteString("document_id", row.DocumentId);
        _json.WriteNumber("page", row.Clause.Page);
        _json.WriteString("number", row.Clause.Number);
        _json.WriteStartArray("heading");
        foreach (string heading in row.Clause.HeadingPath) _json.WriteStringValue(heading);
        _json.WriteEndArray();
        _json.WriteString("kind", CellText.Of(row.Clause.Kind));
        _json.WriteString("proposal", row.Clause.Proposal);
        _json.WriteString("action", row.Clause.Action);
        _json.WriteString("status", CellText.Of(row.Clause.Status));
        _json.WriteString("text", row.Clause.Text);
        _json.WriteString("deleted_text", row.Clause.DeletedText);
        _json.WriteString("language", row.Clause.Language);
        _json.WriteStartArray("box");
        foreach (Documents.PageBox box in row.Clause.Boxes) _json.WriteStringValue(CellText.Of(box));
        _json.WriteEndArray();
        _json.WriteNumber("start", row.Clause.Start);
        _json.WriteNumber("length", row.Clause.Length);
        _json.WriteString("context", row.Clause.Context);
        _json.WriteString("source", row.Clause.Source);
        _json.WriteEndObject();
        _json.Flush();
        _stream.Write("\n"u8);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _json.Dispose();
        _stream.Dispose();
    }
}
