using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>Finds a page's marked areas by the words in them; tagged content may bring one area for each of its letters.</summary>
internal sealed class AreaIndex
{
    private readonly MarkedArea[] _byTop;

    // The lowest edge of all areas up to each one: where it does not reach a word, none before does.
    private readonly double[] _lowest;

    public AreaIndex(IReadOnlyList<MarkedArea> areas)
    {
        _byTop = [.. areas.OrderBy(area => area.Box.Top)];
        _lowest = new double[_byTop.Length];
        for (int i = 0; i < _byTop.Length; i++) _lowest[i] = i == 0 ? _byTop[0].Box.Bottom : Math.Max(_lowest[i - 1], _byTop[i].Box.Bottom);
    }

    public bool IsEmpty => _byTop.Length == 0;

    /// <summary>The areas that cover the middle of the word's height and some of its width.</summary>
    public IEnumerable<MarkedArea> Over(Box word)
    {
        double middle = (word.Top + word.Bottom) / 2;
        int above = CountAbove(middle);
        return above == 0 || _lowest[above - 1] <= middle ? [] : Over(word, middle, above);
    }

    private IEnumerable<MarkedArea> Over(Box word, double middle, int above)
    {
        for (int i = above - 1; i >= 0 && _lowest[i] > middle; i--)
            if (_byTop[i].Box.Bottom > middle && _byTop[i].Box.Left < word.Right && _byTop[i].Box.Right > word.Left) yield return _byTop[i];
    }

    private int CountAbove(double middle)
    {
        int low = 0, high = _byTop.Length;
        while (low < high)
        {
            int half = (low + high) / 2;
            if (_byTop[half].Box.Top < middle) low = half + 1;
            else high = half;
        }
        return low;
    }
}
