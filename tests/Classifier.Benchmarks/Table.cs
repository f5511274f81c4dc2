using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Classifier.Benchmarks;

/// <summary>Writes measurements as a Markdown table, with the machine named.</summary>
internal static class Table
{
    public static string Write(IReadOnlyList<Measurement> measurements, int runs)
    {
        StringBuilder text = new(Head(runs));
        text.Append("| what | wall s | CPU s | peak MB | pages/s | clauses/s |\n|---|---|---|---|---|---|\n");
        foreach (Measurement row in measurements)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.Scenario.Name} | {row.Cost.Wall:0.00} | {row.Cost.Cpu:0.00} | {row.Cost.PeakMegabytes:0} | ");
            text.Append(CultureInfo.InvariantCulture, $"{Rate(row.Scenario.Pages, row.Cost.Wall)} | {Rate(row.Clauses ?? 0, row.Cost.Wall)} |\n");
        }
        return text.ToString();
    }

    /// <summary>Groups of measurements, each with its first row as the yardstick: how many times as much every other one takes.</summary>
    public static string Compare(IEnumerable<(string Title, IReadOnlyList<Measurement> Rows)> groups, int runs)
    {
        StringBuilder text = new(Head(runs));
        text.Append("\"times\" says how many times as much of it a row takes as the first: above 1, the first is faster or smaller.\n");
        foreach ((string title, IReadOnlyList<Measurement> rows) in groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| what | pages/s | clauses/s | wall s | times | CPU s | times | peak MB | times |\n|---|---|---|---|---|---|---|---|---|\n");
            Cost ours = rows[0].Cost;
            foreach (Measurement row in rows)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {row.Scenario.Name} | {Rate(row.Scenario.Pages, row.Cost.Wall)} | {Rate(row.Clauses ?? 0, row.Cost.Wall)} | {row.Cost.Wall:0.00} | {row.Cost.Wall / ours.Wall:0.00} | ");
                text.Append(CultureInfo.InvariantCulture, $"{row.Cost.Cpu:0.00} | {row.Cost.Cpu / ours.Cpu:0.00} | {row.Cost.PeakMegabytes:0} | {row.Cost.PeakMegabytes / ours.PeakMegabytes:0.00} |\n");
            }
        }
        return text.ToString();
    }

    private static string Head(int runs) => string.Create(CultureInfo.InvariantCulture,
        $"Machine: {Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}. Date: {DateTime.UtcNow:yyyy-MM-dd}. Median of {runs} runs after one warm-up; children included.\n\n");

    private static string Rate(int count, double seconds) => count == 0 ? "" : (count / seconds).ToString("0", CultureInfo.InvariantCulture);

    private static string Processor() =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").Where(line => line.StartsWith("model name", StringComparison.Ordinal)).Select(line => line[(line.IndexOf(':') + 1)..].Trim()).FirstOrDefault("unknown processor")
            : "unknown processor";
}
