using Classifier.Scores;
using Classifier.Tests.Reports;
using Classifier.Training;
using Classifier.Training.Exchange;
using Xunit;

namespace Classifier.Tests.Training.Exchange;

/// <summary>Files as Label Studio, doccano and Prodigy export them, and what can be wrong with them.</summary>
public sealed class AnnotatorFormTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_ATaskOfLabelStudio_TakesItsChoicesAndSkipsWhatWasCancelled()
    {
        LabelledClause clause = Assert.Single(Read("a.json", """
            [
              {"id": 7, "data": {"text": "Block it."}, "project": 83, "predictions": [], "annotations": [
                {"id": 1, "was_cancelled": true, "result": []},
                {"id": 2, "was_cancelled": false, "completed_by": 10, "result": [
                  {"from_name": "layer", "to_name": "text", "type": "choices", "value": {"choices": ["infrastructure", "content"]}},
                  {"from_name": "rights_impact", "to_name": "text", "type": "choices", "value": {"choices": ["restricts"]}},
                  {"from_name": "rights", "to_name": "text", "type": "choices", "value": {"choices": ["expression"]}},
                  {"from_name": "force", "to_name": "text", "type": "choices", "value": {"choices": ["none"]}}]}]},
              {"id": 8, "data": {"text": "Skipped."}, "annotations": [{"id": 3, "was_cancelled": true, "result": []}]}
            ]
            """));
        Assert.Equal(("7", "Block it.", Layer.Both, RightsImpact.Restricts, Rights.Expression, Framing.Neutral, Force.None),
            (clause.Id, clause.Text, clause.Layer, clause.RightsImpact, clause.Rights, clause.Framing, clause.Force));
    }

    [Fact]
    public void Read_ALineOfDoccano_TakesItsLabelsAndOurIdOverItsOwn()
    {
        IReadOnlyList<LabelledClause> clauses = Read("a.jsonl", """
            {"id": 4, "text": "States decide.", "label": ["binding", "state_centric"], "Comments": [], "clause": "s1", "document": "bill"}
            {"id": 5, "text": "Nothing.", "label": ["none"], "Comments": []}
            """);
        Assert.Equal(["s1", "5"], clauses.Select(clause => clause.Id));
        Assert.Equal((Framing.StateCentric, Force.Binding, "bill"), (clauses[0].Framing, clauses[0].Force, clauses[0].Document));
        Assert.Equal((Layer.Neither, Framing.Neutral, Force.None), (clauses[1].Layer, clauses[1].Framing, clauses[1].Force));
    }

    [Fact]
    public void Read_LinesOfProdigy_LeaveOutWhatWasIgnored()
    {
        LabelledClause clause = Assert.Single(Read("a.jsonl", """
            {"text": "Letters are secret.", "options": [{"id": "protects", "text": "protects"}], "_input_hash": 1, "_task_hash": -2, "accept": ["protects", "privacy"], "answer": "accept"}
            {"text": "What?", "_input_hash": 3, "_task_hash": 4, "accept": [], "answer": "ignore"}
            """));
        Assert.Equal(("-2", RightsImpact.Protects, Rights.Privacy), (clause.Id, clause.RightsImpact, clause.Rights));
    }

    [Theory]
    [InlineData("a.json", "[{\"id\":7,\"data\":{\"text\":\"t\",ID},\"annotations\":[{\"result\":[{\"type\":\"choices\",\"value\":{\"choices\":[\"none\"]}}]}]}]")]
    [InlineData("a.jsonl", "{\"id\":7,\"text\":\"t\",ID,\"label\":[\"none\"]}")]
    [InlineData("a.jsonl", "{\"text\":\"t\",ID,\"_task_hash\":7,\"accept\":[],\"answer\":\"accept\"}")]
    public void Read_ATaskThatKeptOurId_PrefersItToTheToolsNumber(string name, string content)
    {
        string IdWith(string own) => Assert.Single(Read(name, content.Replace("ID", own, StringComparison.Ordinal))).Id;
        Assert.Equal("ours", IdWith("\"clause_id\":\"ours\""));
        Assert.Equal("ours", IdWith("\"meta\":{\"clause_id\":\"ours\"}"));
        Assert.Equal("ours", IdWith("\"meta\":{\"clause_id\":\"reported\",\"id\":\"ours\"}"));
        Assert.Equal("7", IdWith("\"meta\":{\"source\":\"x\"}"));
    }

    [Theory]
    [InlineData("a.jsonl", "{\"id\":1,\"text\":\"t\",\"label\":[\"none\"]}\n{\"id\":2,\"text\":\"u\",\"label\":[\"hostile\"]}", "a.jsonl, line 2: found the label \"hostile\"; expected infrastructure or content or ")]
    [InlineData("a.jsonl", "{\"id\":1,\"text\":\"t\",\"label\":[[0,2,\"binding\"]]}", "line 1: found [0,2,\"binding\"] in \"label\"; expected the name of a label")]
    [InlineData("a.jsonl", "{\"id\":1,\"text\":\"t\",\"label\":[]}", "line 1: found no label; expected an annotator's answers, \"none\" where no label holds")]
    [InlineData("a.jsonl", "{\"id\":1,\"text\":\"t\",\"label\":\"binding\"}", "line 1: found no list \"label\"")]
    [InlineData("a.jsonl", "{\"id\":1,\"text\":\"t\",\"label\":[\"binding\",\"voluntary\"]}", "line 1: found both \"binding\" and \"voluntary\"; expected at most one")]
    [InlineData("a.jsonl", "{\"id\":1,\"text\":\"t\",\"label\":[\"restricts\"]}", "line 1: found rights_impact \"restricts\" with rights \"\"")]
    [InlineData("a.jsonl", "{\"id\":1,\"text\":\"t\",\"label\":[\"none\"]}\n{\"id\":2,\"text\":\"t\",\"label\":[\"binding\"]}", "line 2: found the same text as ")]
    [InlineData("a.jsonl", "{\"text\":\"t\",\"accept\":[],\"answer\":\"yes\",\"_task_hash\":1}", "line 1: found the answer \"yes\"; expected accept or ignore or reject")]
    [InlineData("a.jsonl", "{\"text\":\"t\",\"accept\":[],\"_task_hash\":1}", "line 1: found no \"answer\"")]
    [InlineData("a.jsonl", "{\"text\":\"t\",\"accept\":[],\"answer\":\"accept\"}", "line 1: found no field \"id\"")]
    [InlineData("a.json", "{}", "line 1: found no list; expected a JSON list of tasks")]
    [InlineData("a.json", "[\n{\"data\":{\"text\":\"t\"},\"annotations\":[]}]", "line 2: found no annotation; expected one")]
    [InlineData("a.json", "[\n\n{\"id\":1}]", "line 3, task 1: found no \"data\"")]
    [InlineData("a.json", "[\n{\"id\":1,\n\"data\":{\"text\":\"t\"},\"annotations\":[{\"result\":[{\"type\":\"choices\",\"value\":{\"choices\":[\"none\"]}}]}]},\n{\"id\":2,\"data\":{\"text\":\"u\"}}]", "line 4, task 2: found no list \"annotations\"")]
    [InlineData("a.json", "[\n{\"id\":1,\n\"data", "line 3: found text that is no whole JSON")]
    [InlineData("a.json", "[] []", "found text that is no whole JSON")]
    [InlineData("a.json", "[{\"id\":1,\"data\":{\"text\":\"t\"},\"annotations\":[{\"result\":[{\"type\":\"choices\",\"value\":{\"choices\":[\"none\"]}}]},{\"result\":[{\"type\":\"choices\",\"value\":{\"choices\":[\"binding\"]}}]}]}]", "line 1, task 1: found 2 annotations that differ")]
    [InlineData("a.json", "[{\"id\":7,\"data\":{\"text\":\"t\",\"id\":\"c\"},\"annotations\":[{\"result\":[]}]}]", "line 1, task 7: found an annotation without any choice; expected an annotator's answers")]
    public void Read_ABrokenFile_IsRefusedWithPlaceFoundAndExpected(string name, string content, string message)
    {
        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => Read(name, content));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
    }

    private IReadOnlyList<LabelledClause> Read(string name, string content) => LabelledClauseReader.Read(_folder.Write(name, content));
}
