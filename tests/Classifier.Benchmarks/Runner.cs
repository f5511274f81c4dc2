namespace Classifier.Benchmarks;

/// <summary>Measures scenarios turn by turn, so that a slow moment of the machine falls on all of them.</summary>
/// <param name="root">The folder in which they run.</param>
/// <param name="warmUps">Turns that do not count.</param>
/// <param name="runs">Turns that count.</param>
internal sealed class Runner(string root, int warmUps, int runs)
{
    /// <summary>Measures.</summary>
    /// <returns>For each scenario the run of median wall time.</returns>
    /// <exception cref="InvalidOperationException">A command failed, or wrote nothing.</exception>
    public IReadOnlyList<Measurement> Measure(IReadOnlyList<Scenario> scenarios)
    {
        List<Measurement>[] measured = [.. scenarios.Select(_ => new List<Measurement>())];
        for (int turn = 0; turn < warmUps + runs; turn++)
        {
            for (int i = 0; i < scenarios.Count; i++)
            {
                if (scenarios[i].IsSlow && turn != warmUps) continue;
                Measurement one = Measure(scenarios[i]);
                if (turn >= warmUps) measured[i].Add(one);
            }
        }
        for (int i = 0; i < scenarios.Count; i++) Console.Error.WriteLine($"{scenarios[i].Name}: {string.Join(", ", measured[i].Select(one => $"{one.Cost.Wall:0.00} s"))}");
        return [.. measured.Select(all => all.OrderBy(one => one.Cost.Wall).ElementAt(all.Count / 2))];
    }

    private Measurement Measure(Scenario scenario)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("classifier-benchmark-");
        try
        {
            Cost cost = MeasuredProcess.Run(scenario.Program, scenario.Arguments.Select(argument => argument.Replace("{out}", folder.FullName, StringComparison.Ordinal)), root);
            // 1 means that some documents were partial or failed, which the shared folders hold on purpose.
            if (cost.ExitCode is not (0 or 1)) throw new InvalidOperationException($"{scenario.Name} ended with exit code {cost.ExitCode}");
            int? clauses = scenario.Clauses?.Invoke(folder.FullName);
            return clauses != 0 ? new Measurement(scenario, cost, clauses) : throw new InvalidOperationException($"{scenario.Name} wrote no clause");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
