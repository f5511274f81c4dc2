using Classifier.Clauses;
using Classifier.Documents;
using Classifier.Layout;

namespace Classifier.Tests.Clauses;

/// <summary>
/// A document as if typed: every character five points wide, leading blanks are indents, two blanks a tab. "[-struck-]" and "[+added+]"
/// are revision marks, "*line*" is bold, "^1" a raised word, "---" a page break, and a line in "&lt;&gt;" is centred.
/// </summary>
internal static class TypedDocument
{
    private const double CharacterWidth = 5, LineHeight = 12, FontSize = 10, Left = 50, Top = 60;

    /// <summary>Characters to a full line.</summary>
    public const int Measure = 60;

    public static ProposalDocument Segment(params string[] lines) => new ClauseSegmenter().Segment(new string('0', 64), LayOut(lines));

    public static LaidOutDocument LayOut(params string[] lines)
    {
        List<Region> regions = [];
        List<LaidOutLine> open = [];
        int page = 1;
        double y = Top;
        bool marks = false;
        void EndRegion()
        {
            if (open.Count > 0) regions.Add(Body(page, open));
            open = [];
        }
        foreach (string typed in lines)
        {
            if (typed == "---")
            {
                EndRegion();
                (page, y) = (page + 1, Top);
                continue;
            }
            if (typed.Length == 0)
            {
                y += LineHeight;
                continue;
            }
            LaidOutLine line = Line(typed, page, y, ref marks);
            y += LineHeight;
            if (typed.StartsWith("note:", StringComparison.Ordinal)) regions.Add(new Region { Kind = RegionKind.Footnote, Page = page, Box = Room(line.Box.Top, line.Box.Bottom), Lines = [line] });
            else open.Add(line);
        }
        EndRegion();
        return new LaidOutDocument { Regions = [.. regions.OrderBy(region => region.Page).ThenBy(region => region.Kind == RegionKind.Footnote)], Removed = [], HasRevisionMarks = marks };
    }

    /// <summary>A table from rows of cells; the first row is its head.</summary>
    public static LaidOutDocument Table(params string[][] rows)
    {
        List<Region> regions = [];
        bool marks = false;
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < rows[row].Length; column++)
            {
                if (rows[row][column].Length == 0) continue;
                regions.Add(new Region
                {
                    Kind = row == 0 ? RegionKind.TableHead : RegionKind.TableCell,
                    Page = 1,
                    Box = new Box(column * 200, row * 20, column * 200 + 190, row * 20 + 18),
                    Lines = [Line(rows[row][column], 1, row * 20 + 12, ref marks)],
                    Cell = new TablePlace(0, row, column),
                });
            }
        }
        return new LaidOutDocument { Regions = regions, Removed = [], HasRevisionMarks = marks };
    }

    private static Region Body(int page, List<LaidOutLine> lines) =>
        new() { Kind = RegionKind.Body, Page = page, Box = Room(lines[0].Box.Top, lines[^1].Box.Bottom), Lines = lines };

    private static Box Room(double top, double bottom) => new(Left, top, Left + Measure * CharacterWidth, bottom);

    private static LaidOutLine Line(string typed, int page, double y, ref bool marks)
    {
        string text = typed.StartsWith("note:", StringComparison.Ordinal) ? typed[5..] : typed;
        bool bold = text.Length > 2 && text.Trim().StartsWith('*') && text.EndsWith('*');
        if (bold) text = text.Replace("*", "", StringComparison.Ordinal);
        bool centred = text.StartsWith('<') && text.EndsWith('>');
        if (centred) text = text[1..^1];
        double x = Left + (centred ? (Measure - text.Length) / 2.0 * CharacterWidth : 0);
        List<LaidOutWord> words = [];
        List<char> word = [];
        List<Mark> wordMarks = [];
        Mark mark = Mark.None;
        bool raised = false;
        double start = x;
        void EndWord(bool blank)
        {
            if (word.Count > 0)
            {
                Box box = new(start, y - 7.5, x, y + 2.2);
                words.Add(new LaidOutWord(
                    new Word
                    {
                        Text = new string([.. word]),
                        Box = box,
                        Edges = Enumerable.Range(0, word.Count).SelectMany(i => new[] { (float)(box.Left + i * CharacterWidth), (float)(box.Left + (i + 1) * CharacterWidth) }).ToArray(),
                        Baseline = y,
                        FontSize = FontSize,
                        Bold = bold,
                        Italic = false,
                        BlankAfter = blank,
                    },
                    [.. wordMarks],
                    raised));
            }
            word.Clear();
            wordMarks.Clear();
            raised = false;
        }
        for (int i = 0; i < text.Length; i++)
        {
            string next = text[i..];
            if (next.StartsWith("[-", StringComparison.Ordinal) || next.StartsWith("[+", StringComparison.Ordinal))
            {
                mark = next[1] == '-' ? Mark.Deleted : Mark.Inserted;
                marks = true;
                i++;
            }
            else if (next.StartsWith("-]", StringComparison.Ordinal) || next.StartsWith("+]", StringComparison.Ordinal))
            {
                mark = Mark.None;
                i++;
            }
            else if (text[i] == '^')
            {
                EndWord(false);
                start = x;
                raised = true;
            }
            else if (text[i] == ' ')
            {
                EndWord(true);
                x += CharacterWidth;
                start = x;
            }
            else
            {
                if (word.Count == 0) start = x;
                word.Add(text[i]);
                wordMarks.Add(mark);
                x += CharacterWidth;
            }
        }
        EndWord(false);
        return new LaidOutLine { Page = page, Box = Box.Around(words.Select(w => w.Box)), Baseline = y, FontSize = FontSize, Words = [.. words] };
    }
}
