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
    private readonly List<PlacedLetter> _placed = [];
    private readonly List<PlacedLetter> _current = [];
    // Where words begin, apart from what they say: most places are free, and finding that out by their texts would cost nine times as much.
    private readonly HashSet<(int Left, int Baseline)> _places = [];
    private readonly HashSet<(string Text, int Left, int Baseline)> _printed = [];
    private PageWords _words = new([], [], [], []);

    /// <summary>Reads all letters of a page.</summary>
    public PageWords Build(DrawnPage page, PageFrame frame)
    {
        Place(page.Letters, frame);
        _places.Clear();
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
        else if (!IsPrintedAgain(word)) _words.Straight.Add(word);
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
        int length = 0;
        foreach (ref readonly PlacedLetter letter in CollectionsMarshal.AsSpan(letters)) length += letter.Text.Length;
        float[] edges = new float[2 * length];
        Box box = letters[0].Box;
        int at = 0;
        foreach (ref readonly PlacedLetter letter in CollectionsMarshal.AsSpan(letters))
        {
            box = box.Union(letter.Box);
            double step = letter.Box.Width / letter.Text.Length;
            for (int i = 0; i < letter.Text.Length; i++)
            {
                edges[at++] = (float)(letter.Box.Left + i * step);
                edges[at++] = (float)(letter.Box.Left + (i + 1) * step);
            }
        }
        string text = string.Create(length, letters, static (characters, letters) =>
        {
            foreach (ref readonly PlacedLetter letter in CollectionsMarshal.AsSpan(letters))
            {
                letter.Text.CopyTo(characters);
                characters = characters[letter.Text.Length..];
            }
        });
        PlacedLetter main = letters[letters.Count / 2];
        return new Word
        {
            Text = text,
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
