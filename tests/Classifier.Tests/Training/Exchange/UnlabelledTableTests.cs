using Classifier.Tests.Reports;
using Classifier.Training.Exchange;
using Xunit;

namespace Classifier.Tests.Training.Exchange;

public sealed class UnlabelledTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("clause_id,text", true)]
    [InlineData("id,text,topic", true)]
    [InlineData("text", false)]
    [InlineData("id,text,force", false)]
    public void IsOne_AHead_SaysWhetherNobodyHasLabelled(string head, bool expected) =>
        Assert.Equal(expected, UnlabelledTable.IsOne(_folder.Write("a.csv", head + "\n"), LabelForm.Csv));

    [Fact]
    public void Read_ATableOfThisProgram_TakesGuardsOffAndLeavesOutHeadingsAndEmptyRows()
    {
        UnlabelledTable table = UnlabelledTable.Read(_folder.Write("a.csv", "clause_id,document,number,context,kind,text\na,d,1,,provision,'=1+1 blocks\nb,d,,,heading,Part A\nc,d,2,,provision,\n"));
        Assert.Equal(new UnlabelledClause { Id = "a", Group = "a", Document = "d", Text = "=1+1 blocks" }, Assert.Single(table.Clauses));
        Assert.Equal(2, table.LeftOut);
    }

    [Theory]
    [InlineData("id,text\na,t\na,u\n", "a.csv, line 3: found the id \"a\" of another clause")]
    [InlineData("id,text\n,t\n", "a.csv, line 2: found an empty \"id\"")]
    [InlineData("id,text\n", "a.csv: found no clause to label")]
    public void Read_WhatCannotBeLabelled_IsRefused(string content, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => UnlabelledTable.Read(_folder.Write("a.csv", content))).Message, StringComparison.Ordinal);
}
