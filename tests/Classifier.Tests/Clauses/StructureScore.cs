using System.Text.Json;
using Classifier.Clauses;

namespace Classifier.Tests.Clauses;

/// <summary>Counts how far extracted clauses agree with the written truth of a document: the same measure as the shared scorer, but for exact texts only.</summary>
internal sealed class StructureScore
{
    private static readonly HashSet<string> Required = ["provision", "recital", "definition", "reason", "paragraph"];

    public int Truth { get; private set; }

    public int Found { get; private set; }

    public int Predicted { get; private set; }

    public (int Right, int All) Status { get; private set; }

    public (int Right, int All) Number { get; private set; }

    public (int Right, int All) Proposal { get; private set; }

    public (int Right, int All) Kind { get; private set; }

    public (int Right, int All) Deleted { get; private set; }

    /// <summary>Harmonic mean of recall and precision over the clauses that must be found.</summary>
    public double F1 => 2.0 * Found / (Predicted + Truth);

    public void Add(string truthFile, IReadOnlyList<Clause> clauses)
    {
        using JsonDocument truth = JsonDocument.Parse(File.ReadAllBytes(truthFile));
        List<Clause> left = [.. clauses.Where(clause => Squash(clause.Text + clause.DeletedText).Length > 0)];
        int extra = left.Count;
        foreach (JsonElement wanted in truth.RootElement.GetProperty("clauses").EnumerateArray())
        {
            string text = Squash(Of(wanted, "text")), deleted = Squash(Of(wanted, "deleted")), kind = Of(wanted, "kind");
            if (text.Length + deleted.Length == 0) continue;
            bool required = Required.Contains(kind);
            if (required) Truth++;
            Clause? got = left.Find(clause => text.Length > 0 ? Squash(clause.Text) == text : clause.Text.Length == 0 && Squash(clause.DeletedText) == deleted);
            if (got is null) continue;
            left.Remove(got);
            extra--;
            if (!required) continue;
            Found++;
            Kind = Count(Kind, kind.Equals(got.Kind.ToString(), StringComparison.OrdinalIgnoreCase));
            if (Of(wanted, "status") != "none") Status = Count(Status, Of(wanted, "status").Equals(got.Status.ToString(), StringComparison.OrdinalIgnoreCase));
            if (Of(wanted, "number").Length > 0) Number = Count(Number, Squash(Of(wanted, "number")) == Squash(got.Number));
            if (Of(wanted, "proposal").Length > 0) Proposal = Count(Proposal, Of(wanted, "proposal") == got.Proposal);
            if (deleted.Length > 0 && text.Length > 0) Deleted = Count(Deleted, deleted == Squash(got.DeletedText));
        }
        Predicted = Predicted + Found - FoundBefore + extra;
        FoundBefore = Found;
    }

    private int FoundBefore { get; set; }

    private static (int, int) Count((int Right, int All) count, bool right) => (count.Right + (right ? 1 : 0), count.All + 1);

    private static string Of(JsonElement clause, string name) => clause.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";

    private static string Squash(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
