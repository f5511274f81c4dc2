using Classifier.Documents.Drawing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Classifier.Documents;

/// <summary>
/// The parts of a tagged document's structure that are <c>Del</c> or <c>Ins</c> (ISO 32000-2, 14.8.4.7.2), as content numbers of pages;
/// and content that carries such a tag itself.
/// </summary>
internal sealed class RevisionTags
{
    // Most nodes of the structure tree that are visited; larger trees are rare, endless ones are attacks.
    private const int MostNodes = 200_000;

    private readonly Dictionary<(long Page, long Content), AreaKind> _tagged = [];
    private readonly Dictionary<int, long> _pages = [];

    /// <summary>No tags in the structure.</summary>
    public static RevisionTags None { get; } = new();

    private RevisionTags()
    {
    }

    /// <summary>Reads the structure tree; finds nothing in documents without one.</summary>
    public static RevisionTags Read(PdfDocument pdf)
    {
        RevisionTags tags = new();
        DictionaryToken catalog = pdf.Structure.Catalog.CatalogDictionary;
        if (!catalog.TryGet(NameToken.Create("StructTreeRoot"), out IToken root)) return tags;
        tags.Walk(pdf, root);
        if (tags._tagged.Count > 0 && catalog.TryGet(NameToken.Pages, out IToken tree)) tags.NumberPages(pdf, tree);
        return tags;
    }

    /// <summary>Where the page's tagged letters stand.</summary>
    public IEnumerable<MarkedArea> Find(DrawnPage page, PageFrame frame)
    {
        AreaKind?[] kinds = Kinds(page);
        if (Array.TrueForAll(kinds, kind => kind is null)) yield break;
        foreach (DrawnLetter letter in page.Letters)
        {
            if (letter.Mark < 0 || kinds[letter.Mark] is not { } kind) continue;
            PlacedLetter placed = PlacedLetter.Of(letter, frame);
            if (placed.IsOnAPage) yield return new MarkedArea(placed.Box, kind);
        }
    }

    /// <summary>What each marked part of a page is, by its own tag, by the structure, or as a part of another.</summary>
    private AreaKind?[] Kinds(DrawnPage page)
    {
        long own = _pages.GetValueOrDefault(page.Number, -1);
        AreaKind?[] kinds = new AreaKind?[page.Marks.Count];
        for (int i = 0; i < kinds.Length; i++)
        {
            ContentMark mark = page.Marks[i];
            kinds[i] = KindOf(mark.Tag) ?? (_tagged.TryGetValue((own, mark.Identifier), out AreaKind found) ? found : mark.Parent < 0 ? null : kinds[mark.Parent]);
        }
        return kinds;
    }

    private void Walk(PdfDocument pdf, IToken root)
    {
        HashSet<IndirectReference> seen = [];
        Stack<(IToken Node, long Page, AreaKind? Kind)> open = new([(root, -1, null)]);
        for (int visited = 0; visited < MostNodes && open.TryPop(out (IToken Node, long Page, AreaKind? Kind) item); visited++)
        {
            (IToken node, long page, AreaKind? kind) = item;
            if (node is IndirectReferenceToken reference)
            {
                if (!seen.Add(reference.Data)) continue;
                node = pdf.Structure.GetObject(reference.Data)?.Data ?? NullToken.Instance;
            }
            switch (node)
            {
                case NumericToken number when kind is not null:
                    _tagged[(page, number.Long)] = kind.Value;
                    break;
                case ArrayToken array:
                    for (int i = array.Data.Count - 1; i >= 0; i--) open.Push((array.Data[i], page, kind));
                    break;
                case DictionaryToken dictionary:
                    if (dictionary.TryGet(NameToken.Create("Pg"), out IndirectReferenceToken own)) page = own.Data.ObjectNumber;
                    if (dictionary.TryGet(NameToken.S, out NameToken name)) kind = KindOf(name.Data) ?? kind;
                    if (kind is not null && dictionary.TryGet(NameToken.Create("MCID"), out NumericToken content)) _tagged[(page, content.Long)] = kind.Value;
                    if (dictionary.TryGet(NameToken.K, out IToken kids)) open.Push((kids, page, kind));
                    break;
            }
        }
    }

    /// <summary>Which object is which page: the leaves of the page tree in order.</summary>
    private void NumberPages(PdfDocument pdf, IToken root)
    {
        HashSet<IndirectReference> seen = [];
        Stack<IToken> open = new([root]);
        for (int visited = 0; visited < MostNodes && open.TryPop(out IToken? node); visited++)
        {
            if (node is not IndirectReferenceToken reference || !seen.Add(reference.Data)) continue;
            if (pdf.Structure.GetObject(reference.Data)?.Data is not DictionaryToken page) continue;
            if (!page.TryGet(NameToken.Kids, out ArrayToken kids)) _pages[_pages.Count + 1] = reference.Data.ObjectNumber;
            else
                for (int i = kids.Data.Count - 1; i >= 0; i--) open.Push(kids.Data[i]);
        }
    }

    private static AreaKind? KindOf(string? tag) => tag switch
    {
        "Del" => AreaKind.Deleted,
        "Ins" => AreaKind.Inserted,
        _ => null,
    };
}
