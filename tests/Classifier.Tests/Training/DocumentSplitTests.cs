using Classifier.Training;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.Training;

public sealed class DocumentSplitTests
{
    private const double NearDuplicate = 0.7;

    [Property]
    public void Deal_AnyDocumentsAndGroups_NeverPartsThem(byte[] documents, byte[] groups, byte seed)
    {
        LabelledClause[] clauses = [.. documents.Zip(groups).Select((pair, i) => LabelledClauses.Clause($"c{i}", $"text {Guid(i)}", $"d{pair.First % 7}", $"g{pair.Second % 9}"))];
        DocumentSplit split = new(clauses, NearDuplicate);
        if (split.Clusters.Distinct().Count() < 2)
        {
            Assert.Throws<InvalidDataException>(() => split.Deal(2, seed));
            return;
        }
        IReadOnlyList<int> parts = split.Deal(2, seed);
        Assert.Equal(2, parts.Distinct().Count());
        AssertTogether(clauses, parts, clause => clause.Document);
        AssertTogether(clauses, parts, clause => clause.Group);
    }

    [Fact]
    public void Clusters_NearlyTheSameTextInTwoDocuments_AreJoined()
    {
        const string text = "Member States shall take the necessary measures to ensure the confidentiality of all communications carried over public networks in their territory";
        DocumentSplit split = new([LabelledClauses.Clause("a", text, "one"), LabelledClauses.Clause("b", text + " and beyond", "two"), LabelledClauses.Clause("c", "Quite another sentence about spectrum and its use by the public", "three")], NearDuplicate);
        Assert.Equal(split.Clusters[0], split.Clusters[1]);
        Assert.NotEqual(split.Clusters[0], split.Clusters[2]);
    }

    [Fact]
    public void Deal_RowsInAnotherOrder_DealsEachClauseTheSame()
    {
        LabelledClause[] clauses = [.. LabelledClauses.Fifty], reversed = [.. clauses.Reverse()];
        IReadOnlyList<int> one = new DocumentSplit(clauses, NearDuplicate).Deal(3, 1), other = new DocumentSplit(reversed, NearDuplicate).Deal(3, 1);
        Assert.Equal(one, other.Reverse());
    }

    [Fact]
    public void Deal_FewerDocumentsThanParts_IsRefusedWithBothNumbers()
    {
        DocumentSplit split = new([LabelledClauses.Clause("a", "one", "d"), LabelledClauses.Clause("b", "two", "d")], NearDuplicate);
        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => split.Deal(5, 1));
        Assert.Contains("Found 1 independent", refused.Message, StringComparison.Ordinal);
        Assert.Contains("at least 5", refused.Message, StringComparison.Ordinal);
    }

    private static void AssertTogether(LabelledClause[] clauses, IReadOnlyList<int> parts, Func<LabelledClause, string> key) =>
        Assert.All(clauses.Zip(parts).GroupBy(pair => key(pair.First)), group => Assert.Single(group.Select(pair => pair.Second).Distinct()));

    private static string Guid(int i) => string.Join(' ', Enumerable.Range(0, 8).Select(word => $"w{(char)('a' + ((i * 7) + word) % 26)}{(char)('a' + i % 26)}{(char)('a' + i / 26)}"));
}
