using System.Text;
using System.Text.RegularExpressions;

namespace Classifier.App.Ocr;

/// <summary>The programs that OCR needs: poppler's <c>pdftoppm</c> draws a page, <c>tesseract</c> reads the drawing.</summary>
internal static partial class OcrPrograms
{
    public const string Drawer = "pdftoppm", Recognizer = "tesseract";

    private const int MostAnswerBytes = 1 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Looks for the programs and the languages' data.</summary>
    /// <param name="languages">Names of the languages, joined by "+".</param>
    /// <exception cref="StopException">Something is missing; the message names the packages that hold it.</exception>
    public static OcrOptions Find(string languages)
    {
        if (!Names().IsMatch(languages)) throw new StopException(ExitCodes.Usage, $"--ocr-languages {languages} is not a list of tesseract's language names joined by \"+\", such as eng+fra.");
        string[] wanted = languages.Split('+');
        string? drawer = Ask(Drawer, "-v"), recognizer = Ask(Recognizer, "--version");
        if (drawer is null || recognizer is null)
        {
            string[] programs = [.. new[] { drawer is null ? Drawer : null, recognizer is null ? Recognizer : null }.OfType<string>()];
            string[] packages = [.. drawer is null ? ["poppler-utils"] : Array.Empty<string>(), .. recognizer is null ? ["tesseract-ocr", .. wanted.Select(Package)] : Array.Empty<string>()];
            throw new StopException(ExitCodes.Usage, $"--ocr needs {string.Join(" and ", programs)} on the PATH. {Install(packages)}");
        }
        string[] known = (Ask(Recognizer, "--list-langs") ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string[] missing = [.. wanted.Except(known, StringComparer.Ordinal)];
        if (missing.Length > 0) throw new StopException(ExitCodes.Usage, $"tesseract has no data for {string.Join(", ", missing)}. {Install([.. missing.Select(Package)])}");
        return new OcrOptions(languages, $"{Recognizer} {Version(recognizer)}, {Drawer} {Version(drawer)}");
    }

    private static string Package(string language) => $"tesseract-ocr-{language.Replace('_', '-').ToLowerInvariant()}";

    private static string Install(string[] packages) => $"On Debian and Ubuntu: apt-get install {string.Join(' ', packages)}";

    private static string Version(string answer) => VersionNumber().Match(answer) is { Success: true } match ? match.Value : "of unknown version";

    /// <summary>What a program says of itself; null where it cannot be run.</summary>
    private static string? Ask(string program, string argument)
    {
        ProgramAnswer answer = new ChildProgram(memoryMiB: null).Run(program, [argument], [], Patience, MostAnswerBytes);
        return answer.Outcome == ProgramOutcome.Missing ? null : Encoding.UTF8.GetString(answer.Output) + answer.Remarks;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_]+(\+[A-Za-z0-9_]+)*$")]
    private static partial Regex Names();

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)+")]
    private static partial Regex VersionNumber();
}
