using System.Globalization;
using CsvHelper;

namespace Classifier.Benchmarks;

/// <summary>What is measured. The documents beside the project are used where they are, and left out with a message where they are not.</summary>
internal static class Scenarios
{
    // Two sizes: the difference is what scoring takes once the program is warm.
    private static readonly int[] ScoredClauses = [10_000, 50_000];

    public static IEnumerable<Scenario> All(string root, bool quick)
    {
        string app = Path.Combine(root, "src", "Classifier.App", "bin", "Release", "net10.0", "classifier.dll");
        yield return new Scenario("classify data/samples (7 documents, 15 pages)", "dotnet", [app, "classify", "data/samples", "--out", "{out}"], 15, CountClauses);
        foreach (int count in quick ? [100] : ScoredClauses)
        {
            string clauses = WriteClauses(root, count);
            yield return new Scenario($"score {count:N0} clauses", "dotnet", [app, "score", clauses, "--out", "{out}/scored.csv"], 0, folder => CountRows(Path.Combine(folder, "scored.csv")));
        }
        foreach ((string name, int pages) in new[] { ("policy", 738), ("general", 2945) })
        {
            string folder = Path.Combine(root, "..", "shared", "pdf", name);
            if (quick || !Directory.Exists(folder))
            {
                Console.Error.WriteLine($"left out: {name} ({(quick ? "not in a quick run" : $"{folder} is missing")})");
                continue;
            }
            foreach (string command in new[] { "extract", "classify" })
                yield return new Scenario($"{command} {name} ({pages:N0} pages)", "dotnet", [app, command, folder, "--out", "{out}"], pages, CountClauses);
        }
    }

    /// <summary>The labelled clauses, over and over.</summary>
    public static string WriteClauses(string root, int count)
    {
        string[] texts = [.. Texts(Path.Combine(root, "data", "clauses.csv"))];
        string path = Path.Combine(Path.GetTempPath(), $"classifier-benchmark-{count}.csv");
        using CsvWriter csv = new(new StreamWriter(path), CultureInfo.InvariantCulture);
        csv.WriteField("text");
        csv.NextRecord();
        for (int i = 0; i < count; i++)
        {
            csv.WriteField(texts[i % texts.Length]);
            csv.NextRecord();
        }
        return path;
    }

    /// <summary>The clauses of a table.</summary>
    public static IEnumerable<string> Texts(string path)
    {
        using CsvReader csv = new(new StreamReader(path), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read()) yield return csv.GetField("text")!;
    }

    private static int CountClauses(string folder) => CountRows(Path.Combine(folder, "clauses.csv"));

    /// <summary>Rows below the head of a table.</summary>
    public static int CountRows(string path)
    {
        using CsvReader csv = new(new StreamReader(path), CultureInfo.InvariantCulture);
        int rows = -1;
        while (csv.Read()) rows++;
        return rows;
    }
}
