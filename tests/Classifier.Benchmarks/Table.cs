using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Classifier.Benchmarks;

/// <summary>Writes measurements as a Markdown table, with the machine named.</summary>
internal static class Table
{
    public static string Write(IReadOnlyList<Measurement> measurements, int runs)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"Machine: {Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}. ");
        text.Append(CultureInfo.InvariantCulture, $"Date: {DateTime.UtcNow:yyyy-MM-dd}. Median of {runs} runs after one warm-up; children included.\n\n");
        text.Append("| what | wall s | CPU s | peak MB | pages/s | clauses/s |\n|---|---|---|---|---|---|\n");
        foreach (Measurement row in measurements)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.Scenario.Name} | {row.Cost.Wall:0.00} | {row.Cost.Cpu:0.00} | {row.Cost.PeakMegabytes:0} | ");
            text.Append(CultureInfo.InvariantCulture, $"{Rate(row.Scenario.Pages, row.Cost.Wall)} | {Rate(row.Clauses ?? 0, row.Cost.Wall)} |\n");
        }
        return text.ToString();
    }

    private static string Rate(int count, double seconds) => count == 0 ? "" : (count / seconds).ToString("0", CultureInfo.InvariantCulture);

    private static string Processor() =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").Where(line => line.StartsWith("model name", StringComparison.Ordinal)).Select(line => line[(line.IndexOf(':') + 1)..].Trim()).FirstOrDefault("unknown processor")
            : "unknown processor";
}
