using System.Text.Json;
using Classifier.Layout;
using Xunit;

namespace Classifier.Tests.Layout;

public sealed class RevisionMarkTests
{
    [Fact]
    public void Analyze_StruckAndUnderlinedWords_AreDeletedAndInserted()
    {
        LaidOutDocument document = new TypedPdf().Print(72, 100, "Parties").Strike(130, 100, "should").Underline(180, 100, "shall").Print(220, 100, "cooperate.").Analyze();
        Assert.True(document.HasRevisionMarks);
        Assert.Equal("should", document.Marked(Mark.Deleted));
        Assert.Equal("shall", document.Marked(Mark.Inserted));
    }

    [Fact]
    public void Analyze_LineThroughHalfAWord_MarksThatHalf()
    {
        LaidOutDocument document = new TypedPdf().Print(72, 100, "WWWWiiii").Rule(72, 97, 72 + 4 * 12 * 0.944, 97).Analyze();
        Assert.Equal("WWWW", document.Marked(Mark.Deleted));
    }

    [Fact]
    public void Analyze_LineDrawnInStepsShorterThanALetter_MarksTheWord()
    {
        TypedPdf pdf = new TypedPdf().Print(72, 100, "Parties").Strike(130, 100, "should").Print(180, 100, "shall");
        for (double x = 180; x < 207; x += 2.5) pdf.Rule(x, 101.5, x + 2.2, 101.5);
        Assert.Equal("shall", pdf.Analyze().Marked(Mark.Inserted));
    }

    [Theory]
    [InlineData(101, 92)]
    [InlineData(92, 101)]
    public void Analyze_SlantedStrokeOverAWord_StrikesIt(double from, double to) =>
        Assert.Equal("should", new TypedPdf().Print(72, 100, "Parties").Print(130, 100, "should").Print(180, 100, "shall agree.").Rule(130, from, 166, to).Analyze().Marked(Mark.Deleted));

    [Fact]
    public void Analyze_HatchingOverAWord_StrikesIt()
    {
        TypedPdf pdf = new TypedPdf().Print(72, 100, "Parties").Print(130, 100, "should").Print(180, 100, "shall agree.");
        for (double x = 130; x < 164; x += 4) pdf.Rule(x, 101, x + 4, 92);
        Assert.Equal("should", pdf.Analyze().Marked(Mark.Deleted));
    }

    [Fact]
    public void Analyze_SlantedStrokeHigherThanItsLine_IsADrawing() =>
        Assert.False(new TypedPdf().Print(72, 100, "Parties").Print(130, 100, "should").Rule(130, 105, 166, 85).Analyze().HasRevisionMarks);

    [Fact]
    public void Analyze_UnderlinedHeadingsOnly_AreNoRevision()
    {
        LaidOutDocument document = new TypedPdf().Underline(72, 100, "Introduction", isBold: true).Print(72, 130, "We support the text as it stands, and thank the chair for it.")
            .Underline(72, 160, "Conclusion", isBold: true).Print(72, 190, "We have nothing to add to what was said before.").Analyze();
        Assert.False(document.HasRevisionMarks);
    }

    [Fact]
    public void Analyze_UnderlinedHeadingBesideRevisions_IsNoInsertion()
    {
        LaidOutDocument document = new TypedPdf().Underline(72, 100, "Introduction", isBold: true).Print(72, 130, "Parties").Strike(130, 130, "should").Underline(180, 130, "shall").Analyze();
        Assert.Equal("shall", document.Marked(Mark.Inserted));
    }

    [Fact]
    public void Analyze_TableRulesCloseToText_AreNoRevision()
    {
        TypedPdf pdf = new TypedPdf().Print(80, 115, "Current").Print(280, 115, "Proposed").Print(80, 139, "old text").Print(280, 139, "new text");
        foreach (double y in new[] { 100.0, 117, 141 }) pdf.Rule(72, y, 500, y);
        foreach (double x in new[] { 72.0, 272, 500 }) pdf.Rule(x, 100, x, 141);
        LaidOutDocument document = pdf.Analyze();
        Assert.False(document.HasRevisionMarks);
        Assert.Equal(["Current", "Proposed", "old text", "new text"], document.Lines());
        Assert.All(document.Regions, region => Assert.NotNull(region.Cell));
    }

