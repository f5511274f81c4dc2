using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Classifier.Models;
using Classifier.Scores;
using Classifier.Tests.Reports;
using Classifier.Training;
using Classifier.Training.Exchange;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.Training.Exchange;

public sealed class LabelledClauseWriterTests
{
    public static TheoryData<LabelForm> Forms() => [.. Enum.GetValues<LabelForm>()];

    [Property]
    public void Write_AnyClauses_AreReadBackTheSameInEveryForm(string[] texts, byte[] labels)
    {
        LabelledClause[] clauses = [.. texts.Append("y").Select(Readable).Distinct().Select((text, i) => Made(text, i, labels))];
        Assert.All(Enum.GetValues<LabelForm>(), form => Assert.Equal(clauses, RoundTrip(clauses, form)));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Write_TheShippedClauses_AreReadBackTheSame(LabelForm form)
    {
        IReadOnlyList<LabelledClause> clauses = LabelledClauseReader.Read(ProjectFiles.InRoot("data", "clauses.csv"));
        Assert.Equal(clauses, RoundTrip(clauses, form));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Write_AnyForm_IsRecognisedByExtensionAndContent(LabelForm form)
    {
        using TemporaryFolder folder = new();
        string extension = form switch { LabelForm.Csv => "csv", LabelForm.LabelStudio => "json", _ => "jsonl" };
        string path = Write(folder.Below($"a.{extension}"), LabelledClauses.Fifty, form);
        Assert.Equal(form, LabelForms.Recognize(path));
        Assert.Equal(LabelledClauses.Fifty, LabelledClauseReader.Read(path));
    }

    [Fact]
    public void Write_LabelStudio_UsesTheControlsAndChoicesOfTheShippedInterface()
    {
        XElement[] controls = [.. XDocument.Load(ProjectFiles.InRoot("data", "label-studio.xml")).Descendants("Choices")];
        Dictionary<string, string[]> choices = controls.ToDictionary(control => control.Attribute("name")!.Value, control => control.Elements("Choice").Select(choice => choice.Attribute("value")!.Value).ToArray());
        using TemporaryFolder folder = new();
        using JsonDocument tasks = JsonDocument.Parse(File.ReadAllText(Write(folder.Below("a.json"), LabelledClauses.Fifty, LabelForm.LabelStudio)));
        JsonElement[] results = [.. tasks.RootElement.EnumerateArray().SelectMany(task => task.GetProperty("annotations")[0].GetProperty("result").EnumerateArray())];
        Assert.NotEmpty(results);
        Assert.All(results, result => Assert.All(result.GetProperty("value").GetProperty("choices").EnumerateArray(), choice => Assert.Contains(choice.GetString()!, choices[result.GetProperty("from_name").GetString()!])));
        Assert.Empty(ScoreLabels.Names.Except(choices.Values.SelectMany(names => names)));
    }

    private static string Readable(string? text)
    {
        // A lone half of a surrogate pair is no text, and a clause has some text.
        string whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));
        return string.IsNullOrWhiteSpace(whole) ? "x" : whole;
    }

    private static LabelledClause Made(string text, int i, byte[] labels)
    {
        int seed = labels.Length == 0 ? i : labels[i % labels.Length] + i;
        RightsImpact impact = (RightsImpact)(seed % 3);
        return LabelledClauses.Clause($"c{i}", text, i % 2 == 0 ? "" : $"d, \"{i}\"", $"g{i / 2}") with
        {
            Layer = (Layer)(seed % 4),
            RightsImpact = impact,
            Rights = impact == RightsImpact.None ? Rights.None : (Rights)(1 + (seed % 7)),
            Framing = (Framing)(seed / 3 % 3),
            Force = (Force)(seed / 9 % 3),
            Genre = i % 3 == 0 ? "" : "bill",
            Topic = i % 5 == 0 ? "routing; cables" : "",
        };
    }

    private static IReadOnlyList<LabelledClause> RoundTrip(IReadOnlyList<LabelledClause> clauses, LabelForm form)
    {
        using TemporaryFolder folder = new();
        return LabelledClauseReader.Read(Write(folder.Below("clauses"), clauses, form), form);
    }

    private static string Write(string path, IReadOnlyList<LabelledClause> clauses, LabelForm form)
    {
        using FileStream stream = File.Create(path);
        LabelledClauseWriter.Write(stream, form, clauses);
        return path;
    }
}
