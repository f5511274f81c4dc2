using System.CommandLine;
using Classifier.App.Ocr;
using Classifier.App.Runs;
using Classifier.App.Workers;
using Classifier.Models;
using Classifier.Reports;

namespace Classifier.App.Commands;

/// <summary>The commands that read documents: <c>classify</c> and <c>extract</c>.</summary>
internal static class RunCommands
{
    private static readonly WorkerOptions Defaults = new();

    private static readonly Argument<string[]> Inputs = new("INPUT")
    {
        Description = "PDF files, folders (searched to the bottom for *.pdf), or @list.txt with one path a line",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Out = new("--out") { Description = "Folder for the reports", HelpName = "DIR", Required = true };
    private static readonly Option<string> Model = new("--model") { Description = "Folder of the model (default: the one that ships with the program)", HelpName = "DIR" };
    private static readonly Option<bool> Exact = new("--exact") { Description = "Write cells exactly as they are, without byte-order mark and guards for spreadsheets" };
    private static readonly Option<int?> SplitRows = Number<int?>("--split-rows", "Begin a new file of a table after so many rows (default: what a spreadsheet holds)", "N", 1, 1_048_575);
    private static readonly Option<bool> AnyLanguage = new("--any-language") { Description = "Score clauses in languages that the model does not know" };
    private static readonly Option<bool> KeepFurniture = new("--keep-furniture") { Description = "Keep running heads, feet, page and line numbers as text" };
    private static readonly Option<bool> Ocr = new("--ocr") { Description = "Read pages that are images by OCR (needs pdftoppm and tesseract on the PATH)" };
    private static readonly Option<string> OcrLanguages = new("--ocr-languages") { Description = "Languages for --ocr by tesseract's names, such as eng+fra (default: eng)", HelpName = "LIST" };
    private static readonly Option<bool> Resume = new("--resume") { Description = "Go on with the run that was stopped in the same --out folder" };
    private static readonly Option<bool> RetryFailed = new("--retry-failed") { Description = "With --resume: try files again that crashed, timed out or ran out of memory" };
    private static readonly Option<string> Cache = new("--cache") { Description = "Keep results here, and take those of unchanged files from here", HelpName = "DIR" };
    private static readonly Option<string> Part = new("--shard") { Description = "Work on part I of N of the inputs; merge makes the reports of all parts", HelpName = "I/N" };
    private static readonly Option<int?> Workers = Number<int?>("--workers", "Files read at a time (default: the number of cores)", "N", 1, 1024);
    private static readonly Option<int> PageTimeout = Number("--page-timeout", "Give a file up after so long without progress", "SECONDS", (int)Defaults.PageTimeout.TotalSeconds, 1, 86_400);
    private static readonly Option<int> DocumentTimeout = Number("--document-timeout", "Give a file up after so long in all", "SECONDS", (int)Defaults.DocumentTimeout.TotalSeconds, 1, 864_000);
    private static readonly Option<int> Memory = Number("--memory-mb", "Give a file up that takes more memory", "MiB", Defaults.MemoryMiB, 256, 1 << 20);
    private static readonly Option<int> MostFile = Number("--max-file-mb", "Do not read larger files", "MiB", 1024, 1, 2047);

    /// <summary><c>classify</c>.</summary>
    public static Command Classify()
    {
        Command command = new("classify", "Read PDFs and write scored reports: pressing.csv, clauses.csv, documents.csv, issues.csv, removed.csv, run.json")
        {
            Inputs, Out, Model, Thresholds.Option, Exact, SplitRows, AnyLanguage, KeepFurniture, Ocr, OcrLanguages, Resume, RetryFailed, Cache, Part, Workers, PageTimeout, DocumentTimeout, Memory, MostFile,
        };
        command.SetAction(parsed => Run(parsed, "classify", parsed.GetValue(Model) ?? ModelSource.Default));
        return command;
    }

    /// <summary><c>extract</c>.</summary>
    public static Command Extract()
    {
        Command command = new("extract", "Read PDFs and write their clauses without scores (CSV and JSON lines), for people who label")
        {
            Inputs, Out, Exact, SplitRows, KeepFurniture, Ocr, OcrLanguages, Resume, RetryFailed, Cache, Part, Workers, PageTimeout, DocumentTimeout, Memory, MostFile,
        };
        command.SetAction(parsed => Run(parsed, "extract", null));
        return command;
    }

    private static int Run(ParseResult parsed, string command, string? model) =>
        CommandLine.Stoppable((messages, cancel) => new ClassifyRun(Options(parsed, command, model), messages).Execute(cancel));

    private static RunOptions Options(ParseResult parsed, string command, string? model) => new()
    {
        Command = command,
        Inputs = parsed.GetRequiredValue(Inputs),
        Out = parsed.GetRequiredValue(Out),
        Pipeline = new PipelineOptions
        {
            ModelFolder = model is null ? null : Path.GetFullPath(model),
            KeepFurniture = parsed.GetValue(KeepFurniture),
            AnyLanguage = model is not null && parsed.GetValue(AnyLanguage),
            Thresholds = model is null ? new Dictionary<string, float>() : Thresholds.Of(parsed).ToDictionary(threshold => threshold.Key.Name(), threshold => threshold.Value),
            Ocr = OcrOf(parsed),
        },
        Workers = new WorkerOptions
        {
            Workers = parsed.GetValue(Workers) ?? Defaults.Workers,
            PageTimeout = TimeSpan.FromSeconds(parsed.GetValue(PageTimeout)),
            DocumentTimeout = TimeSpan.FromSeconds(parsed.GetValue(DocumentTimeout)),
            MemoryMiB = parsed.GetValue(Memory),
        },
        Form = parsed.GetValue(Exact) ? ReportForm.Exact : ReportForm.Spreadsheet,
        SplitRows = parsed.GetValue(SplitRows),
        MostFileBytes = (long)parsed.GetValue(MostFile) << 20,
        Resume = parsed.GetValue(Resume),
        RetryFailed = parsed.GetValue(RetryFailed),
        Cache = parsed.GetValue(Cache),
        Shard = parsed.GetValue(Part) is { } part
            ? Shard.Parse(part) ?? throw new StopException(ExitCodes.Usage, $"--shard {part} is not of the form I/N with I from 1 to N.")
            : null,
    };

    private static OcrOptions? OcrOf(ParseResult parsed)
    {
        string? languages = parsed.GetValue(OcrLanguages);
        if (parsed.GetValue(Ocr)) return OcrPrograms.Find(languages ?? "eng");
        return languages is null ? null : throw new StopException(ExitCodes.Usage, "--ocr-languages says nothing without --ocr. Give both or neither.");
    }

    private static Option<int> Number(string name, string description, string unit, int value, int least, int most)
    {
        Option<int> option = Number<int>(name, description, unit, least, most);
        option.DefaultValueFactory = _ => value;
        return option;
    }

    private static Option<T> Number<T>(string name, string description, string unit, int least, int most)
    {
        Option<T> option = new(name) { Description = description, HelpName = unit };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out int given) && (given < least || given > most))
                result.AddError($"{name} {given} is out of range: it must be {least} to {most}.");
        });
        return option;
    }
}
