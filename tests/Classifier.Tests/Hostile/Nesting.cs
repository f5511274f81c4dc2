namespace Classifier.Tests.Hostile;

/// <summary>Files that nest without end, or lead round in a circle.</summary>
internal static class Nesting
{
    private const int Deep = 200_000;
    private const string Sentence = "BT /F 12 Tf 60 700 Td (Article 1. Member States shall publish every order to block a service.) Tj ET";

    public static byte[] DeepArrays()
    {
        RawPdf pdf = new();
        return pdf.Bytes(pdf.AddPage(pdf.AddStream("", Sentence), catalog: $"/Nested {new string('[', Deep)}{new string(']', Deep)}"));
    }

    public static byte[] DeepDictionaries()
    {
        RawPdf pdf = new();
        return pdf.Bytes(pdf.AddPage(pdf.AddStream("", Sentence), page: string.Concat(Enumerable.Repeat("/A <<", Deep)) + string.Concat(Enumerable.Repeat(">>", Deep))));
    }

    public static byte[] DeepContent() => HostileFiles.Page(Sentence + $" BT {new string('[', Deep)} (x) {new string(']', Deep)} TJ ET");

    public static byte[] DeepGraphicsStates() => HostileFiles.Page(string.Concat(Enumerable.Repeat("q ", 5 * Deep)) + Sentence);

    /// <summary>Every node has one kid, down to the page.</summary>
    public static byte[] DeepPageTree()
    {
        const int levels = 20_000;
        RawPdf pdf = new();
        int contents = pdf.AddStream("", Sentence);
        int first = pdf.Next;
        for (int i = 0; i < levels; i++) pdf.Add($"<< /Type /Pages /Count 1 /Kids [{first + i + 1} 0 R] {(i > 0 ? $"/Parent {first + i - 1} 0 R" : "")} >>");
        pdf.Add($"<< /Type /Page /Parent {pdf.Next - 1} 0 R /MediaBox [0 0 595 842] /Contents {contents} 0 R >>");
        return pdf.Bytes(pdf.Add($"<< /Type /Catalog /Pages {first} 0 R >>"));
    }

    public static byte[] PageTreeLoop()
    {
        RawPdf pdf = new();
        pdf.Add("<< /Type /Pages /Kids [1 0 R 2 0 R] /Count 2 /Parent 1 0 R >>");
        pdf.Add("<< /Type /Pages /Kids [1 0 R] /Count 2 /Parent 1 0 R >>");
        return pdf.Bytes(pdf.Add("<< /Type /Catalog /Pages 1 0 R >>"));
    }

    /// <summary>A page looks for its box among its parents, who are each other's.</summary>
    public static byte[] ParentLoop()
    {
        RawPdf pdf = new();
        int contents = pdf.AddStream("", Sentence);
        pdf.Add($"<< /Type /Page /Parent 3 0 R /Contents {contents} 0 R >>");
        pdf.Add("<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 4 0 R >>");
        pdf.Add("<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R >>");
        return pdf.Bytes(pdf.Add("<< /Type /Catalog /Pages 3 0 R >>"));
    }

    public static byte[] FormLoop()
    {
        RawPdf pdf = new();
        int form = pdf.Next;
        pdf.AddStream($"/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << /XObject << /X {form} 0 R >> >>", "/X Do");
        return pdf.Bytes(pdf.AddPage(pdf.AddStream("", "/X Do"), $"/XObject << /X {form} 0 R >>"));
    }

    /// <summary>Each form draws the one below it twice: 2^30 drawings from thirty small objects.</summary>
    public static byte[] DoublingForms()
    {
        RawPdf pdf = new();
        int form = pdf.AddStream("/Type /XObject /Subtype /Form /BBox [0 0 100 100]", "0 0 m 9 9 l S");
        for (int i = 0; i < 30; i++) form = pdf.AddStream($"/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << /XObject << /X {form} 0 R >> >>", "/X Do /X Do");
        return pdf.Bytes(pdf.AddPage(pdf.AddStream("", "/X Do"), $"/XObject << /X {form} 0 R >>"));
    }

    public static byte[] GlyphLoop()
    {
        RawPdf pdf = new();
        int font = pdf.Next + 1;
        int glyph = pdf.AddStream("", $"1000 0 0 0 1000 1000 d1 BT /F 1 Tf (a) Tj ET");
        pdf.Add($"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /a {glyph} 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1000] /Resources << /Font << /F {font} 0 R >> >> >>");
        return pdf.Bytes(pdf.AddPage(pdf.AddStream("", "BT /F 12 Tf (aaaa) Tj ET"), $"/Font << /F {font} 0 R >>"));
    }

    public static byte[] OutlineLoop()
    {
        RawPdf pdf = new();
        pdf.Add("<< /Type /Outlines /First 2 0 R /Last 2 0 R /Count 1 >>");
        pdf.Add("<< /Title (round) /Parent 1 0 R /First 1 0 R /Next 2 0 R /Prev 2 0 R >>");
        return pdf.Bytes(pdf.AddPage(pdf.AddStream("", Sentence), catalog: "/Outlines 1 0 R"));
    }

    public static byte[] StructureLoop()
    {
        RawPdf pdf = new();
        pdf.Add("<< /Type /StructTreeRoot /K 2 0 R >>");
        pdf.Add("<< /Type /StructElem /S /Del /K [2 0 R 1 0 R 3 0 R] /P 2 0 R >>");
        pdf.Add("<< /Type /StructElem /S /Ins /K [2 0 R 3 0 R 0] /P 3 0 R >>");
        return pdf.Bytes(pdf.AddPage(pdf.AddStream("", $"/Del << /MCID 0 >> BDC {Sentence} EMC"), catalog: "/StructTreeRoot 1 0 R /MarkInfo << /Marked true >>"));
    }

    /// <summary>Objects that are nothing but references to each other.</summary>
    public static byte[] ReferenceLoop()
    {
        RawPdf pdf = new();
        pdf.Add("2 0 R");
        pdf.Add("1 0 R");
        int contents = pdf.AddStream("", Sentence);
        return pdf.Bytes(pdf.AddPage(contents, "/Font 1 0 R /XObject 1 0 R", page: "/Annots 1 0 R /Rotate 1 0 R"));
    }
}
