using System.Text;

namespace Classifier.Tests.Hostile;

/// <summary>Files whose tables and lengths lie.</summary>
internal static class DamagedStructure
{
    private const string Sentence = "BT /F 12 Tf 60 700 Td (Article 1. Member States shall publish every order to block a service.) Tj ET";

    /// <summary>Encrypted by a password that nobody knows.</summary>
    public static byte[] Encrypted()
    {
        string noise = string.Concat(Enumerable.Range(0, 32).Select(i => $"{i * 37 % 256:x2}"));
        RawPdf pdf = new() { Trailer = $"/ID [<{noise}> <{noise}>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -3904 /O <{noise}> /U <{noise}> >>" };
        return pdf.Bytes(pdf.AddPage(pdf.AddStream("", Sentence)));
    }

    public static byte[] TruncatedTable()
    {
        byte[] whole = HostileFiles.Page(Sentence);
        return whole[..(whole.AsSpan().LastIndexOf("xref\n0"u8) + 40)];
    }

    public static byte[] CutInHalf()
    {
        byte[] whole = HostileFiles.Page(Sentence + string.Concat(Enumerable.Repeat(" BT (again) Tj ET", 500)));
        return whole[..(whole.Length / 2)];
    }

    /// <summary>The table names itself as the one before it.</summary>
    public static byte[] TableLoop()
    {
        string text = Encoding.Latin1.GetString(HostileFiles.Page(Sentence));
        int table = text.LastIndexOf("xref\n0", StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text.Replace("/Root", $"/Prev {table} /Root", StringComparison.Ordinal));
    }

    public static byte[] TableOfTwoBillion() =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(HostileFiles.Page(Sentence)).Replace("xref\n0 6", "xref\n0 2147483647", StringComparison.Ordinal).Replace("/Size 6", "/Size 2147483647", StringComparison.Ordinal));

    public static byte[] WrongLengths() =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(HostileFiles.Page(Sentence)).Replace($"/Length {Sentence.Length}", "/Length 2147483647", StringComparison.Ordinal));

    public static byte[] LengthLoop() =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(HostileFiles.Page(Sentence)).Replace($"/Length {Sentence.Length}", "/Length 1 0 R", StringComparison.Ordinal));
}
