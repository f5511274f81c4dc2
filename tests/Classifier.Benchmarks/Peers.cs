using System.Text.Json;

namespace Classifier.Benchmarks;

/// <summary>The program and what a user would otherwise script, over the same files with the same number of processes.</summary>
/// <param name="root">The folder that holds <c>Classifier.sln</c>.</param>
/// <param name="program">The program to start, with its first arguments.</param>
/// <param name="work">An empty folder.</param>
internal sealed class Peers(string root, IReadOnlyList<string> program, string work)
{
    private const string Processes = "2";

    // Debian's own, which sees Debian's packages whatever else is on the PATH.
    private static readonly string Python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    private readonly Dictionary<string, bool> _works = new(StringComparer.Ordinal);
    private readonly string _scripts = Path.Combine(root, "tests", "Classifier.Benchmarks", "peers");
    private readonly string _models = Path.Combine(work, "models");

    /// <summary>Name of our own rows.</summary>
    public const string Ours = "classify";

    /// <summary>Fits the peers' models, which nobody times.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public void Train()
    {
        Cost cost = MeasuredProcess.Run(Python, [Path.Combine(_scripts, "train.py"), Path.Combine(root, "data", "clauses.csv"), _models], root);
        if (cost.ExitCode != 0) throw new InvalidOperationException($"train.py ended with exit code {cost.ExitCode}");
    }

    /// <summary>Everything to compare over a folder: ours first, then the peers that are installed. Those that are not are named on the error stream.</summary>
    /// <param name="folder">Folder of PDFs.</param>
    /// <param name="pages">Pages that it holds.</param>
    public IEnumerable<Scenario> Over(string folder, int pages)
    {
        yield return new Scenario(Ours, program[0], [.. program.Skip(1), "classify", folder, "--workers", Processes, "--out", "{out}"], pages, Clauses);
        if (Has("pdftotext", "-v") && Has("fasttext"))
            yield return new Scenario("pdftotext + fastText", "bash", [Path.Combine(_scripts, "pdftotext_fasttext.sh"), _models, folder, "{out}", Processes], pages, Lines("report.tsv"));
        // pdfplumber reads by pdfminer.six, and does more; it is no package of Debian's.
        foreach ((string module, string name, bool isSlow) in new[] { ("fitz", "PyMuPDF + scikit-learn", false), ("pdfminer", "pdfminer.six + scikit-learn, one run", true), ("pdfplumber", "pdfplumber + scikit-learn, one run", true) })
        {
            if (File.Exists(Path.Combine(_models, "sklearn.joblib")) && Has(Python, "-c", $"import {module}"))
                yield return new Scenario(name, Python, [Path.Combine(_scripts, "python_sklearn.py"), module, _models, folder, "{out}", Processes], pages, Lines("report.csv"), isSlow);
        }
    }

    /// <summary>Scores alone, of the same clauses: ours with reasons and reports, fastText's four labels.</summary>
    /// <param name="count">How many clauses.</param>
    public IEnumerable<Scenario> Scores(int count)
    {
        string clauses = Scenarios.WriteClauses(root, count);
        yield return new Scenario("score", program[0], [.. program.Skip(1), "score", clauses, "--out", "{out}/scored.csv"], 0, folder => Scenarios.CountRows(Path.Combine(folder, "scored.csv")));
        if (!Has("fasttext")) yield break;
        string lines = Path.Combine(work, "clauses.txt");
        File.WriteAllLines(lines, Scenarios.Texts(clauses).Select(text => text.ToLowerInvariant().ReplaceLineEndings(" ")));
        yield return new Scenario("fastText", "bash", [Path.Combine(_scripts, "fasttext_scores.sh"), _models, lines, "{out}", Processes], 0, folder => File.ReadLines(Path.Combine(folder, "layer.pred")).Count());
    }

    /// <summary>Pages of a folder, as our own record of a run counts them.</summary>
    public int CountPages(string folder)
    {
        string reports = Path.Combine(work, "count");
        MeasuredProcess.Run(program[0], [.. program.Skip(1), "classify", folder, "--out", reports], root);
        using JsonDocument record = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(reports, "run.json")));
        int pages = record.RootElement.GetProperty("counts").GetProperty("pages").GetInt32();
        Directory.Delete(reports, recursive: true);
        return pages;
    }

    /// <summary>A folder of links to so many files of another, evenly chosen by name.</summary>
    public string Some(string folder, int count, string name)
    {
        string few = Path.Combine(work, name);
        Directory.CreateDirectory(few);
        string[] all = [.. Directory.EnumerateFiles(folder, "*.pdf").Order(StringComparer.Ordinal)];
        int step = Math.Max(1, all.Length / count);
        for (int i = 0; i < all.Length && i / step < count; i += step) File.CreateSymbolicLink(Path.Combine(few, Path.GetFileName(all[i])), Path.GetFullPath(all[i]));
        return few;
    }

    private static int Clauses(string folder) => Scenarios.CountRows(Path.Combine(folder, "clauses.csv"));

    private static Func<string, int> Lines(string report) => folder => File.ReadLines(Path.Combine(folder, report)).Count();

    private bool Has(string command, params string[] arguments)
    {
        string line = string.Join(' ', [command, .. arguments]);
        if (_works.TryGetValue(line, out bool known)) return known;
        bool works = false;
        try
        {
            Cost cost = MeasuredProcess.Run(command, arguments, Path.GetTempPath());
            works = arguments.Length == 0 || cost.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Not on the PATH.
        }
        if (!works) Console.Error.WriteLine($"left out, as it does not work here: {line}");
        return _works[line] = works;
    }
}
