using System.Collections.Immutable;
using Classifier.Documents;

namespace Classifier.Layout;

/// <summary>What a drawn line, an annotation or a tag says about a character.</summary>
public enum Mark : byte
{
    /// <summary>Nothing: the character stands as it is.</summary>
    None,

    /// <summary>The character is proposed to be added.</summary>
    Inserted,

    /// <summary>The character is proposed to be struck.</summary>
    Deleted,
}

/// <summary>What part of a page a region is.</summary>
public enum RegionKind
{
    /// <summary>Running text: a column, or the stretch of a page between wider elements.</summary>
    Body,

    /// <summary>A cell of a table's head row.</summary>
    TableHead,

    /// <summary>A cell of a table.</summary>
    TableCell,

    /// <summary>One note at the foot of a page or column, or at the end of the text.</summary>
    Footnote,
}

/// <summary>A word in its line, with the revision mark of each of its characters. A value, as a line's words then stand in one array.</summary>
/// <param name="Source">The word as read.</param>
/// <param name="Marks">One mark for each character of the word's text; all <see cref="Mark.None"/> where the document shows no revision marks.</param>
/// <param name="Raised">True where the word stands above its line's baseline in smaller type: a footnote mark or an exponent.</param>
public readonly record struct LaidOutWord(Word Source, IReadOnlyList<Mark> Marks, bool Raised)
{
    // Nearly all words are unmarked: those of one length share their marks.
    private static readonly Mark[][] Unmarked = [.. Enumerable.Range(0, 32).Select(length => new Mark[length])];

    /// <summary>A word of which nothing is marked.</summary>
    /// <param name="source">The word as read.</param>
    /// <param name="raised">True where it stands above its line's baseline.</param>
    public LaidOutWord(Word source, bool raised) : this(source, Without(source.Text.Length), raised)
    {
    }

    /// <summary>The word's characters.</summary>
    public string Text => Source.Text;

    /// <summary>Where the word stands.</summary>
    public Box Box => Source.Box;

    /// <summary>True where at least one character is marked.</summary>
    public bool IsMarked
    {
        get
        {
            if (Text.Length < Unmarked.Length && ReferenceEquals(Marks, Unmarked[Text.Length])) return false;
            for (int i = 0; i < Marks.Count; i++)
                if (Marks[i] != Mark.None) return true;
            return false;
        }
    }

    /// <summary>The word with no character marked.</summary>
    public LaidOutWord WithoutMarks() => IsMarked ? this with { Marks = Without(Marks.Count) } : this;

    private static Mark[] Without(int length) => length < Unmarked.Length ? Unmarked[length] : new Mark[length];
}

/// <summary>A line of text: its words from left to right (from right to left in scripts written so).</summary>
public sealed record LaidOutLine
{
    /// <summary>The page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>Where the line stands.</summary>
    public required Box Box { get; init; }

    /// <summary>Height of the baseline, in points from the top of the page.</summary>
    public required double Baseline { get; init; }

    /// <summary>Font size of most of its characters, in points.</summary>
    public required double FontSize { get; init; }

    /// <summary>The words in reading order; at least one.</summary>
    public required ImmutableArray<LaidOutWord> Words { get; init; }

    /// <summary>True where at least one character is marked.</summary>
    public bool IsMarked
    {
        get
        {
            foreach (ref readonly LaidOutWord word in Words.AsSpan())
                if (word.IsMarked) return true;
            return false;
        }
    }

    /// <summary>How many characters its words have.</summary>
    public int Characters
    {
        get
        {
            int characters = 0;
            foreach (ref readonly LaidOutWord word in Words.AsSpan()) characters += word.Text.Length;
            return characters;
        }
    }
}

/// <summary>The place of a cell in its table.</summary>
/// <param name="Table">Number of the table within the document, from 0; a table that runs over pages keeps its number once its pieces are joined.</param>
/// <param name="Row">Row from 0, counted on over pages; a row that runs over a page break is one row.</param>
/// <param name="Column">Column from 0.</param>
public sealed record TablePlace(int Table, int Row, int Column);

/// <summary>A part of a page that is read as one: a column of text, a table cell, a footnote.</summary>
public sealed record Region
{
    /// <summary>What it is.</summary>
    public required RegionKind Kind { get; init; }

    /// <summary>The page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>The room the region's text has: for a column its full width, for a cell the cell.</summary>
    public required Box Box { get; init; }

    /// <summary>The lines from top to bottom; at least one.</summary>
    public required IReadOnlyList<LaidOutLine> Lines { get; init; }

    /// <summary>Where the cell stands in its table; null outside tables.</summary>
    public TablePlace? Cell { get; init; }
}

/// <summary>Text that is printed but not part of the document's content.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Box">Where it stands.</param>
/// <param name="Text">What it says.</param>
/// <param name="Reason">Why it was taken out: <c>running_head</c>, <c>running_foot</c>, <c>page_number</c>, <c>line_number</c>, <c>watermark</c>, <c>repeated_table_head</c> ...</param>
public sealed record RemovedText(int Page, Box Box, string Text, string Reason);

/// <summary>A document in reading order: what the pages say, freed of how they are set.</summary>
public sealed record LaidOutDocument
{
    /// <summary>The regions in reading order over all pages.</summary>
    public required IReadOnlyList<Region> Regions { get; init; }

    /// <summary>Everything that was taken out, with its reason.</summary>
    public required IReadOnlyList<RemovedText> Removed { get; init; }

    /// <summary>True where the document shows its changes by struck or underlined words.</summary>
    public required bool HasRevisionMarks { get; init; }
}
