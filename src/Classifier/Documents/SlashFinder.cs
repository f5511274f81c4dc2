namespace Classifier.Documents;

/// <summary>
/// Finds slashes that are printed over other letters. LaTeX's <c>\xout</c> (package ulem) strikes text with a row of "/" that are
/// characters of the text layer; read as text they would riddle the words that they delete.
/// </summary>
internal static class SlashFinder
{
    // Share of a slash that must lie on another letter: slashes between letters ("and/or") only touch.
    private const double Overlap = 0.5;

    // Farthest distance, in shares of the font size, between the slashes of one row.
    private const double Pitch = 0.7;

    /// <summary>Which of the letters strike others, one flag each; null where none does.</summary>
    public static bool[]? Find(ReadOnlySpan<PlacedLetter> letters)
    {
        // Few letters stand beside a slash; the others need no place in a row.
        HashSet<int> slashed = RowsOfSlashes(letters);
        if (slashed.Count == 0) return null;
        Dictionary<int, List<Box>> byBaseline = [];
        foreach (ref readonly PlacedLetter letter in letters)
        {
            int key = RowOf(letter);
            if (!slashed.Contains(key) || IsSlash(letter)) continue;
            if (!byBaseline.TryGetValue(key, out List<Box>? row)) byBaseline[key] = row = [];
            row.Add(letter.Box);
        }
        foreach (List<Box> row in byBaseline.Values) row.Sort((a, b) => a.Left.CompareTo(b.Left));
        bool[] strikes = new bool[letters.Length];
        bool any = false;
        for (int i = 0; i < letters.Length; i++)
            if (IsSlash(letters[i]) && IsOverLetter(letters[i], byBaseline)) strikes[i] = any = true;
        if (!any) return null;
        // The row goes on over blanks, where no letter lies below.
        for (int i = 1; i < letters.Length; i++) strikes[i] |= strikes[i - 1] && Follows(letters[i], letters[i - 1]);
        for (int i = letters.Length - 2; i >= 0; i--) strikes[i] |= strikes[i + 1] && Follows(letters[i + 1], letters[i]);
        return strikes;
    }

    /// <summary>Joins the striking slashes to the stretches that they cover.</summary>
    public static IReadOnlyList<MarkedArea> Areas(ReadOnlySpan<PlacedLetter> letters, bool[] strikes)
    {
        List<MarkedArea> areas = [];
        for (int i = 0; i < letters.Length; i++)
        {
            if (!strikes[i]) continue;
            Box area = letters[i].Box;
            while (i + 1 < letters.Length && strikes[i + 1] && Follows(letters[i + 1], letters[i])) area = area.Union(letters[++i].Box);
            areas.Add(new MarkedArea(area, AreaKind.Deleted));
        }
        return areas;
    }

    /// <summary>The rows in which letters may lie under a slash.</summary>
    private static HashSet<int> RowsOfSlashes(ReadOnlySpan<PlacedLetter> letters)
    {
        HashSet<int> rows = [];
        foreach (ref readonly PlacedLetter letter in letters)
        {
            if (!IsSlash(letter)) continue;
            int row = RowOf(letter);
            for (int near = row - 1; near <= row + 1; near++) rows.Add(near);
        }
        return rows;
    }

    // Two points high: what lies over a letter lies in its row or the next one.
    private static int RowOf(in PlacedLetter letter) => (int)Math.Round(letter.Baseline / 2);

    private static bool IsSlash(in PlacedLetter letter) => letter.Text is "/" or "\\";

    private static bool Follows(in PlacedLetter letter, in PlacedLetter last) =>
        IsSlash(letter) && IsSlash(last) && Math.Abs(letter.Baseline - last.Baseline) < 0.1 * letter.Size && Math.Abs(letter.Box.Left - last.Box.Left) < Pitch * letter.Size;

    private static bool IsOverLetter(in PlacedLetter slash, Dictionary<int, List<Box>> byBaseline)
    {
        int own = RowOf(slash);
        for (int near = own - 1; near <= own + 1; near++)
        {
            if (!byBaseline.TryGetValue(near, out List<Box>? row)) continue;
            int low = 0, high = row.Count;
            // Letters are narrower than three slashes, so the search may start that far to the left.
            double from = slash.Box.Left - 3 * slash.Size;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (row[middle].Left < from) low = middle + 1;
                else high = middle;
            }
            for (int i = low; i < row.Count && row[i].Left < slash.Box.Right; i++)
                if (Math.Min(row[i].Right, slash.Box.Right) - Math.Max(row[i].Left, slash.Box.Left) > Overlap * slash.Box.Width) return true;
        }
        return false;
    }
}
