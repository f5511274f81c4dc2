using System.Text.Json;

namespace Classifier.Torch.Checkpoints;

/// <summary>The fields of a <c>config.json</c>, read by type with errors that name the field.</summary>
internal sealed class ConfigFields(string path, JsonElement root)
{
    public string Text(string name, string otherwise) =>
        !Present(name, out JsonElement value) ? otherwise
        : value.ValueKind == JsonValueKind.String ? value.GetString()!
        : throw Bad(name, value.ToString(), "a text");

    public bool Flag(string name) => Present(name, out JsonElement value) && value.ValueKind == JsonValueKind.True;

    public double Number(string name, double otherwise) =>
        !Present(name, out JsonElement value) ? otherwise
        : value.ValueKind == JsonValueKind.Number ? value.GetDouble()
        : throw Bad(name, value.ToString(), "a number");

    /// <summary>A whole number from 1 to ten million: no published encoder has a size beyond, and a crafted one must not ask for all memory.</summary>
    public int Count(string name, int? otherwise = null)
    {
        if (!Present(name, out JsonElement value)) return otherwise ?? throw Bad(name, "nothing", "a whole number");
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int count) && count is >= 1 and <= 10_000_000
            ? count
            : throw Bad(name, value.ToString(), "a whole number from 1 to 10000000");
    }

    public InvalidDataException Bad(string name, string found, string expected) => new($"{path}: {name} is {found}, expected {expected}.");

    private bool Present(string name, out JsonElement value) => root.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
}
