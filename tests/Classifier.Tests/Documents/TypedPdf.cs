using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Classifier.Tests;

/// <summary>A small PDF written in a test: A4 pages of 12-point Helvetica, lengths in points from the top left corner.</summary>
internal sealed class TypedPdf
{
    private readonly PdfDocumentBuilder _builder = new();
    private readonly PdfDocumentBuilder.AddedFont _font;
    private readonly PdfDocumentBuilder.AddedFont _bold;
    private PdfPageBuilder _page;

    public TypedPdf()
    {
        _font = _builder.AddStandard14Font(Standard14Font.Helvetica);
        _bold = _builder.AddStandard14Font(Standard14Font.HelveticaBold);
        _page = _builder.AddPage(PageSize.A4);
    }

    public TypedPdf NewPage()
    {
        _page = _builder.AddPage(PageSize.A4);
        return this;
    }

    /// <summary>Prints a line, and on request a drawn line through or under it.</summary>
    public TypedPdf Print(double left, double baseline, string text, double size = 12, double? ruleAbove = null, bool isBold = false)
    {
        IReadOnlyList<Letter> letters = _page.AddText(text, size, new PdfPoint(left, _page.PageSize.Height - baseline), isBold ? _bold : _font);
        if (ruleAbove is { } height) Rule(left, baseline - height, letters[^1].EndBaseLine.X, baseline - height);
        return this;
    }

    /// <summary>Prints a line that is struck.</summary>
    public TypedPdf Strike(double left, double baseline, string text) => Print(left, baseline, text, ruleAbove: 3);

    /// <summary>Prints a line that is underlined.</summary>
    public TypedPdf Underline(double left, double baseline, string text, bool isBold = false) => Print(left, baseline, text, ruleAbove: -1.5, isBold: isBold);

    public TypedPdf Rule(double fromX, double fromY, double toX, double toY)
    {
        _page.DrawLine(new PdfPoint(fromX, _page.PageSize.Height - fromY), new PdfPoint(toX, _page.PageSize.Height - toY), 0.5);
        return this;
    }

    public byte[] Bytes() => _builder.Build();
}
