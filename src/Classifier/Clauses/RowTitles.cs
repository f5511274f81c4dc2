using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>
/// The titles of table rows. "Article 4 – Traffic data" stands over the rows of its article, across the whole table, or before them in the
/// first column; it heads their cells as a heading heads its paragraphs.
/// </summary>
internal sealed class RowTitles
{
    // Longer texts alone in their row are provisions of which nothing else is said.
    private const int MostWords = 12;

    private readonly Dictionary<(int Table, int Row), string> _titles = [];
    private readonly HashSet<Paragraph> _across = new(ReferenceEqualityComparer.Instance);

    public RowTitles(IReadOnlyList<Paragraph> paragraphs)
    {
        int? table = null;
        string across = "", before = "";
        foreach (IGrouping<(int Table, int Row), Paragraph> row in paragraphs.Where(paragraph => paragraph.Kind == RegionKind.TableCell).GroupBy(cell => (cell.Cell!.Table, cell.Cell.Row)))
        {
            if (row.Key.Table != table) (table, across, before) = (row.Key.Table, "", "");
            Paragraph first = row.First();
            string text = first.Text.Proposed();
            if (first.Cell!.Column == 0)
            {
                before = "";
                if (IsTitle(first, text))
                {
                    if (row.Count() == 1)
                    {
                        (across, _titles[row.Key]) = (text, "");
                        _across.Add(first);
                        continue;
                    }
                    if (HeadingReader.LabelRank(text) is not null) before = text;
                }
            }
            // The first column's cell may be merged over the rows of its article.
            _titles[row.Key] = before.Length > 0 ? before : across;
        }
    }

    /// <summary>True for a cell that is the title of the rows below it.</summary>
    public bool IsAcross(Paragraph cell) => _across.Contains(cell);

    /// <summary>The title over or before the cell's row; empty where there is none.</summary>
    public string Over(Paragraph cell) => cell.Cell is { } place && _titles.TryGetValue((place.Table, place.Row), out string? title) && title != cell.Text.Proposed() ? title : "";

    private static bool IsTitle(Paragraph cell, string text) =>
        text.Length > 0 && (HeadingReader.LabelRank(text) is not null || (cell.Bold && !Characters.EndsSentence(text) && text.Split(' ').Length <= MostWords && text.Any(char.IsLetter)));
}
