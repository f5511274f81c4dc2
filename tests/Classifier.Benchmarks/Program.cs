using Classifier.Benchmarks;

// usage: dotnet run --project tests/Classifier.Benchmarks -c Release [-- --quick]
// Measures the built command line from outside. --quick runs each scenario over the samples once, to see that all of it works.
bool quick = args.Contains("--quick");
int runs = quick ? 1 : 3;
string root = FindRoot();
List<Measurement> measurements = [];
foreach (Scenario scenario in Scenarios.All(root, quick))
{
    Measurement[] measured = [.. Enumerable.Range(quick ? 1 : 0, runs + (quick ? 0 : 1)).Select(_ => Measure(scenario)).Skip(quick ? 0 : 1).OrderBy(one => one.Cost.Wall)];
    measurements.Add(measured[measured.Length / 2]);
    Console.Error.WriteLine($"{scenario.Name}: {string.Join(", ", measured.Select(one => $"{one.Cost.Wall:0.00} s"))}");
    // 1 means that some documents were partial or failed, which the shared folders hold on purpose.
    if (measured.Any(one => one.Cost.ExitCode is not (0 or 1)))
    {
        Console.Error.WriteLine($"{scenario.Name} ended with exit code {measured.Max(one => one.Cost.ExitCode)}");
        return 1;
    }
    if (scenario.Clauses is not null && measured.Any(one => one.Clauses == 0))
    {
        Console.Error.WriteLine($"{scenario.Name} wrote no clause");
        return 1;
    }
}
Console.WriteLine(Table.Write(measurements, runs));
return 0;

Measurement Measure(Scenario scenario)
{
    DirectoryInfo folder = Directory.CreateTempSubdirectory("classifier-benchmark-");
    try
    {
        Cost cost = MeasuredProcess.Run(scenario.Program, scenario.Arguments.Select(argument => argument.Replace("{out}", folder.FullName, StringComparison.Ordinal)), root);
        return new Measurement(scenario, cost, scenario.Clauses?.Invoke(folder.FullName));
    }
    finally
    {
        folder.Delete(recursive: true);
    }
}

static string FindRoot()
{
    DirectoryInfo? folder = new(AppContext.BaseDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Classifier.sln"))) folder = folder.Parent;
    return folder?.FullName ?? throw new InvalidOperationException("no Classifier.sln above the benchmark");
}
