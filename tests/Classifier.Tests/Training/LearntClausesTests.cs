using Classifier.Models;
using Classifier.Tests.Models;
using Classifier.Training;
using Xunit;

namespace Classifier.Tests.Training;

public sealed class LearntClausesTests(TrainedFolder trained) : IClassFixture<TrainedFolder>
{
    private const string Text = "Member States shall take the necessary measures to ensure the confidentiality of all communications carried over public networks in their territory";

    [Fact]
    public void Knows_EveryClauseLearntFrom_SaysSo()
    {
        LearntClauses learnt = LearntClauses.OfFolder(trained.Path)!;
        Assert.All(LabelledClauses.Fifty, clause => Assert.True(learnt.Knows(clause)));
    }

    [Theory]
    [InlineData(Text, true)]
    [InlineData("4. " + Text + " and beyond.", true)]
    [InlineData("Each operator shall inform its correspondents of any outage on the gateway which lasts longer than thirty minutes", false)]
    [InlineData("Member States shall", false)]
    [InlineData("", false)]
    public void Knows_AnotherClause_OnlyWhereItIsNearlyAlike(string text, bool known) =>
        Assert.Equal(known, LearntClauses.Of([LabelledClauses.Clause("a", Text)]).Knows(LabelledClauses.Clause("b", text)));

    [Fact]
    public void Warnings_AnotherClauseOfADocumentLearntFrom_NameTheDocumentAlone()
    {
        string warning = Assert.Single(LearntClauses.Of([LabelledClauses.Clause("a", Text, "d1")]).Warnings([LabelledClauses.Clause("b", "Quite another sentence.", "d1"), LabelledClauses.Clause("c", "And one more.", "d2")]));
        Assert.StartsWith("warning: 1 of 2 clauses are of documents", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_NothingInCommon_AreNone() => Assert.Empty(LearntClauses.Of([LabelledClauses.Clause("a", Text, "d1")]).Warnings([LabelledClauses.Clause("b", "Quite another sentence.", "d2")]));

    [Fact]
    public void ToBytes_ClausesInAnotherOrder_AreTheSame() =>
        Assert.Equal(LearntClauses.Of(LabelledClauses.Fifty).ToBytes(), LearntClauses.Of(LabelledClauses.Fifty.Reverse()).ToBytes());

    [Fact]
    public void OfFolder_ACutFile_IsRefusedByName()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("classifier-learnt-");
        try
        {
            string file = Path.Combine(folder.FullName, ModelFolder.LearntFile);
            File.WriteAllBytes(file, LearntClauses.Of(LabelledClauses.Fifty).ToBytes()[..^3]);
            Assert.Contains(file, Assert.Throws<InvalidDataException>(() => LearntClauses.OfFolder(folder.FullName)).Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
