using System.Globalization;
using System.Text.Json;
using Classifier.App;
using Classifier.Endurance;
using Classifier.Scores;
using Classifier.Tests.Models;
using Classifier.Tests.Reports;
using Classifier.Tests.Training;
using Classifier.Training.Exchange;
using Xunit;

namespace Classifier.Tests.App;

/// <summary>The commands of those who label, train and measure, as processes: exit codes and what is printed.</summary>
public sealed class LaboratoryTests(TrainedFolder trained) : IClassFixture<TrainedFolder>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void CrossValidate_LabelledClauses_WritesTheReportOfAnEvaluation()
    {
        EndedRun run = Program.Start("crossvalidate", "--data", trained.Data, "--folds", "2", "--report", _folder.Below("report"));
        Assert.Equal(ExitCodes.Done, run.Code);
        Assert.StartsWith("50 clauses, mean average precision ", run.Out, StringComparison.Ordinal);
        Assert.Equal(["errors.csv", "evaluation.json", "reliability.svg"], Files(_folder.Below("report")));
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(_folder.Below("report", "evaluation.json")));
        Assert.Equal(50, report.RootElement.GetProperty("evaluation").GetProperty("clauses").GetInt32());
        Assert.Equal(11, report.RootElement.GetProperty("evaluation").GetProperty("labels").GetArrayLength());
    }

    [Fact]
    public void CrossValidate_FewerDocumentsThanParts_IsRefusedWithBothNumbers()
    {
        EndedRun run = Program.Start("crossvalidate", "--data", trained.Data, "--folds", "99");
        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Contains("Found 5 independent documents", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void CrossValidate_ATargetOfRecall_IsReachedByEveryLabel()
    {
        EndedRun run = Program.Start("crossvalidate", "--data", trained.Data, "--folds", "2", "--target-recall", "0.9");
        Assert.Equal(ExitCodes.Done, run.Code);
        string[][] rows = [.. run.Out.Split('\n').Skip(2).Take(11).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(cells => cells[1] != "0")];
        Assert.NotEmpty(rows);
        Assert.All(rows, cells => Assert.True(double.Parse(cells[4], CultureInfo.InvariantCulture) >= 0.9, string.Join(' ', cells)));
    }

    [Fact]
    public void Train_TargetsOfRecallAndReview_AreKeptInTheModelAndItsCard()
    {
        EndedRun run = Program.Start("train", "--data", trained.Data, "--folds", "2", "--target-recall", "0.8", "--review-precision", "0.7", "--out", _folder.Below("model"));
        Assert.Equal(ExitCodes.Done, run.Code);
        string card = File.ReadAllText(_folder.Below("model", "card.md"));
        Assert.Contains("Thresholds: at least 80 % of the positives found.", card, StringComparison.Ordinal);
        Assert.Contains("this model's level is 0.700", card, StringComparison.Ordinal);
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(_folder.Below("model", "model.json")));
        Assert.Equal(0.7, manifest.RootElement.GetProperty("review_precision").GetDouble());
        Assert.Equal(11, manifest.RootElement.GetProperty("review_bands").GetArrayLength());
    }

    [Fact]
    public void Train_OnABaseWithACurve_WritesAModelACurveAndAVerdict()
    {
        string mine = LabelledClauses.Write(_folder.Below("mine.csv"), LabelledClauses.Fifty.Select(clause => clause with { Id = "m" + clause.Id, Text = clause.Text + " again" }));
        EndedRun run = Program.Start("train", "--base", trained.Path, "--data", mine, "--folds", "2", "--curve", "--out", _folder.Below("model"));
        Assert.Equal(ExitCodes.Done, run.Code);
        IReadOnlyList<string[]> curve = Rows.Read(_folder.Below("model", "curve.csv"));
        Assert.Equal(["clauses,mean_average_precision,mean_macro_f1", "6", "12", "25", "50"], [string.Join(',', curve[0]), .. curve.Skip(1).Select(row => row[0])]);
        Assert.Contains("labelled clauses", run.Out, StringComparison.Ordinal);
        string[] lines = run.Out.Split('\n');
        int beside = Array.FindIndex(lines, line => line.StartsWith("beside it ", StringComparison.Ordinal));
        Assert.Equal(["this model", "the base, fifty@", "trained from nothing", "commonest answer", "list of words"], lines[(beside + 1)..(beside + 6)].Zip([10, 16, 20, 16, 13], (line, length) => line[..length]));
        Assert.Contains("labels", run.Out.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, Program.Start("score", mine, "--model", _folder.Below("model"), "--replace", "--out", _folder.Below("out.csv")).Code);
    }

    [Fact]
    public void Score_AThresholdSetByHand_GivesTheLabelFromThereOn()
    {
        string Force(string threshold)
        {
            Assert.Equal(ExitCodes.Done, Program.Start("score", trained.Data, "--model", trained.Path, "--replace", "--threshold", threshold, "voluntary=1", "--out", _folder.Below("out.csv")).Code);
            IReadOnlyList<string[]> rows = Rows.Read(_folder.Below("out.csv"));
            int force = Array.IndexOf(rows[0], "force");
            return string.Join(' ', rows.Skip(1).Select(row => row[force]).Distinct());
        }
        Assert.Equal("binding", Force("binding=0"));
        Assert.Equal("none", Force("binding=1"));
    }

    [Fact]
    public void Evaluate_OnClausesLearntFrom_WarnsOfTextsAndDocuments()
    {
        EndedRun run = Program.Start("evaluate", "--model", trained.Path, "--data", trained.Data);
        Assert.Equal(ExitCodes.Done, run.Code);
        Assert.Contains("warning: 50 of 50 clauses have the same or nearly the same text", run.Error, StringComparison.Ordinal);
        Assert.Contains("warning: 50 of 50 clauses are of documents", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_OnOtherClauses_LeavesUndefinedMeasuresEmptyAndDoesNotWarn()
    {
        string other = LabelledClauses.Write(_folder.Below("other.csv"), [LabelledClauses.Clause("z", "Nobody has ever read this sentence before today.", "new")]);
        EndedRun run = Program.Start("evaluate", "--model", trained.Path, "--data", other);
        Assert.Equal((ExitCodes.Done, ""), (run.Code, run.Error));
        string[] restricts = run.Out.Split('\n').Single(line => line.StartsWith("restricts ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.DoesNotContain("NaN", run.Out, StringComparison.Ordinal);
        Assert.StartsWith("1 clauses, mean average precision undefined (no clause is infrastructure or content or restricts or protects or state_centric or multistakeholder), mean macro F1 ", run.Out, StringComparison.Ordinal);
        // Label, positives and threshold, then only Brier score and calibration error are defined without positives.
        Assert.InRange(restricts.Length, 5, 6);
    }

    [Fact]
    public void Compare_AModelWithItself_ShowsNoDifferenceAndPureChance()
    {
        EndedRun run = Program.Start("compare", trained.Path, trained.Path, "--data", trained.Data);
        Assert.Equal(ExitCodes.Done, run.Code);
        string[] lines = run.Out.TrimEnd().Split('\n');
        Assert.Equal(1 + 2 + 11, lines.Length);
        // The fifty clauses say nothing about communication.
        string[] undefined = lines.Single(line => line.Contains("communication", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["average", "precision", "of", "communication"], undefined);
        Assert.All(lines.Skip(1).Where(line => !line.Contains("communication", StringComparison.Ordinal)), line => Assert.EndsWith(" 0.000     0.000 .. 0.000      1.000", line, StringComparison.Ordinal));
        Assert.Contains("that the model learnt from", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Agreement_OneClauseLabelledDifferently_PrintsMeasuresAndTheClause()
    {
        string other = LabelledClauses.Write(_folder.Below("other.csv"), LabelledClauses.Fifty.Select((clause, i) => i == 0 ? clause with { Force = Force.Voluntary } : clause));
        EndedRun run = Program.Start("agreement", trained.Data, other);
        Assert.Equal((ExitCodes.Done, ""), (run.Code, run.Error));
        string[] lines = run.Out.TrimEnd().Split('\n');
        Assert.Equal("50 clauses with two labels, 1 of them labelled differently", lines[0]);
        Assert.Equal($"c00\tvoluntary\t{LabelledClauses.Fifty[0].Text}", lines[^1]);
        string[] voluntary = lines.Single(line => line.StartsWith("voluntary ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(0.98, double.Parse(voluntary[2], CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Agreement_ClausesOfOneFileAlone_AreNamed()
    {
        string few = LabelledClauses.Write(_folder.Below("few.csv"), LabelledClauses.Fifty.Skip(7));
        string[] lines = Program.Start("agreement", trained.Data, few).Out.TrimEnd().Split('\n');
        Assert.Equal($"7 clauses only in {trained.Data}, not compared: c00, c01, c02, c03, c04, ...", lines[1]);
        Assert.Equal(["layer", "rights_impact", "framing", "force"], lines[^4..].Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public void Convert_ThereAndBack_GivesTheSameClausesAndTrainsAsBefore()
    {
        string tasks = _folder.Below("tasks.json"), back = _folder.Below("back.csv");
        Assert.Equal(ExitCodes.Done, Program.Start("convert", trained.Data, "--out", tasks).Code);
        EndedRun run = Program.Start("convert", tasks, "--out", back);
        Assert.Equal((ExitCodes.Done, $"50 labelled clauses: {back}"), (run.Code, run.Error.Trim()));
        Assert.Equal(LabelledClauses.Fifty, LabelledClauseReader.Read(back));
        string original = Program.Start("crossvalidate", "--data", trained.Data, "--folds", "2").Out;
        Assert.Equal(original, Program.Start("crossvalidate", "--data", tasks, "--folds", "2").Out);
    }

    [Theory]
    [InlineData("label-studio", "json", "annotations")]
    [InlineData("doccano", "jsonl", "label")]
    [InlineData("prodigy", "jsonl", "accept")]
    public void Convert_ExtractedClauses_MakesTasksThatComeBackWithTheirIds(string form, string extension, string answers)
    {
        Assert.Equal(ExitCodes.Done, Program.Start("extract", ProjectFiles.InRoot("data", "samples", "bill.pdf"), "--out", _folder.Below("out")).Code);
        string tasks = _folder.Below($"tasks.{extension}");
        EndedRun run = Program.Start("convert", _folder.Below("out", "clauses.csv"), "--out", tasks, "--to", form);
        Assert.Equal(ExitCodes.Done, run.Code);
        IReadOnlyList<string[]> table = Rows.Read(_folder.Below("out", "clauses.csv"));
        int kind = Array.IndexOf(table[0], "kind"), text = Array.IndexOf(table[0], "text");
        string[] ids = [.. table.Skip(1).Where(row => row[kind] != "heading" && row[text].Length > 0).Select(row => row[0])];
        Assert.Equal($"{ids.Length} clauses to label: {tasks} ({table.Count - 1 - ids.Length} rows left out: headings, or without text)", run.Error.Trim());
        // Nobody has labelled them: they are no clauses without labels.
        Assert.DoesNotContain(answers, File.ReadAllText(tasks), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, Program.Start("crossvalidate", "--data", tasks).Code);
        string answer = form switch
        {
            "label-studio" => "},\"annotations\":[{\"result\":[{\"type\":\"choices\",\"value\":{\"choices\":[\"binding\"]}}]}]}",
            "doccano" => "\"label\":[\"binding\"],\"id\":1,",
            _ => "\"answer\":\"accept\",\"accept\":[\"binding\"],\"_task_hash\":1,",
        };
        string labelled = _folder.Write($"labelled.{extension}", string.Concat(File.ReadAllLines(tasks).Select(line => !line.StartsWith('{') ? line + "\n" : form == "label-studio" ? line.Replace("}}", answer, StringComparison.Ordinal) + "\n" : $"{{{answer}{line[1..]}\n")));
        Assert.Equal(ids, LabelledClauseReader.Read(labelled).Select(clause => clause.Id));
        Assert.All(LabelledClauseReader.Read(labelled), clause => Assert.Equal((Force.Binding, "bill.pdf"), (clause.Force, clause.Document)));
    }

    [Fact]
    public void Convert_ExtractedClausesToATable_IsRefused()
    {
        string clauses = _folder.Write("clauses.csv", "clause_id,text\nc1,Operators block.\n");
        EndedRun run = Program.Start("convert", clauses, "--out", _folder.Below("out.csv"));
        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Contains("clauses without labels", run.Error, StringComparison.Ordinal);
        Assert.Equal([clauses], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Convert_LabelsOfAnotherScheme_NamesFileAndLineAndWritesNothing()
    {
        string labels = _folder.Write("theirs.jsonl", "{\"id\":1,\"text\":\"t\",\"label\":[\"none\"]}\n{\"id\":2,\"text\":\"u\",\"label\":[\"hostile\"]}\n");
        EndedRun run = Program.Start("convert", labels, "--out", _folder.Below("out.csv"));
        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.StartsWith($"error: {labels}, line 2: found the label \"hostile\"; expected infrastructure or ", run.Error, StringComparison.Ordinal);
        Assert.Equal([labels], Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("evaluate --data empty.jsonl", "empty.jsonl: found no labelled clause; expected one or more")]
    [InlineData("crossvalidate --data empty.jsonl", "empty.jsonl: found no labelled clause")]
    [InlineData("train --data fifty.csv empty.jsonl --out model", "empty.jsonl: found no labelled clause")]
    [InlineData("agreement fifty.csv empty.jsonl", "empty.jsonl: found no labelled clause")]
    [InlineData("convert empty.jsonl --out out.csv", "empty.jsonl: found no labelled clause")]
    [InlineData("crossvalidate --data fifty.csv --base model", "error: \"--base\" is no option of crossvalidate")]
    [InlineData("train --data fifty.csv --notes --Test=x --out model", "error: \"--Test=x\" is no option of train")]
    [InlineData("train --data fifty.csv --vectors none.bin --out model", "none.bin: found no such file; expected vectors")]
    [InlineData("evaluate --data .", ": found a folder; expected a file with labelled clauses")]
    [InlineData("train --data fifty.csv --out model --notes none.md", "none.md: found no such file; expected Markdown for the card")]
    [InlineData("train --data fifty.csv --out fifty.csv", "fifty.csv: found a file; expected a folder for the model")]
    [InlineData("convert fifty.csv --out fifty.csv", "fifty.csv: found the input itself as the file to write; expected another name")]
    [InlineData("score fifty.csv --replace --out fifty.csv", "fifty.csv: found the input itself as the file to write; expected another name")]
    [InlineData("score . --out out.csv", ": found a folder; expected a file with clauses as CSV")]
    [InlineData("crossvalidate --data labels.TXT", "labels.TXT: found the extension \".TXT\"")]
    [InlineData("crossvalidate --data labels.txt", "labels.txt: found the extension \".txt\"")]
    public void Fault_UnusableFiles_IsASentenceThatNamesThem(string arguments, string message)
    {
        LabelledClauses.Write(_folder.Below("fifty.csv"), LabelledClauses.Fifty);
        foreach (string name in new[] { "empty.jsonl", "labels.TXT", "labels.txt" }) _folder.Write(name, "");
        EndedRun run = Program.Start([.. arguments.Split(' ').Select(part => part == "." || part.Contains('.', StringComparison.Ordinal) || part == "model" ? _folder.Below(part) : part)]);
        Assert.Equal((ExitCodes.Usage, ""), (run.Code, run.Out));
        Assert.StartsWith("error: ", run.Error[run.Error.IndexOf("error: ", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("--resume", run.Error, StringComparison.Ordinal);
        Assert.Equal(LabelledClauses.Fifty, LabelledClauseReader.Read(_folder.Below("fifty.csv")));
        Assert.Equal(["empty.jsonl", "fifty.csv", "labels.TXT", "labels.txt"], Files(_folder.Path));
    }

    [Theory]
    [InlineData("convert none.csv --out none.json")]
    [InlineData("convert none.csv --out none.json --to xml")]
    [InlineData("evaluate --data none.csv")]
    [InlineData("crossvalidate --data none.csv")]
    [InlineData("compare none none --data none.csv")]
    [InlineData("agreement none.csv none.csv")]
    [InlineData("crossvalidate --data none.csv --folds 1")]
    [InlineData("train --data none.csv --out none --base none")]
    [InlineData("train --data none.csv --out none --base none --vectors none.bin")]
    [InlineData("train --data none.csv --out none --target-recall 1.5")]
    [InlineData("train --data none.csv --out none --review-precision 0.2")]
    [InlineData("score none.csv --out none --threshold binding=2")]
    [InlineData("score none.csv --out none --threshold hostile=0.5")]
    [InlineData("score none.csv --out none --threshold binding=0.2 binding=0.3")]
    public void Fault_MissingFiles_IsASentenceAndExitCode2(string arguments)
    {
        EndedRun run = Program.Start([.. arguments.Split(' ').Select(part => part.StartsWith("none", StringComparison.Ordinal) ? _folder.Below(part) : part)]);
        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.StartsWith("error: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Files(string folder) => Directory.GetFiles(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);
}
