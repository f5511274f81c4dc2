using System.Globalization;
using System.Text;
using Classifier.Clauses;
using Classifier.Documents;
using Classifier.Models;
using Classifier.Scores;
using CsvHelper;
using CsvHelper.Configuration;

namespace Classifier.Tests.Reports;

/// <summary>Rows to write, and a reader that is not ours to read them back.</summary>
internal static class Rows
{
    public static ScoredClause Clause(string text, double? priority = null, string id = "00000000000000aa") => new(
        new Clause
        {
            Id = id,
            Page = 1,
            Number = "1.",
            HeadingPath = ["Part A", "Article 1"],
            Kind = ClauseKind.Provision,
            Proposal = "",
            Action = "",
            Status = ClauseStatus.None,
            Text = text,
            DeletedText = "",
            Language = "en",
            Boxes = [new PageBox(1, new Box(1.26, 2, 3, 4)), new PageBox(2, new Box(5, 6, 7, 8))],
            Start = 0,
        },
        priority is { } value ? Assessment(value) : null);

    public static Assessment Assessment(double priority) => new()
    {
        Probabilities = [.. ScoreLabels.All.Select(label => ((int)label + 1) / 16f)],
        Layer = Layer.Both,
        RightsImpact = RightsImpact.Restricts,
        Rights = Rights.Expression | Rights.Communication,
        Framing = Framing.StateCentric,
        Force = Force.Binding,
        Priority = priority,
        Review = false,
        Reasons = "restricts: +block",
    };

    public static IReadOnlyList<string[]> Read(string path)
    {
        using StreamReader text = new(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        using CsvParser parser = new(text, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = bad => throw new InvalidDataException(bad.RawRecord) });
        List<string[]> rows = [];
        while (parser.Read()) rows.Add(parser.Record!);
        return rows;
    }

    /// <summary>Some columns of a table by the key in another one, joined by |.</summary>
    public static Dictionary<string, string> Table(string path, string key, params string[] columns)
    {
        IReadOnlyList<string[]> rows = Read(path);
        string[] heads = [.. rows[0].Select(head => head.TrimStart('\uFEFF'))];
        return rows.Skip(1).ToDictionary(row => row[Array.IndexOf(heads, key)], row => string.Join('|', columns.Select(column => row[Array.IndexOf(heads, column)])));
    }
}

/// <summary>A folder of its own for a test, removed afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "classifier-test-" + Guid.NewGuid().ToString("N"));

    public string Below(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public string Write(string name, string text)
    {
        string path = Below(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
