using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Classifier.Endurance;
using CsvHelper;
using Xunit;

namespace Classifier.Tests.App;

/// <summary>Nothing that is printed may be lost between the page and the reports. Another reader of the same files is the yardstick.</summary>
public sealed partial class RecallTests
{
    // Words spaced out letter by letter on a scan that lies askew: where one word ends, the two readers see differently.
    private static readonly HashSet<string> Known = ["pypdf__indirect-rotation.pdf"];

    [PopplerFact]
    public void Extract_OrdinaryDocuments_HoldsTheWordsThatAnotherReaderFinds()
    {
        string folder = ProjectFiles.InShared("pdf", "general"), output = Directory.CreateTempSubdirectory("classifier-recall-").FullName;
        try
        {
            EndedRun run = Program.Start("extract", folder, "--out", output);
            Assert.True(run.Code is 0 or 1, run.Error);
            Dictionary<string, Dictionary<string, int>> ours = [];
            foreach (string report in new[] { "clauses.csv", "removed.csv" })
                foreach (IDictionary<string, object> row in Rows(Path.Combine(output, report)))
                {
                    ours.TryAdd((string)row["document"], []);
                    Count(ours[(string)row["document"]], string.Join(' ', new[] { "number", "text", "deleted_text" }.Where(row.ContainsKey).Select(column => row[column])));
                }
            HashSet<string> refused = [.. Rows(Path.Combine(output, "issues.csv")).Where(row => (string)row["severity"] == "fatal").Select(row => (string)row["document"])];
            SortedDictionary<string, double> recall = [];
            foreach (string file in Directory.EnumerateFiles(folder, "*.pdf"))
            {
                Dictionary<string, int> theirs = [];
                Count(theirs, PlainText(file));
                if (theirs.Values.Sum() < 20 || refused.Contains(Path.GetFileName(file))) continue;
                Dictionary<string, int> found = ours.GetValueOrDefault(Path.GetFileName(file), []);
                recall[Path.GetFileName(file)] = (double)theirs.Sum(word => Math.Min(word.Value, found.GetValueOrDefault(word.Key))) / theirs.Values.Sum();
            }
            Assert.InRange(recall.Count, 60, 77);
            Assert.InRange(recall.Values.Order().ElementAt(recall.Count / 2), 0.98, 1);
            Assert.DoesNotContain(recall, file => file.Value < 0.9 && !Known.Contains(file.Key));
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private static void Count(Dictionary<string, int> words, string text)
    {
        foreach (Match word in Words().Matches(text.ToLowerInvariant())) CollectionsMarshal.GetValueRefOrAddDefault(words, word.Value, out _)++;
    }

    /// <summary>Words; single characters of scripts that are written without blanks.</summary>
    [GeneratedRegex(@"[\u2E80-\u9FFF\uF900-\uFAFF]|[\w-[\u2E80-\u9FFF\uF900-\uFAFF]]+")]
    private static partial Regex Words();

    private static List<IDictionary<string, object>> Rows(string path)
    {
        using CsvReader csv = new(new StreamReader(path), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Select(row => (IDictionary<string, object>)row)];
    }

    private static string PlainText(string file)
    {
        using Process process = Process.Start(new ProcessStartInfo("pdftotext", ["-q", file, "-"]) { RedirectStandardOutput = true })!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text;
    }

    /// <summary>A test that reads the shared documents with poppler; skipped, with the reason, where either is missing.</summary>
    private sealed class PopplerFactAttribute : FactAttribute
    {
        public PopplerFactAttribute()
        {
            if (!Directory.Exists(ProjectFiles.InShared("pdf", "general"))) Skip = "needs ../shared/pdf/general beside the project";
            else if (InstalledPrograms.Find("pdftotext") is null) Skip = "needs pdftotext (Debian: poppler-utils)";
        }
    }
}
