using System.Text;

namespace Classifier.Tests.Hostile;

/// <summary>Small files that are large once they are opened, and files with very much of one thing.</summary>
internal static class Bombs
{
    private const long FlateBytes = 1L << 30;
    private const int Million = 1_000_000;

    public static byte[] Flate() => Content("/Filter /FlateDecode", RawPdf.Deflate(stream => Fill(stream, FlateBytes)));

    public static byte[] FlateTwice() =>
        Content("/Filter [/FlateDecode /FlateDecode]", RawPdf.Deflate(outer => outer.Write(RawPdf.Deflate(inner => Fill(inner, FlateBytes)))));

    /// <summary>Two bytes become 128, three times over.</summary>
    public static byte[] RunLength()
    {
        byte[] once = [.. Enumerable.Repeat(new byte[] { 129, (byte)' ' }, 1 << 14).SelectMany(pair => pair), 128];
        return Content("/Filter [/FlateDecode /RunLengthDecode /RunLengthDecode /RunLengthDecode]", RawPdf.Deflate(stream =>
        {
            for (int i = 0; i < 1 << 10; i++) stream.Write(once);
        }));
    }

    public static byte[] Image()
    {
        RawPdf pdf = new();
        int image = pdf.AddStream("/Type /XObject /Subtype /Image /Width 65535 /Height 65535 /BitsPerComponent 16 /ColorSpace /DeviceCMYK /Filter /FlateDecode", RawPdf.Deflate(stream => Fill(stream, FlateBytes / 3)));
        return pdf.Bytes(pdf.AddPage(pdf.AddStream("", "q 595 0 0 842 0 0 cm /I Do Q"), $"/XObject << /I {image} 0 R >>"));
    }

    /// <summary>Names that are never seen again, in a content stream.</summary>
    public static byte[] Names() => Content("/Filter /FlateDecode", RawPdf.Deflate(stream => Repeat(stream, 2 * Million, i => $"/Name{i} gs ")));

    public static byte[] Keys()
    {
        RawPdf pdf = new();
        return pdf.Bytes(pdf.AddPage(pdf.AddStream("", "BT ET"), string.Concat(Enumerable.Range(0, 200_000).Select(i => $"/K{i} {i} "))));
    }

    public static byte[] MillionOperators() => Content("/Filter /FlateDecode", RawPdf.Deflate(stream => Repeat(stream, Million, _ => "q 1 0 0 1 1 1 cm Q ")));

    public static byte[] MillionLetters() => Content("/Filter /FlateDecode", RawPdf.Deflate(stream => Repeat(stream, Million / 50, i => $"BT /F 9 Tf 40 {i % 800} Td (Member States shall block no service by any means at all.) Tj ET ")));

    public static byte[] MillionStrokes() => Content("/Filter /FlateDecode", RawPdf.Deflate(stream => Repeat(stream, Million, i => $"{i % 500} {i % 700} m {i % 300} {i % 800} l S ")));

    public static byte[] HundredThousandPages()
    {
        const int pages = 100_000;
        RawPdf pdf = new();
        int font = pdf.AddFont();
        int contents = pdf.AddStream("", "BT /F 12 Tf 60 700 Td (Article 1. Member States shall block no service.) Tj ET");
        int tree = pdf.Next;
        pdf.Add($"<< /Type /Pages /Count {pages} /Kids [{string.Join(' ', Enumerable.Range(tree + 1, pages).Select(number => $"{number} 0 R"))}] /MediaBox [0 0 595 842] /Resources << /Font << /F {font} 0 R >> >> >>");
        for (int i = 0; i < pages; i++) pdf.Add($"<</Type/Page/Parent {tree} 0 R/Contents {contents} 0 R>>");
        return pdf.Bytes(pdf.Add($"<< /Type /Catalog /Pages {tree} 0 R >>"));
    }

    public static byte[] OnePageRepeated()
    {
        RawPdf pdf = new();
        int contents = pdf.AddStream("", "BT ET");
        int tree = pdf.Next;
        pdf.Add($"<< /Type /Pages /Count 100000 /Kids [{string.Join(' ', Enumerable.Repeat($"{tree + 1} 0 R", 100_000))}] >>");
        pdf.Add($"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 595 842] /Contents {contents} 0 R >>");
        return pdf.Bytes(pdf.Add($"<< /Type /Catalog /Pages {tree} 0 R >>"));
    }

    private static byte[] Content(string filter, byte[] data)
    {
        RawPdf pdf = new();
        return pdf.Bytes(pdf.AddPage(pdf.AddStream(filter, data)));
    }

    private static void Fill(Stream stream, long bytes)
    {
        byte[] blanks = new byte[1 << 20];
        Array.Fill(blanks, (byte)' ');
        for (long written = 0; written < bytes; written += blanks.Length) stream.Write(blanks);
    }

    private static void Repeat(Stream stream, int times, Func<int, string> text)
    {
        using StreamWriter writer = new(stream, Encoding.Latin1, 1 << 16, leaveOpen: true);
        for (int i = 0; i < times; i++) writer.Write(text(i));
    }
}
