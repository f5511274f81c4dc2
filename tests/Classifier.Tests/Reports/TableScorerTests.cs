using System.Text;
using Classifier.Reports;
using Classifier.Scores;
using Classifier.Tests.Scores;
using Xunit;

namespace Classifier.Tests.Reports;

public sealed class TableScorerTests
{
    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public void Score_OtherColumns_PassThroughUnchanged(string delimiter)
    {
        (IReadOnlyList<string[]> rows, _) = Score(string.Join(delimiter, "note", "text", "") + "\n" + string.Join(delimiter, "\"=a \"\"b\"\"\"", "\"They shall, block\n it\"", " x ") + "\n", delimiter);
        Assert.Equal(["note", "text", ""], rows[0][..3]);
        Assert.Equal(["=a \"b\"", "They shall, block\n it", " x "], rows[1][..3]);
        string Cell(string column) => rows[1][Array.IndexOf(rows[0], column)];
        Assert.Equal("restricts", Cell("rights_impact"));
        Assert.Equal("binding", Cell("force"));
        Assert.Equal("0.9000", Cell("restricts"));
        Assert.Equal("words@aaaaaaaa", Cell("model"));
    }

    [Theory]
    [InlineData("id,words\n1,a\n", "line 1", "no column is called \"text\"")]
    [InlineData("text,a,a\nx,1,2\n", "line 1", "two columns are called \"a\"")]
    [InlineData("id,text\n1,a\n2\n", "line 3", "1 cells")]
    [InlineData("id,text\n\"1\nx\",a\n2,b,c\n", "line 4", "3 cells")]
    [InlineData("id,text\n1,a\n2,\"b\n3,c\n", "line 3", "a quote is not closed")]
    [InlineData("id,text,restricts\n1,a,0\n", "line 1", "restricts")]
    [InlineData("", "line 1", "no column")]
    public void Score_BrokenTable_NamesFileAndLine(string table, string line, string fault)
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => Score(table, ","));
        Assert.Contains("clauses.csv", error.Message, StringComparison.Ordinal);
        Assert.Contains(line + ":", error.Message, StringComparison.Ordinal);
        Assert.Contains(fault, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_BytesThatAreNotUtf8_NamesTheLine()
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => Score([.. "text\na\n"u8, 0xe9, .. "\n"u8], ",", false));
        Assert.Contains("line 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_Utf16_IsRefused()
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => Score([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("text\na\n")], ",", false));
        Assert.Contains("UTF-16", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_ColumnsOfScores_AreReplacedWhenAsked()
    {
        (IReadOnlyList<string[]> rows, int count) = Score(Encoding.UTF8.GetBytes("restricts,text\n7,shall block\n"), ",", replace: true);
        Assert.Equal(1, count);
        Assert.Equal("text", rows[0][0]);
        Assert.Equal("0.9000", rows[1][Array.IndexOf(rows[0], "restricts")]);
    }

    [Fact]
    public void Score_ATableOfClauses_ReadsContextNumberAndWhatWouldGo()
    {
        (IReadOnlyList<string[]> rows, _) = Score("clause_id,context,number,text,deleted_text\n1,Operators shall:,(a),keep records,\n2,,,,Operators shall block\n3,,,shall block,stakeholder\n", ",");
        (IReadOnlyList<string[]> others, _) = Score("context,number,text\nOperators shall:,(a),keep records\n", ",");
        int binding = Array.IndexOf(rows[0], "binding"), restricts = Array.IndexOf(rows[0], "restricts"), multistakeholder = Array.IndexOf(rows[0], "multistakeholder");
        Assert.Equal(("0.9000", "0.9000"), (rows[1][binding], rows[2][restricts]));
        Assert.NotEqual("0.9000", rows[3][multistakeholder]);
        Assert.NotEqual("0.9000", others[1][Array.IndexOf(others[0], "binding")]);
    }

    [Fact]
    public void Score_MoreRowsThanABatch_ScoresEveryOne()
    {
        (IReadOnlyList<string[]> rows, int count) = Score("text\n" + string.Concat(Enumerable.Range(0, 1000).Select(i => $"clause {i}\n")), ",");
        Assert.Equal(1000, count);
        Assert.Equal("clause 999", rows[^1][0]);
    }

    private static (IReadOnlyList<string[]> Rows, int Count) Score(string table, string delimiter) => Score(Encoding.UTF8.GetBytes(table), delimiter, false);

    private static (IReadOnlyList<string[]> Rows, int Count) Score(byte[] table, string delimiter, bool replace)
    {
        using TemporaryFolder folder = new();
        string path = folder.Below("clauses.csv");
        File.WriteAllBytes(path, table);
        using MemoryStream output = new();
        int count = new TableScorer(new ClauseScorer(new WordListModel(), new ScoreOptions())).Score(path, output, replace);
        output.Position = 0;
        using CsvHelper.CsvParser parser = new(new StreamReader(output), new CsvHelper.Configuration.CsvConfiguration(System.Globalization.CultureInfo.InvariantCulture) { Delimiter = delimiter });
        List<string[]> rows = [];
        while (parser.Read()) rows.Add(parser.Record!);
        return (rows, count);
    }
}
