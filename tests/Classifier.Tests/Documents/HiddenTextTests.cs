using Classifier.Documents;
using Classifier.Tests.Hostile;
using Xunit;

namespace Classifier.Tests.Documents;

/// <summary>Which pages have words that nobody sees.</summary>
public sealed class HiddenTextTests
{
    private const string Image = "q 595 0 0 842 0 0 cm /I Do Q ", Figure = "q 200 0 0 100 50 50 cm /I Do Q ", Strips = "q 595 0 0 421 0 421 cm /I Do Q q 595 0 0 421 0 0 cm /I Do Q ";

    private const string Clause = "BT /F 12 Tf 72 700 Td (Member States shall cooperate.) Tj ET ";

    [Theory]
    [InlineData("3 Tr " + Clause + "0 Tr " + Image)]
    [InlineData(Image + "3 Tr " + Clause)]
    [InlineData(Clause + Image)]
    [InlineData(Clause + Strips)]
    [InlineData("3 Tr " + Clause + "0 Tr " + Image + "BT /F 8 Tf 500 20 Td (Scan 7) Tj ET")]
    public void Read_WordsUnseenOnAnImage_AreHidden(string content) => Assert.True(Read(content).HasHiddenText);

    [Theory]
    [InlineData(Image + Clause)]
    [InlineData(Clause + Figure)]
    [InlineData("q 3 Tr Q " + Clause)]
    [InlineData("3 Tr " + Clause)]
    [InlineData(Image + Clause + "3 Tr BT /F 8 Tf 500 20 Td (Scan 7) Tj ET")]
    public void Read_WordsThatAreSeen_AreNotHidden(string content) => Assert.False(Read(content).HasHiddenText);

    [Theory]
    [InlineData("/SMask 1 0 R", "")]
    [InlineData("/ImageMask true", "")]
    [InlineData("", "<< /ca 0.3 >>")]
    [InlineData("", "<< /BM /Multiply >>")]
    public void Read_WordsUnderAnImageThatLetsThemThrough_AreNotHidden(string image, string state) => Assert.False(Read(Clause + "/G gs " + Image, image, state).HasHiddenText);

    private static DocumentPage Read(string content, string image = "", string state = "")
    {
        RawPdf pdf = new();
        int picture = pdf.AddStream($"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray {image}", "x");
        int states = pdf.Add(state.Length > 0 ? state : "<< >>");
        int contents = pdf.AddStream("", content);
        byte[] bytes = pdf.Bytes(pdf.AddPage(contents, $"/XObject << /I {picture} 0 R >> /ExtGState << /G {states} 0 R >>"));
        return Assert.Single(new PdfReader(new PdfReaderOptions()).Read(bytes).Pages);
    }
}
