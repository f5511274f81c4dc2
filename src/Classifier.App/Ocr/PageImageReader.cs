using System.Globalization;
using Classifier.Documents;

namespace Classifier.App.Ocr;

/// <summary>
/// The parent's side of OCR: has pages drawn and read on behalf of a worker, which may start no programs itself. Neither the file's content nor
/// what was recognised is looked at here. Used by one thread; <see cref="Stop"/> may be called from another.
/// </summary>
/// <param name="options">The languages.</param>
/// <param name="memoryMiB">Memory that drawing and reading may each take, in MiB.</param>
/// <param name="limit">Time that drawing and reading may each take.</param>
internal sealed class PageImageReader(OcrOptions options, int memoryMiB, TimeSpan limit)
{
    // Pixels along the longer side, whatever the page's size: 300 a inch on A4, the resolution that tesseract is made for, and no more memory for a poster.
    private const string LongSide = "3508";

    private const int MostImageBytes = 64 << 20;

    private readonly ChildProgram _program = new(memoryMiB);

    /// <summary>Reads a page.</summary>
    /// <param name="path">The PDF.</param>
    /// <param name="page">The page, from 1.</param>
    /// <returns>How it went, and hOCR where it went well.</returns>
    public (Recognition Outcome, byte[] Hocr) Read(string path, int page)
    {
        string number = page.ToString(CultureInfo.InvariantCulture);
        ProgramAnswer image = _program.Run(OcrPrograms.Drawer, ["-png", "-gray", "-cropbox", "-f", number, "-l", number, "-scale-to", LongSide, Path.GetFullPath(path)], [], limit, MostImageBytes);
        if (image.Outcome != ProgramOutcome.Done) return (Of(image.Outcome), []);
        ProgramAnswer text = _program.Run(OcrPrograms.Recognizer, ["-", "-", "-l", options.Languages, "--dpi", "300", "hocr"], image.Output, limit, OcrFrames.MostHocrBytes);
        return (Of(text.Outcome), text.Output);
    }

    /// <summary>Gives up what is being read, and everything after it.</summary>
    public void Stop() => _program.Stop();

    private static Recognition Of(ProgramOutcome outcome) => outcome switch
    {
        ProgramOutcome.Done => Recognition.Read,
        ProgramOutcome.TimedOut => Recognition.TimedOut,
        _ => Recognition.Failed,
    };
}
