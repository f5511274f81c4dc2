using Classifier.Layout;
using Xunit;

namespace Classifier.Tests.Layout;

/// <summary>Tables without upright rules.</summary>
public sealed class OpenTableTests
{
    [Fact]
    public void Analyze_LevelRulesAroundColumns_AreATable()
    {
        TypedPdf pdf = Row(Row(new TypedPdf(), 120, "21 Members may meet", "22 Members may vote"), 160, "21 Members shall meet", "22 Members shall vote");
        LaidOutDocument document = Rules(pdf.Print(80, 95, "Current text").Print(300, 95, "Proposed text"), 80, 100, 145, 185).Analyze();
        Assert.Equal([(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)], document.Regions.Select(region => (region.Cell!.Row, region.Cell.Column)));
        Assert.Equal([RegionKind.TableHead, RegionKind.TableHead], document.Regions.Take(2).Select(region => region.Kind));
    }

    [Fact]
    public void Analyze_RulesAroundHeadAndBodyAlone_RowsArePartedByWhite()
    {
        TypedPdf pdf = Row(Row(new TypedPdf(), 120, "21 Members may meet", "22 Members may vote"), 160, "21 Members shall meet", "22 Members shall vote");
        LaidOutDocument document = Rules(pdf.Print(80, 95, "Current text").Print(300, 95, "Proposed text"), 80, 100, 185).Analyze();
        Assert.Equal([0, 0, 1, 1, 2, 2], document.Regions.Select(region => region.Cell!.Row));
    }

    [Fact]
    public void Analyze_ParagraphWhoseLinesAreAllUnderlined_IsNoTable()
    {
        TypedPdf pdf = new();
        foreach (double y in new[] { 100.0, 114, 128, 142 }) pdf.Print(80, y, "Members shall meet").Print(300, y, "and they shall vote").Rule(80, y + 1.5, 500, y + 1.5);
        Assert.All(pdf.Analyze().Regions, region => Assert.Null(region.Cell));
    }

    [Fact]
    public void Analyze_RunningTextBetweenRules_IsNoTable()
    {
        TypedPdf pdf = new();
        foreach (double y in new[] { 100.0, 114, 150, 164 }) pdf.Print(80, y, "Members shall meet every year in the city that they have chosen, and vote.");
        Assert.All(Rules(pdf, 85, 130, 180).Analyze().Regions, region => Assert.Null(region.Cell));
    }

    private static TypedPdf Row(TypedPdf pdf, double y, string left, string right) =>
        pdf.Print(80, y, left).Print(80, y + 14, "every year in town.").Print(300, y, right).Print(300, y + 14, "by show of hands.");

    private static TypedPdf Rules(TypedPdf pdf, params double[] heights)
    {
        foreach (double y in heights) pdf.Rule(75, y, 500, y);
        return pdf;
    }
}
