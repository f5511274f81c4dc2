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
    private readonly List<MarkedArea> slashes = [];
    private readonly List<PlacedLetter> current = [];
    private readonly HashSet<(string Text, int Left, int Baseline)> printed = [];

    public IReadOnlyList<Word> Words => words;

    public IReadOnlyList<Word> Turned => turned;

    /// <summary>Slashes printed over letters, which strike them.</summary>
    public IReadOnlyList<MarkedArea> Slashes => slashes;

    /// <summary>Reads all letters of a page.</summary>
    public void Add(IReadOnlyList<Letter> letters)
    {
        bool aside = false;
        foreach (Letter letter in letters)
        {
            if (string.IsNullOrWhiteSpace(letter.Value) || letter.Value[0] == '\0')
            {
                EndWord(aside, blankAfter: true);
                continue;
            }
            PlacedLetter placed = PlacedLetter.Of(letter, frame);
            bool isAside = letter.TextOrientation != frame.Orientation;
            if (current.Count > 0)
            {
                if (isAside != aside) EndWord(aside, blankAfter: false);
                else if (!isAside && placed.Repeats(current[^1])) continue;
                else if (isAside ? !placed.Touches(current[^1]) : !placed.Continues(current[^1], options)) EndWord(aside, blankAfter: false);
            }
            aside = isAside;
            current.Add(placed);
        }
        EndWord(aside, blankAfter: false);
    }

    private void EndWord(bool aside, bool blankAfter)
    {
        if (current.Count == 0)
        {
            if (blankAfter && !aside && words.Count > 0 && !words[^1].BlankAfter) words[^1] = words[^1] with { BlankAfter = true };
            return;
        }
        Word word = Join(current, blankAfter);
        current.Clear();
        if (aside) turned.Add(word);
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
