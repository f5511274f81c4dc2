using System.Globalization;
using System.Text.RegularExpressions;

namespace Classifier.Layout;

/// <summary>A row near a page's edge, which may be a running head or foot.</summary>
internal sealed partial class EdgeRow
{
    /// <summary>Reads a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="depth">Rows between it and the edge.</param>
    /// <param name="fromTop">True at the upper edge.</param>
    /// <param name="text">Its words with single blanks.</param>
    /// <param name="gap">White towards the page's inside, in points.</param>
    public EdgeRow(LaidOutLine row, int depth, bool fromTop, string text, double gap)
    {
        (Row, Depth, FromTop, Text, Gap) = (row, depth, fromTop, text, gap);
        // Left and right pages mirror their heads: the order of the words is left aside.
        bool hasDigits = text.AsSpan().ContainsAnyInRange('0', '9');
        string[] words = [.. text.Split(' ').OrderBy(word => hasDigits ? Digits().Replace(word, "#") : word, StringComparer.OrdinalIgnoreCase)];
        Template = string.Concat(words);
        if (!hasDigits) return;
        Figures = [.. Digits().Matches(string.Join(' ', words)).Select(match => new Figure(match.Value, long.TryParse(match.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : null))];
        Template = Digits().Replace(Template, "#");
    }

    public LaidOutLine Row { get; }

    public int Depth { get; }

    public bool FromTop { get; }

    public string Text { get; }

    public double Gap { get; }

    /// <summary>Its words in an order of their own, without blanks, every number a "#".</summary>
    public string Template { get; }

    /// <summary>Its numbers, in the order of the template.</summary>
    public IReadOnlyList<Figure> Figures { get; } = [];

    /// <summary>"ARV/27/4" and "ARV/27/5" on the next page are a counter; so are "MOD ARV/27/4" and "MOD ARV/27/11", but not the page's.</summary>
    public bool CountsLike(EdgeRow other)
    {
        if (Figures.Count != other.Figures.Count) return false;
        for (int place = 0; place < Figures.Count; place++)
            if (Figures[place].Text != other.Figures[place].Text && !(Ahead(place) is { } ahead && ahead == other.Ahead(place))) return false;
        return true;
    }

    /// <summary>How far the number at a place is ahead of the page's; null where it is too long for a count.</summary>
    public long? Ahead(int place) => Figures[place].Value - Row.Page;

    /// <summary>Its numbers as printed, but the one at <paramref name="counter"/>, if any, as counted from the page's: equal texts of rows of one template count like each other.</summary>
    public string FiguresBut(int counter) =>
        string.Join(' ', Figures.Select((figure, place) => place == counter && Ahead(place) is { } ahead ? string.Create(CultureInfo.InvariantCulture, $"+{ahead}") : figure.Text));

    /// <summary>"Public Networks Bill 2" on page 2 is the title "Public Networks Bill", "- 2 - WCTR27/50-E" the symbol.</summary>
    public string WithoutOwnNumber()
    {
        string[] words = Text.Split(' ');
        string number = Row.Page.ToString(CultureInfo.InvariantCulture);
        int first = 0, last = words.Length;
        while (first < last && IsDash(words[first])) first++;
        if (first < last && words[first].Trim('-', '–', '—') == number) first++;
        else first = 0;
        while (first < last && first > 0 && IsDash(words[first])) first++;
        int end = last;
        while (end > first && IsDash(words[end - 1])) end--;
        if (end > first && words[end - 1].Trim('-', '–', '—') == number)
        {
            last = end - 1;
            while (last > first && IsDash(words[last - 1])) last--;
        }
        return string.Join(' ', words[first..last]);
    }

    private static bool IsDash(string word) => word is "-" or "–" or "—";

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    /// <summary>A number in a row.</summary>
    /// <param name="Text">As printed.</param>
    /// <param name="Value">What it counts; null where it is too long for a count.</param>
    public readonly record struct Figure(string Text, long? Value);
}
