using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>
/// Splits a page into groups that are read one after the other: columns, and the full-width stretches between them. A gutter is a
/// white strip that a run of text lines keeps to on both sides; lines that cross it end the run. Applied to its own results, which
/// finds three columns as two gutters. (A top-down cut in the manner of Nagy and Seth's XY tree, 1984, but with the vertical cut
/// tried first: paragraph spacing must not break a page into bands that mix its columns.)
/// </summary>
internal sealed class ColumnFinder(LayoutOptions options)
{
    // Deepest nesting of cuts: enough for any page that is meant to be read.
    private const int MostCuts = 12;

    // Distance in points between tried positions of a gutter, and the most positions: only pages far wider than any poster need more.
    private const double Step = 2;
    private const double MostPositions = 2_000;

    // Points of white above which a gutter is no better for being wider, and what it may weigh against the text that keeps to it: it only decides between equals.
    private const double WideGutter = 40;
    private const double WhiteWeight = 0.02;

    // White across both columns of so many line heights, as figures and panels leave, ends them: what stands below is read after both. The space above a heading is less.
    private const double PanelGap = 3;

    // Points of text that a word across the gutter takes away: "16." across a strip is small, but breaks the column all the same.
    private const double CrossingCost = 40;

    /// <summary>Splits the boxes; returns groups of their indexes in reading order.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Split(Box[] boxes)
    {
        List<IReadOnlyList<int>> groups = [];
        int[] all = StableOrder.By([.. Enumerable.Range(0, boxes.Length)], i => boxes[i].Top);
        if (boxes.Length > options.MostWords) return [all];
        Split(boxes, all, 0, groups);
        return groups;
    }

    private void Split(Box[] boxes, IReadOnlyList<int> items, int depth, List<IReadOnlyList<int>> groups)
    {
        if (items.Count == 0) return;
        if (depth >= MostCuts || BestGutter(boxes, items) is not { } gutter)
        {
            groups.Add(items);
            return;
        }
        // Groups in reading order: what stands before the first band, its left and right column, what stands before the second ...
        List<int>[] parts = [.. Enumerable.Range(0, 3 * gutter.Bands.Count + 1).Select(_ => new List<int>())];
        foreach (int item in items) parts[PartOf(boxes[item], gutter)].Add(item);
        foreach (List<int> part in parts) Split(boxes, part, depth + 1, groups);
    }

    private static int PartOf(Box box, Gutter gutter)
    {
        double middle = (box.Top + box.Bottom) / 2;
        int band = 0;
        while (band < gutter.Bands.Count && middle >= gutter.Bands[band].Bottom) band++;
        if (band == gutter.Bands.Count || middle < gutter.Bands[band].Top) return 3 * band;
        return box.Right <= gutter.X ? 3 * band + 1 : box.Left >= gutter.X ? 3 * band + 2 : 3 * band;
    }

    private Gutter? BestGutter(Box[] boxes, IReadOnlyList<int> items)
    {
        if (items.Count < 2 * options.ColumnLines) return null;
        Box[] placed = new Box[items.Count];
        Box around = boxes[items[0]];
        for (int i = 0; i < placed.Length; i++) around = around.Union(placed[i] = boxes[items[i]]);
        // A gutter in the outer parts would make a column of list numbers.
        double first = around.Left + 0.2 * around.Width, last = around.Right - 0.2 * around.Width;
        Gutter? best = null;
        double bestScore = double.NegativeInfinity;
        int equal = 0;
        double step = Math.Max(Step, (last - first) / MostPositions);
        List<double> places = new(Math.Max(0, (int)((last - first) / step) + 2));
        for (double x = first; x <= last; x += step) places.Add(x);
        foreach (double x in new GutterSieve(placed, options.ColumnLines).Sift([.. places], options.GutterWidth / 2))
        {
            (List<Band> bands, int crossings) = Bands(placed, x, around);
            if (bands.Count == 0) continue;
            // Numbers before the right column's paragraphs leave a white strip too, but a narrower one than the gutter.
            double score = bands.Sum(band => band.Filled * (1 + WhiteWeight * Math.Min(band.White, WideGutter) / WideGutter)) - crossings * CrossingCost;
            if (score > bestScore)
            {
                (best, bestScore, equal) = (new Gutter(x, bands), score, 0);
            }
            else if (score == bestScore && best is not null && x - best.X <= step * (2 * equal + 2))
            {
                // Move on to the middle of a wide gutter.
                if (++equal % 2 == 0) best = new Gutter(best.X + step, bands);
            }
        }
        return best;
    }

