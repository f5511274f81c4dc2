using Classifier.Models;
using Classifier.Training.Exchange;

namespace Classifier.Training;

/// <summary>A file of labelled clauses and how much each of them counts.</summary>
/// <param name="Path">The file.</param>
/// <param name="Weight">Above 0; 1 is a clause in full. Clauses of a lower weight teach, but thresholds, calibration and figures come from those of the highest weight alone.</param>
public sealed record TrainingSource(string Path, float Weight = 1);

/// <summary>All clauses of a training run in one order that does not depend on the order of files or rows.</summary>
internal sealed class TrainingSet
{
    private TrainingSet(IReadOnlyList<TrainingFile> files, (LabelledClause Clause, float Weight)[] rows)
    {
        Files = files;
        Clauses = [.. rows.Select(row => row.Clause)];
        Weights = [.. rows.Select(row => row.Weight)];
        Scanned = [.. rows.Select(row => ClauseScanner.Scan(row.Clause.Text))];
        float full = Weights.Max();
        Measured = [.. Enumerable.Range(0, rows.Length).Where(i => Weights[i] == full)];
    }

    /// <summary>What was read, sorted by name.</summary>
    public IReadOnlyList<TrainingFile> Files { get; }

    /// <summary>The clauses.</summary>
    public IReadOnlyList<LabelledClause> Clauses { get; }

    /// <summary>How much each counts.</summary>
    public IReadOnlyList<float> Weights { get; }

    /// <summary>Each clause as the models see it.</summary>
    public IReadOnlyList<ScannedClause> Scanned { get; }

    /// <summary>Indexes of the clauses of full weight: those that stand for life, and on which the model is calibrated and measured.</summary>
    public IReadOnlyList<int> Measured { get; }

    /// <summary>Reads files.</summary>
    /// <exception cref="InvalidDataException">A file is not as expected, or two of them label the same text differently.</exception>
    public static TrainingSet Read(IReadOnlyList<TrainingSource> sources)
    {
        List<(LabelledClause, float)> rows = [];
        List<TrainingFile> files = [];
        Dictionary<string, (string Place, LabelledClause Clause)> byText = new(StringComparer.Ordinal);
        foreach (TrainingSource source in sources)
        {
            if (!(source.Weight > 0) || !float.IsFinite(source.Weight)) throw new InvalidDataException($"{source.Path}: found the weight {source.Weight}; expected a number above 0.");
            IReadOnlyList<(string Place, LabelledClause Clause)> clauses = LabelledClauseReader.ReadPlaced(source.Path, LabelForms.Recognize(source.Path));
            files.Add(new TrainingFile(Path.GetFileName(source.Path), ModelFolder.Hash(File.ReadAllBytes(source.Path)), clauses.Count, source.Weight));
            foreach ((string place, LabelledClause clause) in clauses)
            {
                if (byText.TryGetValue(clause.Text, out (string Place, LabelledClause Clause) other) && !other.Clause.AgreesWith(clause))
                {
                    throw new InvalidDataException($"{place}: found the text of \"{clause.Id}\" with other labels as \"{other.Clause.Id}\" ({other.Place}); expected one answer for one text.");
                }
                byText.TryAdd(clause.Text, (place, clause));
                rows.Add((clause, source.Weight));
            }
        }
        return new TrainingSet(
            [.. files.OrderBy(file => file.Name, StringComparer.Ordinal).ThenBy(file => file.Sha256, StringComparer.Ordinal)],
            [.. rows.OrderBy(row => row.Item1.Id, StringComparer.Ordinal).ThenBy(row => row.Item1.Text, StringComparer.Ordinal).ThenBy(row => row.Item2)]);
    }
}
