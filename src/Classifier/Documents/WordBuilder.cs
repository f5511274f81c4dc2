using System.Text;
using UglyToad.PdfPig.Content;

namespace Classifier.Documents;

/// <summary>
/// Joins letters to words in drawing order. Drawing order keeps "shall" struck and "should" inserted apart from the words around
/// them, where sorting by position would mix overlapping runs.
/// </summary>
internal static class WordBuilder
{
    public static (IReadOnlyList<Word> Words, IReadOnlyList<string> Slanted) Build(IReadOnlyList<Letter> letters, PageFrame frame, PdfReaderOptions options)
    {
        List<Word> words = [];
        List<string> slanted = [];
        List<PlacedLetter> current = [];
        StringBuilder aside = new();
        void EndWord(bool blankAfter)
        {
            if (current.Count > 0) words.Add(Join(current, blankAfter));
            current.Clear();
        }
        void EndAside()
        {
            if (aside.Length > 0) slanted.Add(aside.ToString());
            aside.Clear();
        }
        foreach (Letter letter in letters)
        {
            if (string.IsNullOrWhiteSpace(letter.Value) || letter.Value[0] == '\0')
            {
                EndWord(blankAfter: true);
                EndAside();
                continue;
            }
            if (letter.TextOrientation != frame.Orientation)
            {
                aside.Append(letter.Value);
                continue;
            }
            PlacedLetter placed = PlacedLetter.Of(letter, frame);
            if (current.Count > 0)
            {
                PlacedLetter last = current[^1];
                if (placed.Repeats(last)) continue;
                if (!placed.Continues(last, options)) EndWord(blankAfter: false);
            }
            current.Add(placed);
        }
        EndWord(blankAfter: false);
        EndAside();
        return (words, slanted);
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