    /// <summary>The stretches without a crossing box that have running text on both sides.</summary>
    private (List<Band> Bands, int Crossings) Bands(Box[] boxes, double x, Box around)
    {
        double half = options.GutterWidth / 2;
        List<Band> bands = [];
        int crossings = 0;
        Side left = new(), right = new();
        double top = double.NegativeInfinity, crossedTo = double.NegativeInfinity, writtenTo = double.NegativeInfinity;
        bool AreColumns() => left.IsColumn(x - around.Left, options) && right.IsColumn(around.Right - x, options) && AreAlike(left, right);
        void End(double bottom)
        {
            if (AreColumns()) bands.Add(new Band(top, bottom, left.Filled + right.Filled, right.From - left.To));
            // A rest below a gap that makes no columns of its own belongs to those above it.
            else if (bands.Count > 0 && bands[^1].Bottom == top) bands[^1] = bands[^1] with { Bottom = bottom, Filled = bands[^1].Filled + left.Filled + right.Filled };
            (left, right) = (new Side(), new Side());
        }
        foreach (ref readonly Box box in boxes.AsSpan())
        {
            if (box.Left < x + half && box.Right > x - half)
            {
                crossings++;
                if (box.Top >= crossedTo) End(box.Top);
                crossedTo = top = Math.Max(crossedTo, box.Bottom);
            }
            else if ((box.Top + box.Bottom) / 2 >= crossedTo)
            {
                if (box.Top - writtenTo > PanelGap * box.Height && AreColumns())
                {
                    End(box.Top);
                    top = box.Top;
                }
                writtenTo = Math.Max(writtenTo, box.Bottom);
                if (box.Right <= x) left.Add(box);
                else right.Add(box);
            }
        }
        End(double.PositiveInfinity);
        return (bands, crossings);
    }

    /// <summary>Few lines make columns only where both are about as wide: "MOD  ARV/27/4" over "31A  Member States" leaves white strips too.</summary>
    private bool AreAlike(Side left, Side right)
    {
        double a = left.To - left.From, b = right.To - right.From;
        return Math.Min(left.Lines, right.Lines) >= options.SureColumnLines || Math.Max(a, b) <= options.ColumnRatio * Math.Min(a, b);
    }

    private sealed record Gutter(double X, IReadOnlyList<Band> Bands);

    private readonly record struct Band(double Top, double Bottom, double Filled, double White);

    /// <summary>Counts the lines on one side of a gutter and the room that they fill. A value, as every crossing of every tried gutter begins two of them.</summary>
    private struct Side()
    {
        private double _lastMiddle = double.NegativeInfinity;

        public int Lines { get; private set; } = 0;

        /// <summary>Sum of the boxes' widths.</summary>
        public double Filled { get; private set; } = 0;

        public double From { get; private set; } = double.PositiveInfinity;

        public double To { get; private set; } = double.NegativeInfinity;

        public void Add(in Box box)
        {
            From = Math.Min(From, box.Left);
            To = Math.Max(To, box.Right);
            Filled += box.Width;
            if (box.Top < _lastMiddle) return;
            Lines++;
            _lastMiddle = (box.Top + box.Bottom) / 2;
        }

        public readonly bool IsColumn(double width, LayoutOptions options) => Lines >= options.ColumnLines && Filled >= options.ColumnFill * Lines * width;
    }
}
