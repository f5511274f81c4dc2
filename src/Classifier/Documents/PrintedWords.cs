using System.Runtime.InteropServices;

namespace Classifier.Documents;

/// <summary>Tells the words of a page that are printed twice, a fraction of a point aside: bold type made by hand.</summary>
internal sealed class PrintedWords
{
    // Cells are four points wide and high: a word's neighbours lie in one to four of them.
    private const int CellShift = 2;

    // Hardly any word begins in the cell of another. Only where one does must the texts be compared, and are looked up for that.
    private readonly HashSet<long> _cells = [];
    private readonly HashSet<(string Text, int Left, int Baseline)> _listed = [];
    private int _listedCount;

    /// <summary>Begins another page.</summary>
    public void Clear()
    {
        _cells.Clear();
        _listed.Clear();
        _listedCount = 0;
    }

    /// <summary>True where the same word begins within a point of this one.</summary>
    /// <param name="word">A word.</param>
    /// <param name="before">The words of the page that were not printed again, up to this one.</param>
    public bool Contain(Word word, List<Word> before)
    {
        (int left, int baseline) = PlaceOf(word);
        bool isFree = true;
        for (int x = (left - 1) >> CellShift; x <= (left + 1) >> CellShift; x++)
            for (int y = (baseline - 1) >> CellShift; y <= (baseline + 1) >> CellShift; y++) isFree = isFree && !_cells.Contains(Cell(x, y));
        _cells.Add(Cell(left >> CellShift, baseline >> CellShift));
        if (isFree) return false;
        foreach (Word other in CollectionsMarshal.AsSpan(before)[_listedCount..])
        {
            (int otherLeft, int otherBaseline) = PlaceOf(other);
            _listed.Add((other.Text, otherLeft, otherBaseline));
        }
        _listedCount = before.Count;
        for (int x = left - 1; x <= left + 1; x++)
            for (int y = baseline - 1; y <= baseline + 1; y++)
                if (_listed.Contains((word.Text, x, y))) return true;
        return false;
    }

    private static (int Left, int Baseline) PlaceOf(Word word) => ((int)Math.Round(word.Box.Left), (int)Math.Round(word.Baseline));

    private static long Cell(int x, int y) => (long)x << 32 | (uint)y;
}
