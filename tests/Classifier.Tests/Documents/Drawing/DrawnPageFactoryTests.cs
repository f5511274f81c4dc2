using Classifier.Documents;
using Classifier.Documents.Drawing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;
using Xunit;

namespace Classifier.Tests.Documents.Drawing;

/// <summary>The parser's own reading of the same pages is the yardstick: the same letters at the same places, the same number of painted paths and of annotations.</summary>
public sealed class DrawnPageFactoryTests
{
    // Hundredths of a point, to which both round sizes.
    private const double Near = 0.011;

    // Zero width spaces: the parser keeps them, and they have no place on a page.
    private const string NoWidth = "\u200b";

    [Fact]
    public void GetPage_Samples_DrawWhatTheParserDraws() => AssertSame(ProjectFiles.InRoot("data", "samples"));

    [SharedFact("pdf/policy")]
    public void GetPage_PolicyDocuments_DrawWhatTheParserDraws() => AssertSame(ProjectFiles.InShared("pdf", "policy"));

    private static void AssertSame(string folder)
    {
        List<string> differences = [];
        string[] files = [.. Directory.EnumerateFiles(folder, "*.pdf").Order(StringComparer.Ordinal)];
        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            byte[] bytes = File.ReadAllBytes(file);
            using PdfDocument theirs = Open(bytes), ours = Open(bytes);
            ours.AddPageFactory<DrawnPage, DrawnPageFactory>();
            for (int number = 1; number <= theirs.NumberOfPages; number++)
                differences.AddRange(Differences(theirs.GetPage(number), ours.GetPage<DrawnPage>(number)).Select(what => $"{Path.GetFileName(file)}, page {number}: {what}"));
        }
        Assert.Empty(differences);
    }

    private static IEnumerable<string> Differences(Page theirs, DrawnPage ours)
    {
        Letter[] expected = [.. theirs.Letters.Where(letter => letter.Value != NoWidth)];
        DrawnLetter[] letters = [.. ours.Letters.Where(letter => letter.Text != NoWidth)];
        int paths = theirs.Paths.Count(path => path.IsFilled || path.IsStroked);
        int annotations = theirs.GetAnnotations().Count(annotation => annotation.Type is AnnotationType.Link or AnnotationType.StrikeOut or AnnotationType.Underline or AnnotationType.Squiggly);
        if (Math.Abs(theirs.Width - ours.Width) > Near || Math.Abs(theirs.Height - ours.Height) > Near) yield return $"size {theirs.Width} x {theirs.Height}, ours {ours.Width} x {ours.Height}";
        if (theirs.NumberOfImages > 0 != ours.HasImages) yield return $"{theirs.NumberOfImages} images";
        if (paths != ours.Paths.Count) yield return $"{paths} paths, ours {ours.Paths.Count}";
        if (annotations != ours.Annotations.Count) yield return $"{annotations} annotations, ours {ours.Annotations.Count}";
        if (!expected.Select(letter => letter.Value).SequenceEqual(letters.Select(letter => letter.Text))) yield return "text";
        else if (!expected.Zip(letters).All(pair => IsSame(pair.First, pair.Second))) yield return "places of letters";
    }

    private static bool IsSame(Letter letter, DrawnLetter own) =>
        Math.Abs(letter.StartBaseLine.X - own.Start.X) < Near && Math.Abs(letter.StartBaseLine.Y - own.Start.Y) < Near
        && Math.Abs(letter.EndBaseLine.X - own.End.X) < Near && Math.Abs(letter.EndBaseLine.Y - own.End.Y) < Near
        && letter.TextOrientation == own.Orientation && (letter.PointSize <= 0.5 || Math.Abs(letter.PointSize - own.Size) < Near);

    private static PdfDocument Open(byte[] bytes) =>
        PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, UseActualText = true, FilterProvider = new StreamFilters() });
}
