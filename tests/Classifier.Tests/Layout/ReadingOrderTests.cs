using Classifier.Layout;
using Xunit;

namespace Classifier.Tests.Layout;

public sealed class ReadingOrderTests
{
    [Fact]
    public void Analyze_TwoColumnsUnderATitle_ReadsTheLeftOneFirst()
    {
        TypedPdf pdf = new TypedPdf().Print(150, 80, "Working paper on the exchange of traffic between networks");
        for (int i = 0; i < 12; i++) pdf.Print(72, 110 + 14 * i, $"left {i} words that fill a column", 11).Print(310, 113 + 14 * i, $"right {i} words that fill a column", 11);
        string[] lines = [.. pdf.Analyze().Lines()];
        Assert.StartsWith("Working", lines[0], StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, 12).Select(i => $"left {i} words that fill a column"), lines[1..13]);
        Assert.Equal(Enumerable.Range(0, 12).Select(i => $"right {i} words that fill a column"), lines[13..]);
    }

    [Theory]
    [InlineData(72)]
    [InlineData(72.4)]
    public void Analyze_NumberPrintedOverTheFirstWord_StandsOnALineBeforeIt(double left) =>
        Assert.Equal(["33", "Reasons: The text is out of date."], new TypedPdf().Print(72, 100, "Reasons: The text is out of date.").Print(left, 100, "33").Analyze().Lines());

    [Fact]
    public void Analyze_WhiteAcrossBothColumns_EndsThem()
    {
        TypedPdf pdf = new();
        for (int i = 0; i < 16; i++)
        {
            int y = 110 + 14 * i + (i < 8 ? 0 : 60);
            pdf.Print(72, y, $"left {i} words that fill a column", 11).Print(310, y + 3, $"right {i} words that fill a column", 11);
        }
        IEnumerable<string> Side(string name, int from) => Enumerable.Range(from, 8).Select(i => $"{name} {i} words that fill a column");
        Assert.Equal([.. Side("left", 0), .. Side("right", 0), .. Side("left", 8), .. Side("right", 8)], pdf.Analyze().Lines());
    }

    [Fact]
    public void Analyze_WhiteAboveTheEndOfOneColumn_DoesNotEndThem()
    {
        TypedPdf pdf = new();
        for (int i = 0; i < 10; i++) pdf.Print(72, 110 + 14 * i, $"left {i} words that fill a column", 11).Print(310, 113 + 14 * i, $"right {i} words that fill a column", 11);
        pdf.Print(310, 320, "right 10 words that fill a column", 11);
        Assert.Equal(
            [.. Enumerable.Range(0, 10).Select(i => $"left {i} words that fill a column"), .. Enumerable.Range(0, 11).Select(i => $"right {i} words that fill a column")],
            pdf.Analyze().Lines());
    }

    [Fact]
    public void Analyze_NumbersBesideHangingText_AreNoColumn()
    {
        TypedPdf pdf = new();
        for (int i = 0; i < 12; i++) pdf.Print(72, 100 + 28 * i, $"{i + 1}A").Print(120, 100 + 28 * i, "Member States shall cooperate with each other in this").Print(120, 114 + 28 * i, "matter as far as their means allow.");
        Assert.Equal(24, Assert.Single(pdf.Analyze().Regions).Lines.Count);
    }

    [Fact]
    public void Analyze_RaisedMark_StaysInItsLine()
    {
        LaidOutDocument document = new TypedPdf().Print(72, 100, "organisations").Print(148, 96, "1", 7).Print(160, 100, "shall be heard").Analyze();
        LaidOutLine line = Assert.Single(Assert.Single(document.Regions).Lines);
        Assert.Equal("organisations 1 shall be heard", line.Text());
        Assert.Equal("1", Assert.Single(line.Words, word => word.Raised).Text);
    }

    [Fact]
    public void Analyze_SmallPrintUnderARule_IsAFootnote()
    {
        TypedPdf pdf = new();
        for (int i = 0; i < 10; i++) pdf.Print(72, 100 + 16 * i, "The Conference shall decide on the matter at its next session");
        pdf.Rule(72, 735, 200, 735).Print(72, 750, "1 See the report of the chair.", 9).Print(72, 762, "2 Not yet published.", 9);
        Region[] notes = [.. pdf.Analyze().Regions.Where(region => region.Kind == RegionKind.Footnote)];
        Assert.Equal(["1 See the report of the chair.", "2 Not yet published."], notes.Select(note => note.Lines.Single().Text()));
    }

    [Fact]
    public void Analyze_TableOverTwoPages_IsOneTableWithOneHead()
    {
        TypedPdf pdf = new();
        for (int page = 0; page < 2; page++)
        {
            if (page > 0) pdf.NewPage();
            pdf.Print(80, 115, "Current text").Print(280, 115, "Proposed text").Print(80, 139, $"{page}1 old words.").Print(280, 139, $"{page}1 new words.");
            foreach (double y in new[] { 100.0, 120, 145 }) pdf.Rule(72, y, 500, y);
            foreach (double x in new[] { 72.0, 272, 500 }) pdf.Rule(x, 100, x, 145);
        }
        LaidOutDocument document = pdf.Analyze();
        Assert.Equal(2, document.Regions.Count(region => region.Kind == RegionKind.TableHead));
        Assert.Equal("repeated_table_head", Assert.Single(document.Removed).Reason);
        Assert.All(document.Regions, region => Assert.Equal(0, region.Cell!.Table));
        Assert.Equal([0, 0, 1, 1, 2, 2], document.Regions.Select(region => region.Cell!.Row));
    }
}