    [Fact]
    public void Analyze_TextTaggedAsDeletionOrInsertion_IsMarked()
    {
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 6 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            Stream("BT /F1 12 Tf 72 700 Td /P << /MCID 0 >> BDC (Parties ) Tj EMC /Span << /MCID 1 >> BDC (should) Tj EMC /Span << /MCID 2 >> BDC (shall) Tj EMC /P << /MCID 3 >> BDC ( agree.) Tj EMC ET"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            "<< /Type /StructTreeRoot /K 7 0 R >>",
            "<< /Type /StructElem /S /P /P 6 0 R /Pg 3 0 R /K [0 8 0 R 9 0 R 3] >>",
            "<< /Type /StructElem /S /Del /P 7 0 R /Pg 3 0 R /K 1 >>",
            "<< /Type /StructElem /S /Ins /P 7 0 R /Pg 3 0 R /K [<< /Type /MCR /Pg 3 0 R /MCID 2 >>] >>",
        ];
        LaidOutDocument document = LayoutReading.Analyze(Pdf(objects));
        Assert.Equal("should", document.Marked(Mark.Deleted));
        Assert.Equal("shall", document.Marked(Mark.Inserted));
    }

    private static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static byte[] Pdf(string[] objects)
    {
        System.Text.StringBuilder pdf = new("%PDF-1.7\n");
        List<int> offsets = [];
        for (int i = 0; i < objects.Length; i++)
        {
            offsets.Add(pdf.Length);
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        int start = pdf.Length;
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (int offset in offsets) pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{offset:d10} 00000 n \n");
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return System.Text.Encoding.Latin1.GetBytes(pdf.ToString());
    }

    // Scans have no text layer, or one without marks.
    private static readonly string[] Scans = ["d42", "d43", "d44"];

    public static TheoryData<string> Truths() =>
        [.. FileNames.In(ProjectFiles.InShared("pdf", "proposals"), "*.json").Cast<object[]>().Select(row => (string)row[0]).Where(file => !Scans.Contains(file[..3]))];

    /// <summary>Marked letters against the truth, as bags; what the page marks beyond it are numbers and links.</summary>
    [SharedTheory("pdf/proposals")]
    [MemberData(nameof(Truths))]
    public void Analyze_Proposal_FindsTheLettersThatAreMarked(string file)
    {
        string stem = Path.GetFileNameWithoutExtension(file);
        using JsonDocument truth = JsonDocument.Parse(File.ReadAllText(ProjectFiles.InShared("pdf", "proposals", stem + ".json")));
        LaidOutDocument document = LayoutReading.Analyze(File.ReadAllBytes(ProjectFiles.InShared("pdf", "proposals", stem + ".pdf")));
        foreach ((string field, Mark mark) in new[] { ("deleted", Mark.Deleted), ("added", Mark.Inserted) })
        {
            string wanted = string.Concat(truth.RootElement.GetProperty("clauses").EnumerateArray().Select(clause => clause.GetProperty(field).GetString()));
            Dictionary<char, int> want = Letters(wanted), got = Letters(document.Marked(mark));
            int hit = want.Sum(letter => Math.Min(letter.Value, got.GetValueOrDefault(letter.Key)));
            Assert.True(hit >= 0.99 * want.Values.Sum(), $"{field}: {hit} of {want.Values.Sum()} letters found");
            Assert.True(got.Values.Sum() <= 1.06 * want.Values.Sum() + 20, $"{field}: {got.Values.Sum()} letters marked, {want.Values.Sum()} are");
        }
    }

    private static Dictionary<char, int> Letters(string text) => text.Where(char.IsLetter).Select(char.ToLowerInvariant).CountBy(letter => letter).ToDictionary();
}
