using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>What is printed on pages but is no part of the text.</summary>
/// <param name="Words">The words taken out, whichever way they run.</param>
/// <param name="Removed">What they say, with the reason.</param>
internal sealed record Marginalia(IReadOnlySet<Word> Words, IReadOnlyList<RemovedText> Removed);

/// <summary>Finds line numbers, change bars, watermarks, running heads and feet, in this order: heads are compared without the line numbers beside them.</summary>
internal sealed class MarginaliaFinder(LayoutOptions options)
{
    // Smallest font size of watermarks, made to be seen through the text: in points, half an inch, and in shares of the text's under it.
    private const double LeastWatermark = 36, WatermarkSize = 3;

    private readonly LineBuilder _lineBuilder = new(options);
    private readonly LineNumberFinder _lineNumberFinder = new(options);
    private readonly FurnitureFinder _furnitureFinder = new(options);

    public Marginalia Find(IReadOnlyList<PageDraft> drafts)
    {
        HashSet<Word> gone = new(ReferenceEqualityComparer.Instance);
        List<RemovedText> removed = [];
        if (options.KeepFurniture) return new Marginalia(gone, removed);
        foreach (PageDraft draft in drafts)
        {
            int page = draft.Page.Number;
            if (draft.Page.SlantedWords.Count > 0)
                removed.Add(new RemovedText(page, Box.Around(draft.Page.SlantedWords.Select(word => word.Box)), string.Join(' ', draft.Page.SlantedWords.Select(word => word.Text)), "watermark"));
            gone.UnionWith(draft.Page.SlantedWords);
            foreach (Word word in draft.Flow)
            {
                string? reason = IsWatermark(word, draft) ? "watermark" : IsChangeBar(word, draft) ? "change_bar" : null;
                if (reason is null || !gone.Add(word)) continue;
                removed.Add(new RemovedText(page, word.Box, word.Text, reason));
            }
        }
        IReadOnlyList<LaidOutLine>[] rows = Rows(drafts, gone);
        IReadOnlySet<Word> lineNumbers = _lineNumberFinder.Find(rows);
        if (lineNumbers.Count > 0)
        {
            removed.AddRange(rows.SelectMany(page => page).SelectMany(row => row.Words.Where(word => lineNumbers.Contains(word.Source)), (row, word) => new RemovedText(row.Page, word.Box, word.Text, "line_number")));
            gone.UnionWith(lineNumbers);
            rows = Rows(drafts, gone);
        }
        Take(_furnitureFinder.Find(rows, [.. drafts.Select(draft => draft.Page.Height)]), gone, removed);
        Take(_furnitureFinder.FindTurned(drafts.Select(draft => draft.Page)), gone, removed);
        return new Marginalia(gone, removed);
    }

    private static void Take(IReadOnlyDictionary<LaidOutLine, string> furniture, HashSet<Word> gone, List<RemovedText> removed)
    {
        foreach ((LaidOutLine row, string reason) in furniture)
        {
            removed.Add(new RemovedText(row.Page, row.Box, FurnitureFinder.Text(row), reason));
            gone.UnionWith(row.Words.Select(word => word.Source));
        }
    }

    private IReadOnlyList<LaidOutLine>[] Rows(IReadOnlyList<PageDraft> drafts, HashSet<Word> gone) =>
        [.. drafts.Select(draft => _lineBuilder.Build(draft.Page.Number, gone.Count == 0 ? [.. draft.Flow] : [.. draft.Flow.Where(word => !gone.Contains(word))]))];

    /// <summary>Large type printed over the text.</summary>
    private bool IsWatermark(Word word, PageDraft draft) =>
        word.FontSize >= LeastWatermark && draft.Flow.Count <= options.MostWords && IsOverText(word, draft);

    private static bool IsOverText(Word word, PageDraft draft) => draft.Flow.Where(other => other.FontSize * WatermarkSize < word.FontSize
        && other.Box.Left < word.Box.Right && other.Box.Right > word.Box.Left && other.Baseline < word.Box.Bottom && other.Baseline > word.Box.Top).Skip(2).Any();

    /// <summary>groff marks changed lines with a bar that is a character (<c>.mc |</c>).</summary>
    private bool IsChangeBar(Word word, PageDraft draft) =>
        word.Text is "|" or "│" or "┃" && draft.Flow.Count <= options.MostWords && IsBesideText(word, draft);

    private static bool IsBesideText(Word word, PageDraft draft) =>
        draft.Flow.All(other => other.Text == word.Text || other.Box.Right < word.Box.Left || other.Box.Left > word.Box.Right);
}
