namespace Classifier.Documents;

/// <summary>Fills pages that show text as images with words recognised from these images, so that they can be read like all others.</summary>
internal sealed class OcrReader
{
    // Below this, what was "recognised" is either a speck, a stamp and a pen stroke, or a word crossed by a line and mostly right.
    private const double LeastConfidence = 30;

    // Sizes are measured line by line from the ink, and differ by so much between lines of one and the same type.
    private const double SizeDrift = 0.2;

    /// <summary>Reads the pages without text, and only those.</summary>
    /// <param name="source">The document as read from its text layer.</param>
    /// <param name="recognize">Recognises a page.</param>
    /// <param name="pageRead">Told the number of every page that was tried, or null.</param>
    public SourceDocument Fill(SourceDocument source, PageRecognizer recognize, Action<int>? pageRead)
    {
        List<DocumentPage> pages = [];
        List<int> read = [], late = [], failed = [];
        int unsure = 0;
        foreach (DocumentPage page in source.Pages)
        {
            if (page.HasTextLayer)
            {
                pages.Add(page);
                continue;
            }
            RecognizedPage recognized = recognize(page.Number);
            RecognizedWord[] words = [.. WithoutSpecks(recognized.Words)];
            unsure += words.Count(word => word.Confidence < LeastConfidence);
            if (words.Length > 0) read.Add(page.Number);
            if (recognized.Outcome == Recognition.TimedOut) late.Add(page.Number);
            if (recognized.Outcome == Recognition.Failed) failed.Add(page.Number);
            pages.Add(page with { Recognition = recognized.Outcome, Words = recognized.Outcome == Recognition.Read ? Place(words, page) : page.Words });
            pageRead?.Invoke(page.Number);
        }
        return source with { Pages = pages, Issues = [.. source.Issues, .. Issues(read, late, failed, unsure)] };
    }

    /// <summary>Leaves out what looks like no word, and lines that are doubtful for the most part: noise, and writing by hand.</summary>
    private static IEnumerable<RecognizedWord> WithoutSpecks(IReadOnlyList<RecognizedWord> words)
    {
        HashSet<double> doubtful = [.. words.GroupBy(word => word.Baseline).Where(line => 2 * line.Count(word => word.Confidence < LeastConfidence) > line.Count()).Select(line => line.Key)];
        return words.Where(word => word.Confidence >= LeastConfidence || (!doubtful.Contains(word.Baseline) && LooksLikeAWord(word.Text)));
    }

    private static bool LooksLikeAWord(string text) => text.Count(char.IsLetterOrDigit) is >= 2 and int solid && 3 * solid >= 2 * text.Length;

    private static IEnumerable<Issue> Issues(List<int> read, List<int> late, List<int> failed, int unsure)
    {
        if (read.Count > 0)
        {
            string hard = unsure switch { 0 => "", 1 => " One word was hard to read.", _ => $" {unsure} words were hard to read." };
            yield return new Issue(Severity.Loss, "read", read[0], "ocr",
                $"{PageList.Of(read)} {(read.Count == 1 ? "holds an image" : "hold images")} of text and {(read.Count == 1 ? "was" : "were")} read by OCR.{hard} Marks of revision are not seen in images, and struck words read as proposed: check the page before you quote it.");
        }
        if (late.Count > 0)
            yield return new Issue(Severity.Loss, "read", late[0], "timeout", $"{PageList.Of(late)} could not be read by OCR in time. Raise --page-timeout or --document-timeout and run again, or read them by eye.");
        if (failed.Count > 0)
            yield return new Issue(Severity.Loss, "read", failed[0], "ocr_failed", $"{PageList.Of(failed)} could not be drawn or read by OCR. Print the file to a new PDF and run again, or read them by eye.");
    }

    private static Word[] Place(RecognizedWord[] words, DocumentPage page)
    {
        if (words.Length == 0) return [];
        double[] sizes = [.. words.SelectMany(word => Enumerable.Repeat(word.Size, word.Text.Length)).Order()];
        double usual = sizes[sizes.Length / 2];
        return [.. words.Select(word => Place(word, page, Math.Abs(word.Size - usual) < SizeDrift * usual ? usual : word.Size))];
    }

    private static Word Place(RecognizedWord word, DocumentPage page, double size)
    {
        double left = word.Left * page.Width, right = word.Right * page.Width, baseline = word.Baseline * page.Height, points = size * page.Height;
        int length = word.Text.Length;
        bool leftward = RightToLeft.IsIn(word.Text);
        float[] edges = new float[2 * length];
        for (int i = 0; i < length; i++)
        {
            int place = leftward ? length - 1 - i : i;
            edges[2 * i] = (float)(left + (right - left) * place / length);
            edges[2 * i + 1] = (float)(left + (right - left) * (place + 1) / length);
        }
        return new Word
        {
            Text = word.Text,
            Box = new Box(left, baseline - PlacedLetter.Ascent * points, right, baseline + PlacedLetter.Descent * points),
            Edges = edges,
            Baseline = baseline,
            FontSize = points,
            Bold = false,
            Italic = false,
            BlankAfter = true,
        };
    }
}
