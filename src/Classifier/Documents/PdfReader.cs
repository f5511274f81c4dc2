using Classifier.Documents.Drawing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Classifier.Documents;

/// <summary>
/// Reads a PDF's bytes into pages of words and lines. Bytes from strangers can still hang or kill the process in the parser's
/// depths, where no exception is raised: run this in a process that can be killed.
/// </summary>
public sealed class PdfReader(PdfReaderOptions options)
{
    private static readonly byte[] Signature = "%PDF-"u8.ToArray();

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The file's content.</param>
    /// <param name="pageRead">Told the number of every page that was tried, or null.</param>
    /// <returns>The pages; never throws for what is in the file.</returns>
    public SourceDocument Read(byte[] bytes, Action<int>? pageRead = null)
    {
        if (bytes.Length == 0) return Unread("empty", "The file holds no bytes. Fetch it again.");
        if (bytes.AsSpan(0, Math.Min(bytes.Length, options.SignatureWithin)).IndexOf(Signature) < 0)
            return Unread("not_a_pdf", $"The file does not start like a PDF (no %PDF- in its first {options.SignatureWithin} bytes). Convert it to PDF, or leave it out.");
        try
        {
            StreamFilters filters = new();
            using PdfDocument pdf = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, UseActualText = true, FilterProvider = filters });
            return ReadPages(pdf, filters, pageRead);
        }
        catch (PdfDocumentEncryptedException)
        {
            return Unread("encrypted", "The file is locked with a password. Save a copy without the password and run again.");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return Unread("malformed", $"The file could not be opened ({Sentence(error)}). Open it in a PDF viewer, print it to a new PDF and run again.");
        }
    }

    private SourceDocument ReadPages(PdfDocument pdf, StreamFilters filters, Action<int>? pageRead)
    {
        List<DocumentPage> pages = [];
        List<Issue> issues = [];
        pdf.AddPageFactory<DrawnPage, DrawnPageFactory>();
        RevisionTags tags = ReadTags(pdf, issues);
        if (filters.TakeDamage())
            issues.Add(new Issue(Severity.Loss, "read", null, "damaged", "A part of the file is damaged, and something may be missing on any page. Fetch the file again, or compare with the pages by eye."));
        WordBuilder builder = new(options);
        for (int number = 1; number <= pdf.NumberOfPages; number++)
        {
            try
            {
                pages.Add(Draw(pdf.GetPage<DrawnPage>(number), tags, builder));
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                issues.Add(new Issue(Severity.Loss, "read", number, "malformed_page",
                    $"Page {number} could not be read ({Sentence(error)}). Read this page by eye, or print the file to a new PDF and run again."));
            }
            if (filters.TakeDamage())
                issues.Add(new Issue(Severity.Loss, "read", number, "damaged", $"Page {number} is damaged, and what stands behind the damage is missing. Fetch the file again, or read this page by eye."));
            pageRead?.Invoke(number);
        }
        if (pages.Count == 0)
            issues.Add(new Issue(Severity.Fatal, "read", null, "malformed", "No page of the file could be read. Open it in a PDF viewer, print it to a new PDF and run again."));
        return new SourceDocument { PageCount = pdf.NumberOfPages, Pages = BulletFinder.Resolve(pages), Issues = issues };
    }

    /// <summary>A broken structure tree costs its tags, not the text.</summary>
    private static RevisionTags ReadTags(PdfDocument pdf, List<Issue> issues)
    {
        try
        {
            return RevisionTags.Read(pdf);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            issues.Add(new Issue(Severity.Note, "read", null, "broken_tags",
                $"The file's structure tags could not be read ({Sentence(error)}). Where it marks changes by tags alone, compare with the page by eye."));
            return RevisionTags.None;
        }
    }

    private DocumentPage Draw(DrawnPage page, RevisionTags tags, WordBuilder builder)
    {
        PageFrame frame = PageFrame.Of(page);
        PageWords words = builder.Build(page, frame);
        return new DocumentPage
        {
            Number = page.Number,
            Width = frame.Width,
            Height = frame.Height,
            Words = words.Straight,
            TurnedWords = words.Turned,
            SlantedWords = words.Slanted,
            Lines = LineFinder.Find(page, frame, options),
            Areas = [.. words.Slashes, .. CrossingFinder.Find(page, frame, options), .. AreaFinder.Find(page, frame), .. tags.Find(page, frame)],
            HasImages = page.HasImages,
            HasHiddenText = HiddenText.IsOn(page),
        };
    }

    private static SourceDocument Unread(string category, string message) => new()
    {
        PageCount = 0,
        Pages = [],
        Issues = [new Issue(Severity.Fatal, "read", null, category, message)],
    };

    /// <summary>The parser's own words, on one line and without a closing full stop.</summary>
    private static string Sentence(Exception error)
    {
        string line = error.Message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        return line.Length > 200 ? line[..200] + "…" : line;
    }
}
