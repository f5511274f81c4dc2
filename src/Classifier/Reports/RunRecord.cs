using System.Text.Encodings.Web;
using System.Text.Json;

namespace Classifier.Reports;

/// <summary>What a run was: enough to repeat it. Nothing in it depends on the clock, the machine or the number of workers.</summary>
public sealed record RunFacts
{
    /// <summary>Name of the command: <c>classify</c> or <c>extract</c>.</summary>
    public required string Command { get; init; }

    /// <summary>The program's version.</summary>
    public required string Version { get; init; }

    /// <summary>Id of the model; empty where none was asked.</summary>
    public required string Model { get; init; }

    /// <summary>SHA-256 over the model's files; empty where none was asked.</summary>
    public required string ModelHash { get; init; }

    /// <summary>The options that shape the reports, by name.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>Number of inputs; every one must appear in the record once.</summary>
    public required int Inputs { get; init; }

    /// <summary>Files in the input folders that were left out because their name does not end in <c>.pdf</c>.</summary>
    public required int OtherFiles { get; init; }
}

/// <summary>Writes <c>run.json</c> while the reports are written, one input at a time.</summary>
internal sealed class RunRecord : IDisposable
{
    private readonly FileStream _stream;
    private readonly Utf8JsonWriter _json;

    public RunRecord(string path, RunFacts facts)
    {
        _stream = File.Create(path);
        _json = new Utf8JsonWriter(_stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" });
        _json.WriteStartObject();
        _json.WriteString("command", facts.Command);
        _json.WriteString("version", facts.Version);
        _json.WriteString("model", facts.Model);
        _json.WriteString("model_hash", facts.ModelHash);
        _json.WriteStartObject("options");
        foreach ((string name, string value) in facts.Options.OrderBy(option => option.Key, StringComparer.Ordinal)) _json.WriteString(name, value);
        _json.WriteEndObject();
        _json.WriteNumber("other_files", facts.OtherFiles);
        _json.WriteStartArray("inputs");
    }

    /// <summary>Records an input.</summary>
    public void Write(string document, ProposalResult head, int clauses)
    {
        _json.WriteStartObject();
        _json.WriteString("document", document);
        _json.WriteString("document_id", head.DocumentId);
        _json.WriteString("status", CellText.Of(head.Status));
        if (head.DuplicateOf is not null) _json.WriteString("duplicate_of", head.DuplicateOf);
        _json.WriteNumber("pages", head.Pages);
        _json.WriteNumber("clauses", clauses);
        if (head.Issues.FirstOrDefault(issue => issue.Severity == Severity.Fatal) is { } fatal) _json.WriteString("category", fatal.Category);
        _json.WriteEndObject();
        if (_json.BytesPending > 1 << 16) _json.Flush();
    }

    /// <summary>Ends the record.</summary>
    public void Finish(RunSummary summary)
    {
        _json.WriteEndArray();
        _json.WriteStartObject("counts");
        _json.WriteNumber("inputs", summary.Inputs);
        foreach (DocumentStatus status in Enum.GetValues<DocumentStatus>()) _json.WriteNumber(CellText.Of(status), summary.Count(status));
        _json.WriteNumber("pages", summary.Pages);
        _json.WriteNumber("clauses", summary.Clauses);
        _json.WriteEndObject();
        _json.WriteStartArray("files");
        foreach (string file in summary.Files) _json.WriteStringValue(file);
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        _stream.Write("\n"u8);
    }

    public void Dispose()
    {
        _json.Dispose();
        _stream.Dispose();
    }
}
