using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Classifier.Models;
using Classifier.Tests.Reports;
using Classifier.Training;
using Xunit;

namespace Classifier.Tests.Training;

public sealed class EvaluationReportTests : IDisposable
{
    private static readonly LabelledClause[] Clauses = [.. LabelledClauses.Fifty.Select((clause, i) => clause with { Genre = i < 20 ? "bill" : "treaty" })];

    private readonly TemporaryFolder _folder = new();

    public EvaluationReportTests() =>
        new EvaluationReport(new Bootstrap(50)).Write(_folder.Path, new ScoresModel(Clauses, MeasuredScores.Of(Clauses, 5)), Clauses);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_Errors_AreTheWrongAnswersTheSurestFirst()
    {
        IReadOnlyList<string[]> rows = Rows.Read(_folder.Below("errors.csv"));
        Assert.Equal(["id", "document", "label", "labelled", "probability", "threshold", "text"], rows[0]);
        double[] distances = [.. rows.Skip(1).Select(row => Math.Abs(double.Parse(row[4], CultureInfo.InvariantCulture) - double.Parse(row[3], CultureInfo.InvariantCulture)))];
        Assert.Equal(Clauses.Length * ScoreLabels.All.Count / 5, distances.Length);
        Assert.All(distances, distance => Assert.True(distance > 0.5));
        Assert.Equal(distances.OrderDescending(), distances);
    }

    [Fact]
    public void Write_Evaluation_HoldsIntervalsAroundItsMeasuresAndGenresThatAddUp()
    {
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(_folder.Below("evaluation.json")));
        JsonElement interval = report.RootElement.GetProperty("intervals").GetProperty("mean_average_precision");
        Assert.Equal(report.RootElement.GetProperty("evaluation").GetProperty("mean_average_precision").GetDouble(), interval.GetProperty("value").GetDouble());
        Assert.InRange(interval.GetProperty("value").GetDouble(), interval.GetProperty("low").GetDouble(), interval.GetProperty("high").GetDouble());
        Assert.Equal(["bill 20", "treaty 30"], report.RootElement.GetProperty("genres").EnumerateArray().Select(genre => $"{genre.GetProperty("genre")} {genre.GetProperty("evaluation").GetProperty("clauses")}"));
        Assert.Equal("made@bbbbbbbb", report.RootElement.GetProperty("model").GetString());
    }

    [Fact]
    public void Write_ALabelWithoutPositives_IsUndefinedNotZero()
    {
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(_folder.Below("evaluation.json")));
        JsonElement communication = report.RootElement.GetProperty("evaluation").GetProperty("labels").EnumerateArray().Single(label => label.GetProperty("label").GetString() == "communication");
        Assert.Equal(0, communication.GetProperty("positives").GetInt32());
        Assert.Equal(JsonValueKind.Null, communication.GetProperty("recall").ValueKind);
        Assert.Equal(JsonValueKind.Null, communication.GetProperty("average_precision").ValueKind);
    }

    [Fact]
    public void Write_ConfusionCounts_AddUpToTheClauses()
    {
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(_folder.Below("evaluation.json")));
        Assert.All(report.RootElement.GetProperty("evaluation").GetProperty("axes").EnumerateArray(), axis =>
            Assert.Equal(Clauses.Length, axis.GetProperty("confusion").EnumerateArray().Sum(cell => cell.GetProperty("clauses").GetInt32())));
    }

    [Fact]
    public void Write_Reliability_IsADrawingOfEveryLabel()
    {
        XDocument svg = XDocument.Load(_folder.Below("reliability.svg"));
        Assert.Equal("svg", svg.Root!.Name.LocalName);
        Assert.All(ScoreLabels.Names, name => Assert.Contains(name, svg.ToString(), StringComparison.Ordinal));
    }
}
