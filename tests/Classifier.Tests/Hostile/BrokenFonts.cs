namespace Classifier.Tests.Hostile;

/// <summary>Files whose fonts are noise, or promise more characters than there are.</summary>
internal static class BrokenFonts
{
    private const string Sentence = "BT /F 12 Tf 60 700 Td (Article 1. Member States shall publish every order to block a service.) Tj ET";

    /// <summary>One range of four thousand million characters.</summary>
    public static byte[] UnicodeMapBomb() => WithMap("""
        begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange
        1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange
        100 begincidrange <00000000> <FFFFFFFF> 0 endcidrange endcmap
        """);

    public static byte[] UnicodeMapLoop() => WithMap("/Own usecmap begincmap /CMapName /Own def 1 beginbfchar <41> <> endbfchar 1 beginbfrange <41> <40> [ ] endbfrange endcmap", "/UseCMap 2 0 R");

    /// <summary>A font program of random bytes.</summary>
    public static byte[] Noise(string key, string subtype)
    {
        byte[] noise = new byte[20_000];
        new Random(7).NextBytes(noise);
        (subtype == "TrueType" ? "\0\u0001\0\0\0\u00ff"u8 : "%!PS-AdobeFont-1.0"u8).CopyTo(noise);
        RawPdf pdf = new();
        int program = pdf.AddStream($"/Length1 {noise.Length} /Length2 2147483647 /Length3 0 {(key == "FontFile3" ? "/Subtype /Type1C" : "")}", noise);
        int descriptor = pdf.Add($"<< /Type /FontDescriptor /FontName /Noise /Flags 4 /{key} {program} 0 R >>");
        int font = pdf.Add($"<< /Type /Font /Subtype /{subtype} /BaseFont /Noise /FontDescriptor {descriptor} 0 R /FirstChar 0 /LastChar 255 /Widths [{string.Join(' ', Enumerable.Repeat("500", 256))}] >>");
        return pdf.Bytes(pdf.AddPage(pdf.AddStream("", Sentence), $"/Font << /F {font} 0 R >>"));
    }

    public static byte[] Widths()
    {
        RawPdf pdf = new();
        int font = pdf.Add("<< /Type /Font /Subtype /TrueType /BaseFont /Arial /FirstChar -2147483648 /LastChar 2147483647 /Widths [-1e30 1e30] /Encoding << /Differences [2147483647 /a -5 /b] >> >>");
        return pdf.Bytes(pdf.AddPage(pdf.AddStream("", Sentence), $"/Font << /F {font} 0 R >>"));
    }

    public static byte[] DescendantLoop()
    {
        RawPdf pdf = new();
        pdf.Add("<< /Type /Font /Subtype /Type0 /BaseFont /Round /Encoding /Identity-H /DescendantFonts [1 0 R] /ToUnicode 1 0 R >>");
        return pdf.Bytes(pdf.AddPage(pdf.AddStream("", Sentence), "/Font << /F 1 0 R >>"));
    }

    private static byte[] WithMap(string map, string entries = "")
    {
        RawPdf pdf = new();
        pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 2 0 R >>");
        pdf.AddStream(entries, map);
        return pdf.Bytes(pdf.AddPage(pdf.AddStream("", Sentence), "/Font << /F 1 0 R >>"));
    }
}
