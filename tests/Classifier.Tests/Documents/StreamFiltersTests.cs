using Classifier.Documents;
using Classifier.Tests.Hostile;
using Xunit;

namespace Classifier.Tests.Documents;

public sealed class StreamFiltersTests
{
    private static readonly PdfReader Reader = new(new PdfReaderOptions());
    private static readonly byte[] Packed = RawPdf.Deflate(stream => stream.Write(System.Text.Encoding.ASCII.GetBytes(
        string.Concat(Enumerable.Range(0, 40).Select(i => $"BT /F 12 Tf 60 {800 - 15 * i} Td (Article {i}. Member States shall block no service by order {i * i}.) Tj ET ")))));

    [Fact]
    public void Read_WholeStream_HasNoIssue() => Assert.Empty(Reader.Read(Pdf(Packed)).Issues);

    [Fact]
    public void Read_StreamDamagedAnywhere_SaysSo()
    {
        for (int at = 2; at < Packed.Length; at += 7)
        {
            byte[] damaged = [.. Packed];
            damaged[at] ^= 0x55;
            Assert.Contains(Reader.Read(Pdf(damaged)).Issues, issue => issue.Category == "damaged" && issue.Severity == Severity.Loss && issue.Page == 1);
        }
    }

    [Fact]
    public void Read_StreamCutShort_SaysSo() => Assert.Contains(Reader.Read(Pdf(Packed[..(Packed.Length / 2)])).Issues, issue => issue.Category == "damaged");

    private static byte[] Pdf(byte[] contents)
    {
        RawPdf pdf = new();
        return pdf.Bytes(pdf.AddPage(pdf.AddStream("/Filter /FlateDecode", contents)));
    }
}
