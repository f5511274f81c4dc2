using System.Text;
using System.Text.Json;

namespace Classifier.Training.Exchange;

/// <summary>One JSON object of a data file and where it stands.</summary>
/// <param name="Place">File and line, of a task in a list also its number, for messages.</param>
/// <param name="Json">The object.</param>
internal sealed record JsonRecord(string Place, JsonElement Json)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file of one object a line; empty lines are passed over.</summary>
    /// <exception cref="InvalidDataException">A line is no JSON object.</exception>
    public static IEnumerable<JsonRecord> ReadLines(string path)
    {
        int number = 0;
        foreach (string line in File.ReadLines(path, StrictUtf8))
        {
            string place = $"{path}, line {++number}";
            if (!string.IsNullOrWhiteSpace(line)) yield return OfObject(place, () => JsonElement.Parse(line), "one object a line");
        }
    }

    /// <summary>Reads a file that is one list of objects.</summary>
    /// <exception cref="InvalidDataException">It is no such list.</exception>
    public static IReadOnlyList<JsonRecord> ReadList(string path)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(File.ReadAllText(path, StrictUtf8));
        Utf8JsonReader reader = new(bytes);
        List<JsonRecord> records = [];
        int line = 1, at = 0;
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray) throw new InvalidDataException($"{path}, line 1: found no list; expected a JSON list of tasks.");
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                line += bytes.AsSpan(at, (int)reader.TokenStartIndex - at).Count((byte)'\n');
                at = (int)reader.TokenStartIndex;
                JsonElement value = JsonElement.ParseValue(ref reader);
                string task = Text(value, "id") is { } id ? $", task {id}" : "";
                records.Add(OfObject($"{path}, line {line}{task}", () => value, "a list of tasks"));
            }
            while (reader.Read())
            {
                // Anything after the list is refused by the reader.
            }
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}, line {e.LineNumber + 1}: found text that is no whole JSON; expected a list of tasks.");
        }
        return records;
    }

    /// <summary>A field as text, lists joined by ";"; null where there is none.</summary>
    public static string? Text(JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out JsonElement value)) return null;
        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Array => string.Join(';', value.EnumerateArray().Select(item => item.ToString())),
            _ => value.ToString(),
        };
    }

    /// <summary>A field that must be a list.</summary>
    /// <exception cref="InvalidDataException">It is missing or no list.</exception>
    public IReadOnlyList<JsonElement> List(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray()]
            : throw new InvalidDataException($"{Place}: found no list \"{name}\"; expected one.");

    /// <summary>A field that must be a list of words.</summary>
    /// <exception cref="InvalidDataException">It is missing or holds something else.</exception>
    public IReadOnlyList<string> Words(JsonElement json, string name) =>
        [.. List(json, name).Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : throw new InvalidDataException($"{Place}: found {item.GetRawText()} in \"{name}\"; expected the name of a label."))];

    private static JsonRecord OfObject(string place, Func<JsonElement> parse, string expected)
    {
        try
        {
            JsonElement json = parse();
            return json.ValueKind == JsonValueKind.Object ? new JsonRecord(place, json) : throw new InvalidDataException($"{place}: found a JSON {json.ValueKind}; expected an object.");
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"{place}: found text that is no whole JSON object; expected {expected}.");
        }
    }
}
