using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>
/// Sifts out the places at which no gutter can stand, so that <see cref="ColumnFinder"/> need not try them word by word: on a page of running text
/// hardly any is left. It reads the page by rows, as words that share their height and follow each other are crossed, or stand beside a place, as one.
/// </summary>
internal sealed class GutterSieve
{
    private readonly int _columnLines;
    private readonly Box[] _boxes;
    private readonly List<Row> _rows = [];

    /// <param name="boxes">Words by their upper edges.</param>
    /// <param name="columnLines">Fewest lines of a column; at least 1.</param>
    public GutterSieve(Box[] boxes, int columnLines)
    {
        (_boxes, _columnLines) = (boxes, columnLines);
        for (int start = 0, end; start < boxes.Length; start = end)
        {
            double top = boxes[start].Top, bottom = boxes[start].Bottom, middle = (top + bottom) / 2;
            for (end = start + 1; end < boxes.Length && top < middle && middle < bottom; end++)
                if (boxes[end].Top != top || boxes[end].Bottom != bottom || !(boxes[end].Left >= boxes[end - 1].Left)) break;
            _rows.Add(new Row(start, end, top, middle, bottom));
        }
    }

    /// <summary>The places that leave as many lines as a column has on either side, without a word across between them.</summary>
    /// <param name="places">Places from left to right, in points.</param>
    /// <param name="half">White on either side of a gutter.</param>
    public IEnumerable<double> Sift(double[] places, double half)
    {
        Place[] states = new Place[places.Length];
        Array.Fill(states, new Place());
        foreach (Row row in _rows)
        {
            double firstRight = _boxes[row.Start].Right, lastLeft = _boxes[row.End - 1].Left, reached = double.NegativeInfinity;
            int next = row.Start;
            for (int i = 0; i < places.Length; i++)
            {
                double from = places[i] - half, to = places[i] + half;
                for (; next < row.End && _boxes[next].Left < to; next++) reached = Math.Max(reached, _boxes[next].Right);
                states[i].Pass(row, isCrossed: reached > from, hasLeft: firstRight <= from, hasRight: lastLeft >= to, _columnLines);
            }
        }
        for (int i = 0; i < places.Length; i++)
            if (states[i].IsFree) yield return places[i];
    }

    /// <summary>Words of one height from left to right.</summary>
    private readonly record struct Row(int Start, int End, double Top, double Middle, double Bottom);

    /// <summary>What stands beside a place, counted as <see cref="ColumnFinder"/> does.</summary>
    private struct Place()
    {
        private double _crossedTo = double.NegativeInfinity, _lastLeft = double.NegativeInfinity, _lastRight = double.NegativeInfinity;
        private int _left, _right;

        public bool IsFree { get; private set; }

        public void Pass(in Row row, bool isCrossed, bool hasLeft, bool hasRight, int columnLines)
        {
            // What follows a word across the place on its row is beside that word and in no column.
            if (row.Middle >= _crossedTo)
            {
                if (hasLeft && row.Top >= _lastLeft) (_left, _lastLeft) = (_left + 1, row.Middle);
                if (hasRight && !isCrossed && row.Top >= _lastRight) (_right, _lastRight) = (_right + 1, row.Middle);
                IsFree |= _left >= columnLines && _right >= columnLines;
            }
            if (!isCrossed) return;
            if (row.Top >= _crossedTo)
            {
                (_left, _right) = (0, 0);
                _lastLeft = _lastRight = double.NegativeInfinity;
            }
            _crossedTo = Math.Max(_crossedTo, row.Bottom);
        }
    }
}
