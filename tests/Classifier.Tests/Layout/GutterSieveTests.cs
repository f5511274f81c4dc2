using Classifier.Documents;
using Classifier.Layout;
using Xunit;

namespace Classifier.Tests.Layout;

public sealed class GutterSieveTests
{
    private const int ColumnLines = 3;
    private const double Half = 3.5;

    /// <summary>Reading by rows must leave the places that reading word by word leaves.</summary>
    [Fact]
    public void Sift_AnyPage_LeavesThePlacesThatHaveLinesOnEitherSide()
    {
        Random random = new(1);
        int left = 0, all = 0;
        for (int page = 0; page < 300; page++)
        {
            Box[] boxes = Page(random);
            double[] places = [.. Enumerable.Range(0, 100).Select(i => 50 + 5.0 * i)];
            double[] expected = [.. places.Where(x => HasLinesOnEitherSide(boxes, x))];
            Assert.Equal(expected, new GutterSieve(boxes, ColumnLines).Sift(places, Half));
            (left, all) = (left + expected.Length, all + places.Length);
        }
        Assert.InRange(left, all / 20, all - all / 20);
    }

    private static Box[] Page(Random random)
    {
        List<Box> boxes = [];
        double height = random.Next(8, 16), gap = random.Next(1, 4) * 150;
        for (double top = 0; top < 400; top += random.Next(4, 30))
        {
            for (double x = random.Next(0, 200); x < 550; x += random.Next(0, 4) == 0 ? gap : random.Next(2, 9))
            {
                double width = random.Next(5, 40), raised = random.Next(0, 8) == 0 ? 3 : 0;
                boxes.Add(new Box(x, top - raised, x + width, random.Next(0, 40) == 0 ? top - raised : top - raised + height));
                x += random.Next(0, 30) == 0 ? -width : width;
            }
        }
        return [.. boxes.OrderBy(box => box.Top)];
    }

    private static bool HasLinesOnEitherSide(Box[] boxes, double x)
    {
        double crossedTo = double.NegativeInfinity;
        List<Box> left = [], right = [];
        foreach (Box box in boxes)
        {
            if (box.Left < x + Half && box.Right > x - Half)
            {
                if (box.Top >= crossedTo) (left, right) = ([], []);
                crossedTo = Math.Max(crossedTo, box.Bottom);
            }
            else if ((box.Top + box.Bottom) / 2 >= crossedTo)
            {
                (box.Right <= x ? left : right).Add(box);
                if (Lines(left) >= ColumnLines && Lines(right) >= ColumnLines) return true;
            }
        }
        return false;
    }

    private static int Lines(List<Box> boxes)
    {
        int lines = 0;
        double middle = double.NegativeInfinity;
        foreach (Box box in boxes)
        {
            if (box.Top < middle) continue;
            lines++;
            middle = (box.Top + box.Bottom) / 2;
        }
        return lines;
    }
}
