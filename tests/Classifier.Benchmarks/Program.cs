using Classifier.Benchmarks;

// usage: dotnet run --project tests/Classifier.Benchmarks -c Release [-- --quick | -- --peers [--limit N] [--program FILE]]
// Measures the built command line from outside. --quick runs each scenario over the samples once, to see that all of it works.
// --peers compares it (or a published program) with what a user would otherwise script, over the shared documents (or N of each
// folder), and writes results/peers.md where it was all of them. Peers that are not installed are left out.
string root = FindRoot();
try
{
    Console.WriteLine(args.Contains("--peers") ? ComparePeers() : MeasureScenarios(args.Contains("--quick")));
    return 0;
}
catch (InvalidOperationException fault)
{
    Console.Error.WriteLine(fault.Message);
    return 1;
}

string MeasureScenarios(bool quick)
{
    Runner runner = quick ? new Runner(root, warmUps: 0, runs: 1) : new Runner(root, warmUps: 1, runs: 3);
    return Table.Write([.. Scenarios.All(root, quick).SelectMany(scenario => runner.Measure([scenario]))], quick ? 1 : 3);
}

string ComparePeers()
{
    int limit = Option("--limit") is { } few ? int.Parse(few, System.Globalization.CultureInfo.InvariantCulture) : int.MaxValue;
    string[] program = Option("--program") is { } path ? [Path.GetFullPath(path)] : ["dotnet", Path.Combine(root, "src", "Classifier.App", "bin", "Release", "net10.0", "classifier.dll")];
    DirectoryInfo work = Directory.CreateTempSubdirectory("classifier-peers-");
    try
    {
        Peers peers = new(root, program, work.FullName);
        peers.Train();
        int runs = limit == int.MaxValue ? 3 : 1;
        Runner runner = new(root, warmUps: 1, runs);
        List<(string Title, IReadOnlyList<Measurement> Rows)> groups = [];
        foreach (string name in new[] { "general", "policy" })
        {
            string folder = Path.Combine(root, "..", "shared", "pdf", name);
            if (!Directory.Exists(folder))
            {
                Console.Error.WriteLine($"left out: {folder} is missing");
                continue;
            }
            string inputs = peers.Some(folder, limit, name);
            int pages = peers.CountPages(inputs);
            groups.Add(($"{name}: {Directory.GetFiles(inputs).Length} files, {pages:N0} pages", runner.Measure([.. peers.Over(inputs, pages)])));
        }
        string one = peers.Some(Path.Combine(root, "data", "samples"), 1, "one");
        groups.Add(("start-up: one small file", runner.Measure([.. peers.Over(one, peers.CountPages(one))])));
        int clauses = limit == int.MaxValue ? 50_000 : 1_000;
        groups.Add(($"scores alone: {clauses:N0} clauses", runner.Measure([.. peers.Scores(clauses)])));
        string table = Table.Compare(groups, runs);
        if (limit == int.MaxValue) File.WriteAllText(Path.Combine(root, "tests", "Classifier.Benchmarks", "results", "peers.md"), table);
        return table;
    }
    finally
    {
        work.Delete(recursive: true);
    }
}

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and int at && at + 1 < args.Length ? args[at + 1] : null;

static string FindRoot()
{
    DirectoryInfo? folder = new(AppContext.BaseDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Classifier.sln"))) folder = folder.Parent;
    return folder?.FullName ?? throw new InvalidOperationException("no Classifier.sln above the benchmark");
}
