namespace Classifier.Layout;

/// <summary>How words become lines and regions. Lengths called "share" are shares of the font size.</summary>
public sealed record LayoutOptions
{
    /// <summary>Keep running heads, feet, page and line numbers as text; false.</summary>
    public bool KeepFurniture { get; init; }

    /// <summary>Words whose baselines differ by at most this share of the font size stand on one line; 0.3: below half the tightest line pitch.</summary>
    public double BaselineTolerance { get; init; } = 0.3;

    /// <summary>A word in type smaller than this share of its line's, with a higher baseline, is raised; 0.85.</summary>
    public double RaisedSize { get; init; } = 0.85;

    /// <summary>Narrowest white strip, in points, that parts two columns; 7: wider than the blanks of a justified line that happen to stand above each other.</summary>
    public double GutterWidth { get; init; } = 7;

    /// <summary>Fewest lines on each side of a gutter; 3.</summary>
    public int ColumnLines { get; init; } = 3;

    /// <summary>Lines on each side from which columns may be of any width; 10.</summary>
    public int SureColumnLines { get; init; } = 10;

    /// <summary>How many times wider one column may be than the other where there are fewer lines; 1.5.</summary>
    public double ColumnRatio { get; init; } = 1.5;

    /// <summary>Least share of a column's room that its words fill; 0.4: running text fills it, a list of names and dates does not.</summary>
    public double ColumnFill { get; init; } = 0.4;

    /// <summary>Most words of a page that are looked at for columns, tables and margins; 20,000. More is a map or an attack: such a page is read line by line.</summary>
    public int MostWords { get; init; } = 20_000;

    /// <summary>Rows at the top and at the foot of a page among which running heads and feet are sought; 4.</summary>
    public int FurnitureRows { get; init; } = 4;

    /// <summary>Share of the page's height, from either edge, within which heads and feet stand; 0.2.</summary>
    public double FurnitureDepth { get; init; } = 0.2;

    /// <summary>Points by which a running head may move between pages; 3.</summary>
    public double FurnitureDrift { get; init; } = 3;

    /// <summary>Shortest drawn line, in points, that can be a table's rule; 8.</summary>
    public double RuleLength { get; init; } = 8;

    /// <summary>Points by which two rules that meet may miss each other; 1.5.</summary>
    public double RuleTouch { get; init; } = 1.5;

    /// <summary>Points by which the pieces of one rule may be out of line; 0.6: an underline may lie a point above the rule that closes its cell.</summary>
    public double RuleDrift { get; init; } = 0.6;

    /// <summary>Most rules in either direction on a page with tables; 1,500. More is a drawing.</summary>
    public int MostRules { get; init; } = 1_500;

    /// <summary>Most cells of one table on one page; 5,000.</summary>
    public int MostCells { get; init; } = 5_000;

    /// <summary>Points by which the margin's numbers may be out of line; 3.</summary>
    public double MarginDrift { get; init; } = 3;

    /// <summary>Fewest line numbers on a page from which their place is learnt; 3.</summary>
    public int LineNumbers { get; init; } = 3;

    /// <summary>Notes are set in at most this share of the text's font size; 0.93: 9 points under 10.</summary>
    public double NoteSize { get; init; } = 0.93;

    /// <summary>Shortest rule above notes, in points; 30.</summary>
    public double NoteRule { get; init; } = 30;

    /// <summary>Longest rule above notes, as a share of the page's width; 0.55: a rule over the whole page closes the document's head.</summary>
    public double NoteRuleShare { get; init; } = 0.55;

    /// <summary>Longest rule above notes in type as large as the text's, as a share of the column's width; 0.5.</summary>
    public double PlainNoteRule { get; init; } = 0.5;

    /// <summary>Notes at the end of the document are set in at most this share of the text's font size; 0.8: below a numbered text's, which a smaller annex may have.</summary>
    public double EndnoteSize { get; init; } = 0.8;

    /// <summary>Points of white between pieces of a drawn line that are still one line; 2: a head set as a table has a border for each cell.</summary>
    public double RuleGap { get; init; } = 2;
}
