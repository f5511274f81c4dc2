using Classifier.Models;
using Classifier.Scores;
using Classifier.Training;

namespace Classifier.Tests.Training;

/// <summary>Labelled clauses and tiny models made in the test.</summary>
internal static class LabelledClauses
{
    public static LabelledClause Clause(string id, string text, string document = "", string group = "") => new()
    {
        Id = id,
        Group = group.Length > 0 ? group : id,
        Document = document,
        Text = text,
        Layer = Layer.Neither,
        RightsImpact = RightsImpact.None,
        Rights = Rights.None,
        Framing = Framing.Neutral,
        Force = Force.None,
    };

    /// <summary>Fifty clauses in which each label hangs on words of its own, five to a document.</summary>
    public static IReadOnlyList<LabelledClause> Fifty { get; } = [.. Enumerable.Range(0, 50).Select(Made)];

    /// <summary>Writes clauses as a CSV file in the form of <c>data/clauses.csv</c>.</summary>
    public static string Write(string path, IEnumerable<LabelledClause> clauses)
    {
        static string Name<T>(T value) where T : struct, Enum => value.ToString().Replace("Centric", "_centric", StringComparison.Ordinal).ToLowerInvariant();
        File.WriteAllLines(path, clauses
            .Select(clause => string.Join(',', clause.Id, clause.Group, clause.Document, clause.Text, clause.Has(ScoreLabel.Infrastructure) ? 1 : 0, clause.Has(ScoreLabel.Content) ? 1 : 0,
                Name(clause.RightsImpact), Name(clause.Rights).Replace(", ", ";", StringComparison.Ordinal).Replace("none", "", StringComparison.Ordinal), Name(clause.Framing), Name(clause.Force)))
            .Prepend("id,group,document,text,infrastructure,content,rights_impact,rights,framing,force"));
        return path;
    }

    private static LabelledClause Made(int i)
    {
        string[] layer = ["the committee", "the cable network", "each publication", "a spam message"];
        string[] impact = ["keeps minutes", "blocks speech", "keeps letters confidential"];
        string[] framing = ["in March", "as the Government directs", "with civil society and users"];
        string[] force = ["Noting that", "Operators shall see that", "Members are encouraged so that"];
        return Clause($"c{i:00}", $"{force[i % 3]} {layer[i % 4]} {framing[i / 3 % 3]} {impact[i / 2 % 3]} number {i}", $"d{i / 5}") with
        {
            Layer = (Layer)(i % 4),
            RightsImpact = (RightsImpact)(i / 2 % 3),
            Rights = (Rights)(i / 2 % 3),
            Framing = (Framing)(i / 3 % 3),
            Force = (Force)(i % 3),
        };
    }
}
