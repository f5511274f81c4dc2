using System.Runtime.InteropServices;
using System.Text;
using Classifier.Documents.Drawing;

namespace Classifier.Documents;

/// <summary>
/// Joins letters to words in drawing order. Drawing order keeps "shall" struck and "should" inserted apart from the words around
/// them, where sorting by position would mix overlapping runs.
/// </summary>
internal sealed class WordBuilder(PageFrame frame, PdfReaderOptions options)
{
    private readonly List<Word> _words = [];
    private readonly List<Word> _turned = [];
    private readonly List<Word> _slanted = [];
    private readonly List<MarkedArea> _slashes = [];
    private readonly List<PlacedLetter> _current = [];
    // Where words begin, apart from what they say: most places are free, and finding that out by their texts would cost nine times as much.
    private readonly HashSet<(int Left, int Baseline)> _places = [];
    private readonly HashSet<(string Text, int Left, int Baseline)> _printed = [];

    public IReadOnlyList<Word> Words => _words;

    /// <summary>Words that run up, down or upside down.</summary>
    public IReadOnlyList<Word> Turned => _turned;

    /// <summary>Words that run across the page.</summary>
    public IReadOnlyList<Word> Slanted => _slanted;

    /// <summary>Slashes printed over letters, which strike them.</summary>
    public IReadOnlyList<MarkedArea> Slashes => _slashes;

    /// <summary>Reads all letters of a page.</summary>
    public void Add(List<DrawnLetter> letters)
    {
        ReadOnlySpan<PlacedLetter> placed = CollectionsMarshal.AsSpan(Place(letters));
        bool[]? strikes = SlashFinder.Find(placed);
        if (strikes is not null) _slashes.AddRange(SlashFinder.Areas(placed, strikes));
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
                PlacedLetter last = _current[^1];
                if (letter.Course == last.Course && letter.Course == Course.Straight && letter.Repeats(last)) continue;
                bool goesOn = letter.Course == last.Course && (letter.Course == Course.Straight ? letter.Continues(last, options) : letter.Touches(last));
                if (!goesOn) EndWord(blankAfter: false);
            }
            _current.Add(letter);
        }
        EndWord(blankAfter: false);
    }

    private List<PlacedLetter> Place(List<DrawnLetter> letters)
    {
        List<PlacedLetter> placed = new(letters.Count);
        foreach (ref readonly DrawnLetter letter in CollectionsMarshal.AsSpan(letters))
        {
            PlacedLetter own = PlacedLetter.Of(letter, frame);
            if (own.IsOnAPage) placed.Add(own);
        }
        return placed;
    }

    private static bool IsBlank(in PlacedLetter letter) => string.IsNullOrWhiteSpace(letter.Text) || letter.Text[0] == '\0';

    private void EndWord(bool blankAfter)
    {
        if (_current.Count == 0)
        {
            if (blankAfter && _words.Count > 0 && !_words[^1].BlankAfter) _words[^1] = _words[^1] with { BlankAfter = true };
            return;
        }
        Word word = Join(_current, blankAfter);
        Course course = _current[0].Course;
        _current.Clear();
        if (course == Course.Turned) _turned.Add(word);
        else if (course == Course.Slanted) _slanted.Add(word);
        else if (!IsPrintedAgain(word)) _words.Add(word);
    }

    /// <summary>Bold type made by hand prints a whole word twice, a fraction of a point aside.</summary>
    private bool IsPrintedAgain(Word word)
    {
        int left = (int)Math.Round(word.Box.Left), baseline = (int)Math.Round(word.Baseline);
        for (int x = left - 1; x <= left + 1; x++)
            for (int y = baseline - 1; y <= baseline + 1; y++)
                if (_places.Contains((x, y)) && _printed.Contains((word.Text, x, y))) return true;
        _places.Add((left, baseline));
        _printed.Add((word.Text, left, baseline));
        return false;
    }

    private static Word Join(List<PlacedLetter> letters, bool blankAfter)
    {
        RightToLeft.Order(letters);
        StringBuilder text = new();
        List<float> edges = new(letters.Count * 2);
        Box box = letters[0].Box;
        foreach (ref readonly PlacedLetter letter in CollectionsMarshal.AsSpan(letters))
        {
            box = box.Union(letter.Box);
            text.Append(letter.Text);
            double step = letter.Box.Width / letter.Text.Length;
            for (int i = 0; i < letter.Text.Length; i++)
            {
                edges.Add((float)(letter.Box.Left + i * step));
                edges.Add((float)(letter.Box.Left + (i + 1) * step));
            }
        }
        PlacedLetter main = letters[letters.Count / 2];
        return new Word
        {
            Text = text.ToString(),
            Box = box,
            Edges = edges,
            Baseline = main.Baseline,
            FontSize = main.Size,
            Bold = main.Face.Bold,
            Italic = main.Face.Italic,
            BlankAfter = blankAfter,
        };
    }
}
