using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>Finds a page's marked areas by the words in them; tagged content may bring one area for each of its letters.</summary>
internal sealed class AreaIndex
{
    private readonly MarkedArea[] byTop;

    // The lowest edge of all areas up to each one: where it does not reach a word, none before does.
    private readonly double[] lowest;

    public AreaIndex(IReadOnlyList<MarkedArea> areas)
    {
        byTop = [.. areas.OrderBy(area => area.Box.Top)];
        lowest = new double[byTop.Length];
        for (int i = 0; i < byTop.Length; i++) lowest[i] = i == 0 ? byTop[0].Box.Bottom : Math.Max(lowest[i - 1], byTop[i].Box.Bottom);
    }

    /// <summary>The areas that cover the middle of the word's height and some of its width.</summary>
    public IEnumerable<MarkedArea> Over(Box word)
    {
        if (byTop.Length == 0) return [];
        double middle = (word.Top + word.Bottom) / 2;
        return Above(middle).Where(area => area.Box.Bottom > middle && area.Box.Left < word.Right && area.Box.Right > word.Left);
    }

    private IEnumerable<MarkedArea> Above(double middle)
    {
        int low = 0, high = byTop.Length;
        while (low < high)
        {
            int half = (low + high) / 2;
            if (byTop[half].Box.Top < middle) low = half + 1;
            else high = half;
        }
        for (int i = low - 1; i >= 0 && lowest[i] > middle; i--) yield return byTop[i];
    }
}
