using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace Classifier.Endurance;

/// <summary>What became of every input of a run, as its reports tell.</summary>
internal sealed record RunAccount
{
    /// <summary>Status of each document by its name: done, partial, failed or duplicate.</summary>
    public required IReadOnlyDictionary<string, string> Statuses { get; init; }

    /// <summary>Category of each failed document by its name.</summary>
    public required IReadOnlyDictionary<string, string> Failures { get; init; }

    /// <summary>Pages of all documents.</summary>
    public required long Pages { get; init; }

    /// <summary>Reads the reports of a run and holds them to what they promise.</summary>
    /// <param name="folder">The reports.</param>
    /// <param name="code">The exit code.</param>
    /// <param name="documents">Names of all inputs.</param>
    /// <exception cref="InvalidDataException">An input is missing or counted twice, a failure has no category or no sentence, or the exit code does not fit; the message names it.</exception>
    public static RunAccount Check(string folder, int code, IEnumerable<string> documents)
    {
        Dictionary<string, string> statuses = new(StringComparer.Ordinal), failures = new(StringComparer.Ordinal);
        using JsonDocument record = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "run.json")));
        foreach (JsonElement input in record.RootElement.GetProperty("inputs").EnumerateArray())
        {
            string document = input.GetProperty("document").GetString()!, status = input.GetProperty("status").GetString()!;
            if (!statuses.TryAdd(document, status)) throw new InvalidDataException($"{document} is accounted for twice");
            if (status == "failed") failures[document] = input.TryGetProperty("category", out JsonElement category) ? category.GetString()! : throw new InvalidDataException($"{document} failed without a category");
        }
        string[] expected = [.. documents];
        string[] wrong = [.. expected.Except(statuses.Keys).Concat(statuses.Keys.Except(expected))];
        if (wrong.Length > 0) throw new InvalidDataException($"{wrong.Length} inputs are missing from run.json or stand in it without having been given: {string.Join(", ", wrong.Take(5))}");
        CheckSentences(folder, statuses, failures);
        int read = statuses.Values.Count(status => status is "done" or "partial");
        int meant = read == 0 ? 3 : statuses.Values.Any(status => status is "partial" or "failed") ? 1 : 0;
        if (code != meant) throw new InvalidDataException($"the exit code is {code} and not {meant}");
        return new RunAccount { Statuses = statuses, Failures = failures, Pages = record.RootElement.GetProperty("counts").GetProperty("pages").GetInt64() };
    }

    /// <summary>Rows of a report, its head first.</summary>
    public static IEnumerable<string[]> Rows(string path)
    {
        using StreamReader text = new(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        using CsvParser parser = new(text, new CsvConfiguration(CultureInfo.InvariantCulture));
        while (parser.Read()) yield return parser.Record!;
    }

    /// <summary>Whoever reads <c>issues.csv</c> learns of every document that is not whole, and what to do about it.</summary>
    private static void CheckSentences(string folder, Dictionary<string, string> statuses, Dictionary<string, string> failures)
    {
        HashSet<(string Document, string Category)> said = [];
        HashSet<string> named = [];
        foreach (string[] row in Rows(Path.Combine(folder, "issues.csv")).Skip(1))
        {
            string document = row[0].TrimStart('\'');
            if (row[1] is "fatal" or "loss" && row[5].EndsWith('.') && row[5].Contains(' ', StringComparison.Ordinal)) named.Add(document);
            if (row[1] == "fatal" && row[5].EndsWith('.')) said.Add((document, row[4]));
        }
        foreach ((string document, string category) in failures)
        {
            if (!said.Contains((document.TrimStart('\''), category))) throw new InvalidDataException($"{document} failed ({category}) and issues.csv has no sentence about it");
        }
        if (statuses.FirstOrDefault(one => one.Value == "partial" && !named.Contains(one.Key.TrimStart('\''))).Key is { } partial) throw new InvalidDataException($"{partial} is partial and issues.csv does not say why");
    }
}
