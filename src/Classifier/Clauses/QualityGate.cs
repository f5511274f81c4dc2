using System.Globalization;
using Classifier.Documents;
using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>What the quality gate found.</summary>
/// <param name="TextQuality">Share of the text's letters that belong to plausible words, 0..1; null where there is no text.</param>
/// <param name="Issues">Why parts of the document, or all of it, should not be trusted.</param>
public sealed record QualityVerdict(double? TextQuality, IReadOnlyList<Issue> Issues)
{
    /// <summary>True where nothing of the document may be reported as if it had been read.</summary>
    public bool IsFatal => Issues.Any(issue => issue.Severity == Severity.Fatal);
}

/// <summary>Decides how far a document's text can be trusted. A score over a page that was never read is worse than no score.</summary>
public sealed class QualityGate
{
    // Texts of the six languages lie above 0.97; a page of a font without a character map lies below 0.5.
    private const double LeastQuality = 0.75;

    // Fewer letters than this in the whole document say nothing about its language.
    private const int FewestForLanguage = 200;

    private const double MostlyTables = 0.6, Mixed = 0.2;

    private static readonly HashSet<string> Supported = ["en", "fr", "es", "ru", "ar", "zh"];

    /// <summary>Judges a document.</summary>
    /// <param name="source">The pages as read.</param>
    /// <param name="laidOut">The document in reading order.</param>
    /// <param name="proposal">Its clauses.</param>
    public QualityVerdict Judge(SourceDocument source, LaidOutDocument laidOut, ProposalDocument proposal)
    {
        List<Issue> issues = [];
        void Add(Severity severity, int? page, string category, string message) => issues.Add(new Issue(severity, "quality", page, category, message));
        if (source.Pages.Count == 0) return new QualityVerdict(null, issues);

        if (source.Pages.All(page => page.Words.Count == 0) && source.Pages.Any(page => page.Recognition is not null))
        {
            string what = source.Pages.Any(page => page.IsRecognized) ? "OCR found no text" : "OCR came to no end";
            Add(Severity.Fatal, null, "no_text", $"{what} on the file's {Count(source.Pages.Count)}. Look at them by eye; a text in another language or script needs --ocr-languages.");
            return new QualityVerdict(null, issues);
        }
        int[] images = [.. source.Pages.Where(page => page.HasImages && !page.HasTextLayer && page.Recognition is null).Select(page => page.Number)];
        if (!source.Pages.Any(page => page.Words.Count > 0) || images.Length == source.Pages.Count)
        {
            string found = images.Length > 0 ? "images of text only" : "no text";
            Add(Severity.Fatal, null, "no_text", $"The file needs OCR: its {Count(source.Pages.Count)} {(source.Pages.Count == 1 ? "holds" : "hold")} {found}. Run again with --ocr, or read it by eye.");
            return new QualityVerdict(null, issues);
        }
        if (images.Length > 0)
            Add(Severity.Loss, images[0], "no_text", $"{PageList.Of(images)} {(images.Length == 1 ? "holds an image" : "hold images")} of text only and {(images.Length == 1 ? "is" : "are")} not in the report. Run again with --ocr, or read by eye.");

        int[] scans = [.. source.Pages.Where(page => page.HasHiddenText && page.HasTextLayer).Select(page => page.Number)];
        if (scans.Length > 0)
            Add(Severity.Loss, scans[0], "hidden_text", $"{PageList.Of(scans)} {(scans.Length == 1 ? "shows an image" : "show images")}, and the text read is the unseen layer that the file's producer recognised on {(scans.Length == 1 ? "it" : "them")} by OCR. It may hold wrong words; strikes and underlines in images are not seen, and struck words read as proposed. --ocr does not help, as it reads only pages without text: ask for the original, or check the page before you quote it.");

        TextQuality[] qualities = [.. source.Pages.Select(page => TextQuality.Of(page.Words))];
        double? quality = qualities.Aggregate((one, other) => one + other).Share;
        JudgeWords(source, qualities, quality, Add);
        JudgeLanguage(proposal, Add);
        JudgeTables(laidOut, Add);
        return new QualityVerdict(quality, issues);
    }

    private static void JudgeWords(SourceDocument source, TextQuality[] qualities, double? quality, Action<Severity, int?, string, string> add)
    {
        DocumentPage[] garbled = [.. source.Pages.Where((_, i) => qualities[i].Share < LeastQuality)];
        if (garbled.Length == 0) return;
        string pages = PageList.Of([.. garbled.Select(page => page.Number)]);
        (string why, string what) = garbled.Any(page => page.IsRecognized)
            ? ("OCR could not make words of it, as the image is poor, or in a language that --ocr-languages does not name", "Read it by eye, or run again with its languages")
            : ("its fonts do not say which characters they show", "Print it to images, recognise their text (for example with ocrmypdf) and run again");
        if (quality < LeastQuality) add(Severity.Fatal, null, "garbled", $"The text is garbled ({Percent(quality)} of its letters stand in plausible words): {why}. {what}.");
        else add(Severity.Loss, garbled[0].Number, "garbled", $"The text of {pages.ToLowerInvariant()} is garbled: {why}. {what}.");
    }

    private static void JudgeLanguage(ProposalDocument proposal, Action<Severity, int?, string, string> add)
    {
        int letters = Characters.Letters(proposal.Text);
        if (letters < FewestForLanguage) return;
        if (!Supported.Contains(proposal.Language))
        {
            string found = proposal.Language == LanguageReader.Undetermined ? "No language could be told" : $"The text is in a language ({proposal.Language}) whose drafting rules are not known here";
            add(Severity.Note, null, "language", $"{found}. Its clauses were split by their layout and numbers alone; look at them before you rely on them.");
        }
        (string Language, int Letters)[] others = [.. proposal.Clauses.Where(clause => clause.Language != proposal.Language)
            .GroupBy(clause => clause.Language).Select(group => (group.Key, group.Sum(clause => Characters.Letters(clause.Text)))).Where(other => other.Item2 > Mixed * letters).OrderByDescending(other => other.Item2)];
        if (others.Length > 0)
            add(Severity.Note, null, "language", $"The document mixes languages: beside {proposal.Language}, {string.Join(", ", others.Select(other => $"{Percent((double)other.Letters / letters)} in {other.Language}"))}. Each clause carries its own language.");
    }

    private static void JudgeTables(LaidOutDocument laidOut, Action<Severity, int?, string, string> add)
    {
        int all = 0, cells = 0;
        foreach (Region region in laidOut.Regions)
        {
            int letters = region.Lines.Sum(line => line.Words.Sum(word => word.Text.Length));
            all += letters;
            if (region.Kind is RegionKind.TableCell or RegionKind.TableHead) cells += letters;
        }
        if (all > 0 && cells > MostlyTables * all)
            add(Severity.Note, null, "tables", $"{Percent((double)cells / all)} of the text stands in tables. Cells were read by row; look at the order before you rely on it.");
    }

    private static string Count(int pages) => pages == 1 ? "one page" : string.Create(CultureInfo.InvariantCulture, $"{pages} pages");

    private static string Percent(double? share) => string.Create(CultureInfo.InvariantCulture, $"{100 * (share ?? 0):0} %");
}
