using System.Globalization;
using System.Text.Json;
using Classifier.Models;
using CsvHelper;

namespace Classifier.Training;

/// <summary>One genre's or source's share of an evaluation.</summary>
/// <param name="Genre">Its name.</param>
/// <param name="Evaluation">The measures on its clauses.</param>
public sealed record GenreMetrics(string Genre, Evaluation Evaluation);

/// <summary>The headline measures with their bootstrap intervals over documents.</summary>
/// <param name="MeanAveragePrecision">Over six labels.</param>
/// <param name="MeanMacroF1">Over four axes.</param>
/// <param name="AveragePrecision">By label, in score order.</param>
public sealed record Intervals(Interval MeanAveragePrecision, Interval MeanMacroF1, IReadOnlyList<Interval> AveragePrecision);

/// <summary>
/// Writes everything that a reader of an evaluation may ask for: <c>evaluation.json</c> with intervals, confusion counts and results by genre, <c>errors.csv</c> with the surest
/// mistakes first, and <c>reliability.svg</c>.
/// </summary>
public sealed class EvaluationReport(Bootstrap bootstrap)
{
    private static readonly string[] ErrorColumns = ["id", "document", "label", "labelled", "probability", "threshold", "text"];

    /// <summary>Writes the report on a model.</summary>
    /// <param name="folder">Where; made if need be.</param>
    /// <param name="model">The model.</param>
    /// <param name="clauses">Clauses that it was not fitted on.</param>
    public void Write(string folder, IClauseModel model, IReadOnlyList<LabelledClause> clauses) =>
        Write(folder, model.Card.Id, model.Card, model.Score([.. clauses.Select(clause => clause.Text)]), clauses);

    /// <summary>Writes the report on probabilities that are at hand.</summary>
    /// <param name="folder">Where; made if need be.</param>
    /// <param name="name">What made them.</param>
    /// <param name="card">Where the thresholds stand.</param>
    /// <param name="scores">One row a clause, one column a label.</param>
    /// <param name="clauses">The clauses.</param>
    internal void Write(string folder, string name, ModelCard card, float[,] scores, IReadOnlyList<LabelledClause> clauses)
    {
        Directory.CreateDirectory(folder);
        var report = new
        {
            Model = name,
            Evaluation = Evaluation.Of(card, scores, clauses),
            Intervals = Measure(card, scores, clauses),
            Genres = clauses.Select((clause, row) => (clause.Genre, row)).GroupBy(pair => pair.Genre, pair => pair.row).OrderBy(genre => genre.Key, StringComparer.Ordinal)
                .Select(genre => new GenreMetrics(genre.Key, On(card, scores, clauses, [.. genre]))).ToArray(),
        };
        File.WriteAllText(Path.Combine(folder, "evaluation.json"), JsonSerializer.Serialize(report, ModelManifest.Json) + "\n");
        File.WriteAllText(Path.Combine(folder, "reliability.svg"), ReliabilityPlot.Draw(scores, clauses));
        WriteErrors(Path.Combine(folder, "errors.csv"), card, scores, clauses);
    }

    private Intervals Measure(ModelCard card, float[,] scores, IReadOnlyList<LabelledClause> clauses) => new(
        bootstrap.Of(clauses, rows => On(card, scores, clauses, rows).MeanAveragePrecision),
        bootstrap.Of(clauses, rows => On(card, scores, clauses, rows).MeanMacroF1),
        [.. ScoreLabels.All.Select(label => bootstrap.Of(clauses, rows => RankMetrics.AveragePrecision([.. rows.Select(row => scores[row, (int)label])], [.. rows.Select(row => clauses[row].Has(label))])))]);

    /// <summary>An evaluation on some of the rows, repeated where an index is.</summary>
    internal static Evaluation On(ModelCard card, float[,] scores, IReadOnlyList<LabelledClause> clauses, IReadOnlyList<int> rows)
    {
        float[,] some = new float[rows.Count, ScoreLabels.All.Count];
        for (int row = 0; row < rows.Count; row++)
        {
            for (int label = 0; label < ScoreLabels.All.Count; label++) some[row, label] = scores[rows[row], label];
        }
        return Evaluation.Of(card, some, [.. rows.Select(row => clauses[row])]);
    }

    private static void WriteErrors(string path, ModelCard card, float[,] scores, IReadOnlyList<LabelledClause> clauses)
    {
        using StreamWriter text = new(path) { NewLine = "\n" };
        using CsvWriter csv = new(text, CultureInfo.InvariantCulture);
        foreach (string column in ErrorColumns) csv.WriteField(column);
        csv.NextRecord();
        IEnumerable<(int Row, ScoreLabel Label)> errors = Enumerable.Range(0, clauses.Count).SelectMany(row => ScoreLabels.All.Select(label => (row, label)))
            .Where(cell => clauses[cell.row].Has(cell.label) != scores[cell.row, (int)cell.label] >= card.Thresholds[(int)cell.label]);
        foreach ((int row, ScoreLabel label) in errors.OrderByDescending(cell => Math.Abs(scores[cell.Row, (int)cell.Label] - (clauses[cell.Row].Has(cell.Label) ? 1 : 0))))
        {
            string[] cells =
            [
                clauses[row].Id, clauses[row].Document, label.Name(), clauses[row].Has(label) ? "1" : "0",
                scores[row, (int)label].ToString("F4", CultureInfo.InvariantCulture), card.Thresholds[(int)label].ToString("F4", CultureInfo.InvariantCulture), clauses[row].Text,
            ];
            foreach (string cell in cells) csv.WriteField(cell);
            csv.NextRecord();
        }
    }
}
