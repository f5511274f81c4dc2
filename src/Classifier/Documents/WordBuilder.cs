using System.Text;
using UglyToad.PdfPig.Content;

namespace Classifier.Documents;

/// <summary>
/// Joins letters to words in drawing order. Drawing order keeps "shall" struck and "should" inserted apart from the words around
/// them, where sorting by position would mix overlapping runs.
/// </summary>
internal sealed class WordBuilder(PageFrame frame, PdfReaderOptions options)
{
    private readonly List<Word> words = [];
    private readonly List<Word> turned = [];
    private readonly List<Word> slanted = [];
    private readonly List<MarkedArea> slashes = [];
    private readonly List<PlacedLetter> current = [];
    private readonly HashSet<(string Text, int Left, int Baseline)> printed = [];

    public IReadOnlyList<Word> Words => words;

    /// <summary>Words that run up, down or upside down.</summary>
    public IReadOnlyList<Word> Turned => turned;

    /// <summary>Words that run across the page.</summary>
    public IReadOnlyList<Word> Slanted => slanted;

    /// <summary>Slashes printed over letters, which strike them.</summary>
    public IReadOnlyList<MarkedArea> Slashes => slashes;

    /// <summary>Reads all letters of a page.</summary>
    public void Add(IReadOnlyList<Letter> letters)
    {
        PlacedLetter[] placed = [.. letters.Select(letter => PlacedLetter.Of(letter, frame)).Where(letter => letter.IsOnAPage)];
        bool[]? strikes = SlashFinder.Find(placed);
        if (strikes is not null) slashes.AddRange(SlashFinder.Areas(placed, strikes));
        for (int i = 0; i < placed.Length; i++)
        {
            PlacedLetter letter = placed[i];
            if (IsBlank(letter))
            {
                if (i + 1 >= placed.Length || !placed[i + 1].Overprints(letter)) EndWord(blankAfter: true);
                continue;
            }
            if (strikes is not null && strikes[i]) continue;
            if (current.Count > 0)
            {
                PlacedLetter last = current[^1];
                if (letter.Course == last.Course && letter.Course == Course.Straight && letter.Repeats(last)) continue;
                bool goesOn = letter.Course == last.Course && (letter.Course == Course.Straight ? letter.Continues(last, options) : letter.Touches(last));
                if (!goesOn) EndWord(blankAfter: false);
            }
            current.Add(letter);
        }
        EndWord(blankAfter: false);
    }

    private static bool IsBlank(PlacedLetter letter) => string.IsNullOrWhiteSpace(letter.Text) || letter.Text[0] == '\0';

    private void EndWord(bool blankAfter)
    {
        if (current.Count == 0)
        {
            if (blankAfter && words.Count > 0 && !words[^1].BlankAfter) words[^1] = words[^1] with { BlankAfter = true };
            return;
        }
        Word word = Join(current, blankAfter);
        Course course = current[0].Course;
        current.Clear();
        if (course == Course.Turned) turned.Add(word);
        else if (course == Course.Slanted) slanted.Add(word);
        else if (!IsPrintedAgain(word)) words.Add(word);
    }

    /// <summary>Bold type made by hand prints a whole word twice, a fraction of a point aside.</summary>
    private bool IsPrintedAgain(Word word)
    {
        int left = (int)Math.Round(word.Box.Left), baseline = (int)Math.Round(word.Baseline);
        for (int x = left - 1; x <= left + 1; x++)
            for (int y = baseline - 1; y <= baseline + 1; y++)
                if (printed.Contains((word.Text, x, y))) return true;
        printed.Add((word.Text, left, baseline));
        return false;
    }

    private static Word Join(List<PlacedLetter> letters, bool blankAfter)
    {
        // Producers draw Arabic and Hebrew from left to right as shown; the text wants it from right to left.
        if (letters.Count > 1 && letters.Count(letter => RightToLeft.IsIn(letter.Text)) * 2 > letters.Count && letters[0].Box.Left < letters[^1].Box.Left)
            letters.Reverse();
        StringBuilder text = new();
        List<float> edges = new(letters.Count * 2);
        foreach (PlacedLetter letter in letters)
        {
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
            Box = Box.Around(letters.Select(letter => letter.Box)),
            Edges = edges,
            Baseline = main.Baseline,
            FontSize = main.Size,
            Bold = main.Bold,
            Italic = main.Italic,
            BlankAfter = blankAfter,
        };
    }
}
