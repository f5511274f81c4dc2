using System.Text;
using Classifier.Scores;
using Classifier.Training;
using Classifier.Training.Exchange;
using Xunit;

namespace Classifier.Tests.Training.Exchange;

public sealed class LabelledClauseReaderTests : IDisposable
{
    private const string Header = "id,group,text,infrastructure,content,rights_impact,rights,framing,force,genre,topic\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("classifier-data-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_CsvAndJsonLinesOfOneClause_Agree()
    {
        LabelledClause csv = Assert.Single(Read("a.csv", Header + "x1,g1,\"Block, \"\"now\"\"\nall\",1,0,restricts,expression;privacy,state_centric,binding,bill,blocking\n"));
        LabelledClause json = Assert.Single(Read("a.jsonl", """{"id":"x1","group":"g1","text":"Block, \"now\"\nall","infrastructure":1,"content":0,"rights_impact":"restricts","rights":["expression","privacy"],"framing":"state_centric","force":"binding","genre":"bill","topic":"blocking"}"""));
        Assert.Equal(csv, json);
        Assert.Equal((Layer.Infrastructure, Rights.Expression | Rights.Privacy, "Block, \"now\"\nall"), (csv.Layer, csv.Rights, csv.Text));
    }

    [Theory]
    [InlineData("x,g,t,2,0,none,,neutral,none,,\n", "line 2: found infrastructure \"2\"; expected 0 or 1")]
    [InlineData("x,g,t,1,0,bad,,neutral,none,,\n", "line 2: found rights_impact \"bad\"; expected none or restricts or protects")]
    [InlineData("x,g,t,1,0,none,,Neutral,none,,\n", "line 2: found framing \"Neutral\"")]
    [InlineData("x,g,t,1,0,restricts,speech,neutral,none,,\n", "line 2: found rights \"speech\"")]
    [InlineData("x,g,t,1,0,restricts,,neutral,none,,\n", "expected rights to be empty exactly where rights_impact is none")]
    [InlineData("x,g,,1,0,none,,neutral,none,,\n", "line 2: found an empty \"text\"")]
    [InlineData("a,g,t,1,0,none,,neutral,none,,\nx,g,t,1\n", "line 3: the row has 4 cells where the head has 11 columns")]
    [InlineData("a,g,\"t\nt\",1,0,none,,neutral,none,,\nx,g,u,7,0,none,,neutral,none,,\n", "line 4: found infrastructure \"7\"")]
    [InlineData("a,g,t,1,0,none,,neutral,none,,\na,g,u,1,0,none,,neutral,none,,\n", "line 3: found the id \"a\" of another clause")]
    [InlineData("a,g,t,1,0,none,,neutral,none,,\nb,g,t,0,0,none,,neutral,none,,\n", "line 3: found the same text as")]
    public void Read_ABrokenCsv_IsRefusedWithPlaceFoundAndExpected(string rows, string message)
    {
        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => Read("a.csv", Header + rows));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Contains("a.csv", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "line 1: no column is called \"text\"")]
    [InlineData("id,text\nx,t\n", "found no column infrastructure, content, rights_impact, rights, framing, force")]
    public void Read_ACsvWithoutItsColumns_IsRefused(string content, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => Read("a.csv", content)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_SemicolonsAndByteOrderMarkOfASpreadsheet_AreRead() =>
        Assert.Equal("a; b", Assert.Single(Read("a.csv", "\uFEFF" + Header.Replace(',', ';') + "x;g;\"a; b\";1;0;none;;neutral;none;;\n")).Text);

    [Theory]
    [InlineData("{\"id\":\"x\"", "line 1: found text that is no whole JSON object")]
    [InlineData("\n[1]", "line 2: found a JSON Array; expected an object")]
    [InlineData("{\"id\":\"x\"}", "line 1: found no field \"text\"")]
    public void Read_BrokenJsonLines_AreRefused(string content, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => Read("a.jsonl", content)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_ATableOfThisProgramWithLabelsAdded_TakesClauseIdForIdWhereThereIsNone()
    {
        const string Row = "x,9,t,1,0,none,,neutral,none\n";
        Assert.Equal("x", Assert.Single(Read("a.csv", "clause_id,page,text,infrastructure,content,rights_impact,rights,framing,force\n" + Row)).Id);
        Assert.Equal("9", Assert.Single(Read("a.csv", "clause_id,id,text,infrastructure,content,rights_impact,rights,framing,force\n" + Row)).Id);
        Assert.Equal("x", Assert.Single(Read("a.jsonl", """{"clause_id":"x","text":"t","infrastructure":1,"content":0,"rights_impact":"none","rights":[],"framing":"neutral","force":"none"}""")).Id);
    }

    [Fact]
    public void Read_BytesThatAreNotUtf8_AreRefused()
    {
        string path = Path.Combine(_folder, "latin.csv");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(Header + "x,g,Zürich,1,0,none,,neutral,none,,\n"));
        Assert.Contains("not UTF-8", Assert.Throws<InvalidDataException>(() => LabelledClauseReader.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnotherExtension_IsRefused() => Assert.Contains("expected .csv", Assert.Throws<InvalidDataException>(() => Read("a.txt", "")).Message, StringComparison.Ordinal);

    [SharedFact("corpus/clauses.jsonl")]
    public void ShippedClauses_AgainstTheCorpus_AreTheSame() =>
        Assert.Equal(LabelledClauseReader.Read(ProjectFiles.InShared("corpus", "clauses.jsonl")), LabelledClauseReader.Read(ProjectFiles.InRoot("data", "clauses.csv")));

    [Fact]
    public void ShippedClauses_Always_AreRead() => Assert.Equal(3071, LabelledClauseReader.Read(ProjectFiles.InRoot("data", "clauses.csv")).Count);

    [Fact]
    public void ContrastSet_Always_IsReadAndUnknownToTheShippedModel()
    {
        IReadOnlyList<LabelledClause> clauses = LabelledClauseReader.Read(ProjectFiles.InRoot("data", "contrast.csv"));
        Assert.Equal(753, clauses.Count);
        Assert.Empty(LearntClauses.Warnings(ProjectFiles.InRoot("models", "default"), clauses));
    }

    private IReadOnlyList<LabelledClause> Read(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return LabelledClauseReader.Read(path);
    }
}
