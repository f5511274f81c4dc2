namespace Classifier.Documents;

/// <summary>One page as its producer drew it: words in drawing order, and straight lines.</summary>
public sealed record DocumentPage
{
    /// <summary>Page number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Width as read, in points.</summary>
    public required double Width { get; init; }

    /// <summary>Height as read, in points.</summary>
    public required double Height { get; init; }

    /// <summary>The words that run in the page's main direction.</summary>
    public required IReadOnlyList<Word> Words { get; init; }

    /// <summary>The words that run up, down or upside down: a head and foot that stay upright on a page set sideways, a stamp in the margin.</summary>
    public IReadOnlyList<Word> TurnedWords { get; init; } = [];

    /// <summary>The words that run across the page: a watermark.</summary>
    public IReadOnlyList<Word> SlantedWords { get; init; } = [];

    /// <summary>Straight lines, horizontal and vertical.</summary>
    public required IReadOnlyList<RuledLine> Lines { get; init; }

    /// <summary>What annotations, tags, overprinted slashes and slanted strokes say about the text under them.</summary>
    public IReadOnlyList<MarkedArea> Areas { get; init; } = [];

    /// <summary>True where the page shows at least one image.</summary>
    public required bool HasImages { get; init; }

    /// <summary>True where the page shows an image and its words are not seen: somebody's software recognised them on it. The page then shows no revision marks.</summary>
    public bool HasHiddenText { get; init; }

    /// <summary>How the recognition of the page's image ended; null where none was tried.</summary>
    public Recognition? Recognition { get; init; }

    /// <summary>True where the words were recognised from the page's image; it then shows no lines and no revision marks.</summary>
    public bool IsRecognized => Recognition == Documents.Recognition.Read;

    /// <summary>False where nothing is written, or the page is an image with at most a stamp or a page number over it.</summary>
    public bool HasTextLayer => HasImages ? Words.Sum(word => word.Text.Count(char.IsLetter)) >= FewestLetters : Words.Count > 0;

    // Fewer letters than this on a page with an image are a stamp or a page number over a scan.
    private const int FewestLetters = 25;
}

/// <summary>What an area of a page says about the text in it.</summary>
public enum AreaKind
{
    /// <summary>The text is a hyperlink; an underline there is no revision.</summary>
    Link,

    /// <summary>The text would be deleted.</summary>
    Deleted,

    /// <summary>The text would be added.</summary>
    Inserted,

    /// <summary>A slanted stroke runs across it; the text would be deleted where the stroke is no higher than its line.</summary>
    Crossed,
}

/// <summary>A part of a page that something other than a drawn line marks.</summary>
/// <param name="Box">Where it lies.</param>
/// <param name="Kind">What it says.</param>
public readonly record struct MarkedArea(Box Box, AreaKind Kind);

/// <summary>A file as read: its pages, and what could not be read of it.</summary>
public sealed record SourceDocument
{
    /// <summary>Number of pages that the file says it has.</summary>
    public required int PageCount { get; init; }

    /// <summary>The pages that could be read, in order.</summary>
    public required IReadOnlyList<DocumentPage> Pages { get; init; }

    /// <summary>What could not be read; a fatal issue where nothing could.</summary>
    public required IReadOnlyList<Issue> Issues { get; init; }
}
