using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Classifier.Endurance;

// usage: dotnet run --project tests/Classifier.Endurance -c Release -- kills|fuzz|soak [--count N] [--seed N] [--program FILE] [--keep DIR]
// Long trials of the built program. Each ends with exit code 0 and its figures, or with 1 and what went wrong.
string root = FindRoot();
Option<int> runs = new("--count") { Description = "Runs to kill", DefaultValueFactory = _ => 50 };
Option<int> files = new("--count") { Description = "Files", DefaultValueFactory = _ => 20_000 };
Option<int> documents = new("--count") { Description = "Files", DefaultValueFactory = _ => 40_000 };
Option<int> seed = new("--seed") { Description = "The same seed gives the same files and moments", DefaultValueFactory = _ => 1 };
Option<int> batch = new("--batch") { Description = "Files in a run", DefaultValueFactory = _ => 1000 };
Option<string> path = new("--program") { Description = "The program to try (default: this checkout's build)" };
Option<string> keep = new("--keep") { Description = "Folder for files that killed a worker" };
Command kills = new("kills", "Kill runs at random moments, resume them, compare their reports with those of an undisturbed run") { runs, seed, path };
Command fuzz = new("fuzz", "Damaged PDFs: every file must be accounted for") { files, seed, batch, path, keep };
Command soak = new("soak", "One long run: memory and speed by tenths") { documents, seed, path };
kills.SetAction(parsed => Try(parsed, Kills));
fuzz.SetAction(parsed => Try(parsed, Fuzz));
soak.SetAction(parsed => Try(parsed, Soak));
return new RootCommand("Long trials of the built program") { kills, fuzz, soak }.Parse(args).Invoke();

int Try(ParseResult parsed, Action<ParseResult, ClassifierProgram, string> trial)
{
    ClassifierProgram program = parsed.GetValue(path) is { } own ? new ClassifierProgram(Path.GetFullPath(own)) : ClassifierProgram.Built(root);
    DirectoryInfo work = Directory.CreateTempSubdirectory("classifier-endurance-");
    try
    {
        trial(parsed, program, work.FullName);
        return 0;
    }
    catch (InvalidDataException fault)
    {
        Console.Error.WriteLine($"FAILED: {fault.Message}");
        return 1;
    }
    finally
    {
        work.Delete(recursive: true);
    }
}

void Kills(ParseResult parsed, ClassifierProgram program, string work)
{
    string inputs = Path.Combine(work, "in");
    SourcePdfs samples = SourcePdfs.Read([Path.Combine(root, "data", "samples")], long.MaxValue);
    samples.WriteCopies(inputs, 3 * samples.Count);
    KillTrial trial = new(program, inputs, work);
    Random random = new(parsed.GetValue(seed));
    KilledRun sum = new(0, 0, 0);
    for (int i = 1; i <= parsed.GetValue(runs); i++)
    {
        KilledRun run = trial.Run(Path.Combine(work, "killed"), random);
        Directory.Delete(Path.Combine(work, "killed"), recursive: true);
        sum = new KilledRun(sum.Kills + run.Kills, sum.WithWorkers + run.WithWorkers, sum.WhileReporting + run.WhileReporting);
        Console.WriteLine($"run {i}: {run.Kills} kills, then the same reports");
    }
    Console.WriteLine($"{parsed.GetValue(runs)} runs over {3 * samples.Count} documents, {sum.Kills} kills ({sum.WithWorkers} with the workers, {sum.WhileReporting} while reports were made): nothing lost, reports byte by byte those of an undisturbed run");
}

void Fuzz(ParseResult parsed, ClassifierProgram program, string work)
{
    SourcePdfs sources = SourcePdfs.Read([Path.Combine(root, "..", "shared", "pdf"), Path.Combine(root, "data", "samples")], 60_000);
    FuzzTrial trial = new(program, sources, parsed.GetValue(seed));
    int all = parsed.GetValue(files);
    Stopwatch clock = Stopwatch.StartNew();
    for (int first = 0; first < all; first += parsed.GetValue(batch))
    {
        string own = Path.Combine(work, "batch");
        trial.Run(first, Math.Min(parsed.GetValue(batch), all - first), own, parsed.GetValue(keep));
        Directory.Delete(own, recursive: true);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{trial.Outcomes.Values.Sum()} files in {clock.Elapsed.TotalSeconds:0} s, peak of a worker {trial.PeakWorkerMiB:0} MiB: {string.Join(", ", trial.Outcomes.Select(one => $"{one.Key} {one.Value}"))}"));
    }
    Console.WriteLine($"{all} damaged files from {sources.Count} PDFs: every one accounted for");
}

void Soak(ParseResult parsed, ClassifierProgram program, string work)
{
    SourcePdfs sources = SourcePdfs.Read([.. new[] { "policy", "general", "proposals" }.Select(name => Path.Combine(root, "..", "shared", "pdf", name)), Path.Combine(root, "data", "samples")], 60_000);
    int all = parsed.GetValue(documents);
    (RunAccount account, IReadOnlyList<Moment> moments) = new SoakTrial(program, sources, parsed.GetValue(seed)).Run(all, work);
    Console.WriteLine($"{all} documents from {sources.Count} PDFs, {account.Pages} pages: {string.Join(", ", account.Statuses.Values.GroupBy(status => status).Select(group => $"{group.Count()} {group.Key}"))}");
    if (moments.Count < 20) throw new InvalidDataException($"the run told of its progress {moments.Count} times, too few for tenths; use more documents");
    Console.WriteLine("| tenth | parent MiB | documents/s | pages/s |\n|---|---|---|---|");
    foreach ((int tenth, Moment begin, Moment end, double memory) in SoakTrial.Tenths(moments, all))
    {
        double seconds = end.Seconds - begin.Seconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {tenth} | {memory:0.0} | {(end.Documents - begin.Documents) / seconds:0} | {(end.Pages - begin.Pages) / seconds:0} |"));
    }
}

static string FindRoot()
{
    DirectoryInfo? folder = new(AppContext.BaseDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Classifier.sln"))) folder = folder.Parent;
    return folder?.FullName ?? throw new InvalidOperationException("no Classifier.sln above the program");
}
