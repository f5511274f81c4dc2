using System.Diagnostics;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Classifier.Tests.App;

/// <summary>A PDF whose one page is an image of another PDF's first page.</summary>
internal static class ScannedPdf
{
    public static byte[] Of(byte[] printed)
    {
        using Process drawer = Process.Start(new ProcessStartInfo("pdftoppm", ["-png", "-gray", "-r", "200", "-f", "1", "-l", "1", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        using (Stream input = drawer.StandardInput.BaseStream) input.Write(printed);
        using MemoryStream image = new();
        drawer.StandardOutput.BaseStream.CopyTo(image);
        PdfDocumentBuilder builder = new();
        PdfPageBuilder page = builder.AddPage(PageSize.A4);
        page.AddPng(image.ToArray(), new PdfRectangle(0, 0, page.PageSize.Width, page.PageSize.Height));
        return builder.Build();
    }
}
