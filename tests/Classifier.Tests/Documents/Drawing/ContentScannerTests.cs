using System.Text;
using Classifier.Documents.Drawing;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.Documents.Drawing;

public sealed class ContentScannerTests
{
    [Theory]
    [InlineData("1 0 0 1 72.5 -700 cm", "cm", new double[] { 1, 0, 0, 1, 72.5, -700 })]
    [InlineData(".5 -.25 +3 5. Td", "Td", new double[] { 0.5, -0.25, 3, 5 })]
    [InlineData("--5 1.2.3 6-7 1e5 Td", "Td", new double[] { -5, 1.2, 6, 1 })]
    [InlineData("1%comment 2\n2 Td", "Td", new double[] { 1, 2 })]
    public void Next_Numbers_AreReadAsTheViewersDo(string content, string code, double[] numbers)
    {
        ContentScanner scanner = Scanner(content);

        Assert.Equal(ContentScanner.Operator(Encoding.Latin1.GetBytes(code)), scanner.Next());
        Assert.Equal(numbers, scanner.Operands.ToArray().Select(operand => operand.Number));
        Assert.Equal(0, scanner.Next());
    }

    [Theory]
    [InlineData(@"(a\(b\)c)Tj", "a(b)c")]
    [InlineData("(a(nested)b)Tj", "a(nested)b")]
    [InlineData(@"(\101\12\0613\q)Tj", "A\n13q")]
    [InlineData("(a\\\r\nb\rc\r\nd)Tj", "ab\nc\nd")]
    [InlineData("<48 65\n6C6c6F>Tj", "Hello")]
    [InlineData("<4>Tj", "@")]
    [InlineData("(never closed", null)]
    public void Next_Strings_GiveTheirBytes(string content, string? expected)
    {
        ContentScanner scanner = Scanner(content);
        byte[] room = [];

        int code = scanner.Next();

        Assert.Equal(expected is null, code == 0);
        if (expected is not null) Assert.Equal(expected, Encoding.Latin1.GetString(scanner.Text(Assert.Single(scanner.Operands.ToArray()), ref room).Span));
    }

    [Fact]
    public void Next_Names_AreUnescaped()
    {
        ContentScanner scanner = Scanner("/F#311 /A;B gs");

        Assert.NotEqual(0, scanner.Next());
        Assert.Equal(["F11", "A;B"], scanner.Operands.ToArray().Select(scanner.Name));
    }

    [Fact]
    public void SkipImage_DataThatLooksLikeItsEnd_IsGoneOver()
    {
        ContentScanner scanner = Scanner("BI /W 2 /H 2 ID \u0001\u00ff EI \u0001\u00f0\u00e0 EI Q");
        string[] codes = ["BI", "ID"];

        foreach (string code in codes) Assert.Equal(ContentScanner.Operator(Encoding.Latin1.GetBytes(code)), scanner.Next());
        scanner.SkipImage();

        Assert.Equal('Q', scanner.Next());
    }

    [Property(MaxTest = 500)]
    public void Next_AnyBytes_ComesToAnEnd(byte[] content)
    {
        ContentScanner scanner = new(content ?? []);
        byte[] room = [];

        for (int code = scanner.Next(); code != 0; code = scanner.Next())
        {
            foreach (Operand operand in scanner.Operands)
            {
                if (operand.Kind == OperandKind.Name) scanner.Name(operand);
                if (operand.Kind is OperandKind.Text or OperandKind.HexText) Assert.InRange(scanner.Text(operand, ref room).Length, 0, operand.Length);
            }
        }
    }

    private static ContentScanner Scanner(string content) => new(Encoding.Latin1.GetBytes(content));
}
