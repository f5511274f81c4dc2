using System.Runtime.InteropServices;
using Classifier.Documents.Drawing;

namespace Classifier.Documents;

/// <summary>The words of a page.</summary>
/// <param name="Straight">Those that run in the page's main direction, in drawing order.</param>
/// <param name="Turned">Those that run up, down or upside down.</param>
/// <param name="Slanted">Those that run across the page.</param>
/// <param name="Slashes">Slashes printed over letters, which strike them.</param>
internal sealed record PageWords(List<Word> Straight, List<Word> Turned, List<Word> Slanted, IReadOnlyList<MarkedArea> Slashes);

/// <summary>
/// Joins letters to words in drawing order. Drawing order keeps "shall" struck and "should" inserted apart from the words around
/// them, where sorting by position would mix overlapping runs. One builder serves the pages of a document one after the other.
/// </summary>
internal sealed class WordBuilder(PdfReaderOptions options)
{
    // Below the size from which the runtime keeps arrays apart.
    private const int EdgesAtATime = 16_384;

    private readonly List<PlacedLetter> _placed = [];
    private readonly List<PlacedLetter> _current = [];
    private readonly PrintedWords _printed = new();
    private readonly WordTexts _texts = new();
    private char[] _characters = new char[64];

    // Each word's edges are a stretch of one array, which goes on over pages: an array for each would be a third of all objects that a document leaves.
    private float[] _edges = [];
    private int _edgesUsed;
    private PageWords _words = new([], [], [], []);

    /// <summary>Reads all letters of a page.</summary>
    public PageWords Build(DrawnPage page, PageFrame frame)
    {
        Place(page.Letters, frame);
        _printed.Clear();
        ReadOnlySpan<PlacedLetter> placed = CollectionsMarshal.AsSpan(_placed);
        bool[]? strikes = SlashFinder.Find(placed);
        _words = new PageWords([], [], [], strikes is null ? [] : SlashFinder.Areas(placed, strikes));
        for (int i = 0; i < placed.Length; i++)
        {
            ref readonly PlacedLetter letter = ref placed[i];
            if (IsBlank(letter))
            {
                if (i + 1 >= placed.Length || !placed[i + 1].Overprints(letter)) EndWord(blankAfter: true);
                continue;
            }
            if (strikes is not null && strikes[i]) continue;
            if (_current.Count > 0)
            {
                ref readonly PlacedLetter last = ref CollectionsMarshal.AsSpan(_current)[^1];
                if (letter.Course == last.Course && letter.Course == Course.Straight && letter.Repeats(last)) continue;
                bool goesOn = letter.Course == last.Course && (letter.Course == Course.Straight ? letter.Continues(last, options) : letter.Touches(last));
                if (!goesOn) EndWord(blankAfter: false);
            }
            _current.Add(letter);
        }
        EndWord(blankAfter: false);
        return _words;
    }

    private void Place(List<DrawnLetter> letters, PageFrame frame)
    {
        _placed.Clear();
        foreach (ref readonly DrawnLetter letter in CollectionsMarshal.AsSpan(letters))
        {
            PlacedLetter own = PlacedLetter.Of(letter, frame);
            if (own.IsOnAPage) _placed.Add(own);
        }
    }

    private static bool IsBlank(in PlacedLetter letter) => string.IsNullOrWhiteSpace(letter.Text) || letter.Text[0] == '\0';

    private void EndWord(bool blankAfter)
    {
        if (_current.Count == 0)
        {
            if (blankAfter && _words.Straight is [.., { BlankAfter: false } last]) _words.Straight[^1] = last with { BlankAfter = true };
            return;
        }
        Word word = Join(_current, blankAfter);
        Course course = _current[0].Course;
        _current.Clear();
        if (course == Course.Turned) _words.Turned.Add(word);
        else if (course == Course.Slanted) _words.Slanted.Add(word);
        else if (!_printed.Contain(word, _words.Straight)) _words.Straight.Add(word);
    }

    private Word Join(List<PlacedLetter> letters, bool blankAfter)
    {
        RightToLeft.Order(letters);
        int length = 0;
        foreach (ref readonly PlacedLetter letter in CollectionsMarshal.AsSpan(letters)) length += letter.Text.Length;
        if (_characters.Length < length) _characters = new char[2 * length];
        if (_edges.Length - _edgesUsed < 2 * length) (_edges, _edgesUsed) = (new float[Math.Max(2 * length, EdgesAtATime)], 0);
        Memory<float> room = _edges.AsMemory(_edgesUsed, 2 * length);
        _edgesUsed += 2 * length;
        Span<float> edges = room.Span;
        Span<char> characters = _characters.AsSpan(0, length);
        Box box = letters[0].Box;
        int at = 0;
        foreach (ref readonly PlacedLetter letter in CollectionsMarshal.AsSpan(letters))
        {
            box = box.Union(letter.Box);
            double step = letter.Box.Width / letter.Text.Length;
            for (int i = 0; i < letter.Text.Length; i++)
            {
                characters[at] = letter.Text[i];
                edges[2 * at] = (float)(letter.Box.Left + i * step);
                edges[2 * at + 1] = (float)(letter.Box.Left + (i + 1) * step);
                at++;
            }
        }
        PlacedLetter main = letters[letters.Count / 2];
        return new Word
        {
            Text = _texts.Of(characters),
            Box = box,
            Edges = room,
            Baseline = main.Baseline,
            FontSize = main.Size,
            Bold = main.Face.Bold,
            Italic = main.Face.Italic,
            BlankAfter = blankAfter,
        };
    }
}
