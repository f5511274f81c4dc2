using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Classifier.Endurance;

/// <summary>A moment of a long run.</summary>
/// <param name="Seconds">Since its start.</param>
/// <param name="Documents">Documents done.</param>
/// <param name="Pages">Pages done.</param>
/// <param name="ParentMiB">Memory that the parent held in RAM.</param>
internal sealed record Moment(double Seconds, int Documents, long Pages, double ParentMiB);

/// <summary>Runs the program once over very many documents and records how its memory and speed go along.</summary>
/// <param name="program">The program.</param>
/// <param name="sources">The PDFs that are repeated and damaged.</param>
/// <param name="seed">The same seed damages in the same way.</param>
internal sealed partial class SoakTrial(ClassifierProgram program, SourcePdfs sources, int seed)
{
    // Every fourth file is damaged, so that workers die and are replaced all along.
    private const int DamagedEvery = 4;

    /// <summary>Runs.</summary>
    /// <param name="count">Number of documents.</param>
    /// <param name="work">An empty folder.</param>
    /// <returns>The account, and a moment for every time that the program told of its progress.</returns>
    /// <exception cref="InvalidDataException">A file was lost, or the run did not end as it should.</exception>
    public (RunAccount Account, IReadOnlyList<Moment> Moments) Run(int count, string work)
    {
        string inputs = Path.Combine(work, "in"), reports = Path.Combine(work, "out");
        Directory.CreateDirectory(inputs);
        for (int number = 0; number < count; number++)
            File.WriteAllBytes(Path.Combine(inputs, Names.Pdf(number)), number % DamagedEvery == 0 ? sources.Damaged(number, seed) : sources.Copy(number));
        List<Moment> moments = [];
        Stopwatch clock = Stopwatch.StartNew();
        EndedRun run = program.Run(["classify", inputs, "--out", reports, "--page-timeout", "5", "--document-timeout", "60"], (process, line) =>
        {
            if (Progress().Match(line) is not { Success: true } told) return;
            moments.Add(new Moment(clock.Elapsed.TotalSeconds, Number(told.Groups[1].Value), Number(told.Groups[2].Value), ProcessWatch.ResidentMiB(process.Id)));
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{moments[^1].Documents} documents in {moments[^1].Seconds:0} s, parent {moments[^1].ParentMiB:0.0} MiB"));
        });
        if (run.Code is not (0 or 1)) throw new InvalidDataException($"exit code {run.Code}: {run.Error}");
        return (RunAccount.Check(reports, run.Code, Enumerable.Range(0, count).Select(Names.Pdf)), moments);
    }

    /// <summary>The last moment of each tenth of the documents.</summary>
    public static IEnumerable<(int Tenth, Moment Begin, Moment End, double MeanParentMiB)> Tenths(IReadOnlyList<Moment> moments, int count)
    {
        Moment begin = new(moments[0].Seconds, 0, 0, moments[0].ParentMiB);
        for (int tenth = 1; tenth <= 10; tenth++)
        {
            Moment[] own = [.. moments.Where(moment => moment.Documents > (long)count * (tenth - 1) / 10 && moment.Documents <= (long)count * tenth / 10)];
            if (own.Length == 0) continue;
            yield return (tenth, begin, own[^1], own.Average(moment => moment.ParentMiB));
            begin = own[^1];
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d+) of \d+ documents, (\d+) pages")]
    private static partial Regex Progress();
}
