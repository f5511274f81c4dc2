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

    // Where each row of words of one height, from left to right, begins; and the end.
    private readonly List<int> _rows = [];

    /// <param name="boxes">Words by their upper edges.</param>
    /// <param name="columnLines">Fewest lines of a column; at least 1.</param>
    public GutterSieve(Box[] boxes, int columnLines)
    {
        (_boxes, _columnLines) = (boxes, columnLines);
        for (int i = 0; i < boxes.Length; i++)
            if (i == 0 || !GoesOn(boxes[i - 1], boxes[i])) _rows.Add(i);
        _rows.Add(boxes.Length);
    }

    // What has no height is a row of its own: two such words count as two lines.
    private static bool GoesOn(in Box last, in Box box) =>
        box.Top == last.Top && box.Bottom == last.Bottom && box.Left >= last.Left && box.Top < Middle(box) && Middle(box) < box.Bottom;

    private static double Middle(in Box box) => (box.Top + box.Bottom) / 2;

    /// <summary>The places that leave as many lines as a column has on either side, without a word across between them.</summary>
    /// <param name="places">Places from left to right, in points.</param>
    /// <param name="half">White on either side of a gutter.</param>
    public IEnumerable<double> Sift(double[] places, double half)
    {
        Place[] states = new Place[places.Length];
        Array.Fill(states, new Place());
        for (int row = 0; row < _rows.Count - 1; row++)
        {
            int next = _rows[row], end = _rows[row + 1];
            Box first = _boxes[next];
            double middle = Middle(first), lastLeft = _boxes[end - 1].Left, reached = double.NegativeInfinity;
            for (int i = 0; i < places.Length; i++)
            {
                double from = places[i] - half, to = places[i] + half;
                for (; next < end && _boxes[next].Left < to; next++) reached = Math.Max(reached, _boxes[next].Right);
                states[i].Pass(first, middle, isCrossed: reached > from, hasLeft: first.Right <= from, hasRight: lastLeft >= to, _columnLines);
            }
        }
        for (int i = 0; i < places.Length; i++)
            if (states[i].IsFree) yield return places[i];
    }

    /// <summary>What stands beside a place, counted as <see cref="ColumnFinder"/> does.</summary>
    private struct Place()
    {
        private double _crossedTo = double.NegativeInfinity, _lastLeft = double.NegativeInfinity, _lastRight = double.NegativeInfinity;
        private int _left, _right;

        public bool IsFree { get; private set; }

        public void Pass(in Box row, double middle, bool isCrossed, bool hasLeft, bool hasRight, int columnLines)
        {
            // What follows a word across the place on its row is beside that word and in no column.
            if (middle >= _crossedTo)
            {
                if (hasLeft && row.Top >= _lastLeft) (_left, _lastLeft) = (_left + 1, middle);
                if (hasRight && !isCrossed && row.Top >= _lastRight) (_right, _lastRight) = (_right + 1, middle);
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
