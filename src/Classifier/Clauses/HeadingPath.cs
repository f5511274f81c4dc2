namespace Classifier.Clauses;

/// <summary>The headings above the present place, outermost first.</summary>
internal sealed class HeadingPath
{
    private readonly List<(string Text, double Rank)> _headings = [];

    // Nearly all clauses stand under the headings of the one before.
    private IReadOnlyList<string>? _texts;

    public IReadOnlyList<string> Texts => _texts ??= [.. _headings.Select(heading => heading.Text)];

    /// <summary>Enters a heading: headings of its own rank or a lower one end.</summary>
    /// <param name="text">The heading as proposed, with its number.</param>
    /// <param name="rank">0 for the outermost; see <see cref="HeadingReader"/>.</param>
    public void Enter(string text, double rank)
    {
        Leave(rank);
        if (text.Length > 0) _headings.Add((text, rank));
    }

    /// <summary>Leaves all headings of this rank and lower ones.</summary>
    public void Leave(double rank)
    {
        _headings.RemoveAll(heading => heading.Rank >= rank);
        _texts = null;
    }

    /// <summary>True where a heading matches.</summary>
    public bool Any(Func<string, bool> matches) => _headings.Exists(heading => matches(heading.Text));
}
