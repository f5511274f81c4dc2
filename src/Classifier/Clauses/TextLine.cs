using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>A line as text, with what its setting says: how far it is indented, how much room it leaves, how it is printed.</summary>
internal sealed class TextLine
{
    /// <summary>Type is larger than other type where it is this many times as large: 10 and 10.5 points are one size, 10 and 11 are two.</summary>
    public const double Larger = 1.08;

    /// <summary>Indents closer than this share of the font size are the same indent.</summary>
    public const double SameIndent = 0.8;

    /// <summary>A blank of this share of the font size is a tab: justified blanks stay below.</summary>
    public const double Tab = 0.75;

    // Asked for again and again while paragraphs are told apart, and slow to find out.
    private (OpeningNumber? Opening, bool IsRead) _number;
    private (double? Rank, bool IsRead) _label;
    private bool? _isLeadIn;

    public required LaidOutLine Source { get; init; }

    public required Region Region { get; init; }

    /// <summary>The words with single blanks; references to notes are taken out.</summary>
    public required MarkedText Text { get; init; }

    /// <summary>The labels of the notes that the line refers to.</summary>
    public required IReadOnlyList<string> NoteReferences { get; init; }

    /// <summary>Offset in <see cref="Text"/> and room before it in points, for each blank between two words.</summary>
    public required IReadOnlyList<(int Offset, double Width)> Blanks { get; init; }

    /// <summary>Width in points of the room in which the line is set.</summary>
    public required double Measure { get; init; }

    /// <summary>Room between the edge at which reading starts and the line, in points.</summary>
    public required double Indent { get; init; }

    /// <summary>Room that the line leaves at the edge at which reading ends, in points.</summary>
    public required double Slack { get; init; }

    /// <summary>Width of the first word in points; of the first character where words are not parted by blanks.</summary>
    public required double FirstWordWidth { get; init; }

    public required bool Bold { get; init; }

    public required bool Italic { get; init; }

    public double FontSize => Source.FontSize;

    public double Width => Source.Box.Width;

    /// <summary>The number at its opening, however it is set; null where there is none.</summary>
    public OpeningNumber? Number => (_number = _number.IsRead ? _number : (NumberPattern.Read(Text.Text), true)).Opening;

    /// <summary>The rank that a heading's label gives it; null where it is none.</summary>
    public double? LabelRank => (_label = _label.IsRead ? _label : (HeadingReader.LabelRank(Text.Text), true)).Rank;

    /// <summary>True where it is a lead-in alone.</summary>
    public bool IsLeadIn => _isLeadIn ??= LeadIns.IsHeading(Text.Text);

    /// <summary>True where the line leaves as much room before as after it, and a good deal of it.</summary>
    public bool Centred => Math.Abs(Indent - Slack) < Math.Max(0.6 * FontSize, 0.02 * Measure) && Indent > 0.08 * Measure;

    /// <summary>Room in points between the word that ends before <paramref name="offset"/> and the word that starts there; 0 within a word.</summary>
    public double BlankBefore(int offset)
    {
        foreach ((int at, double width) in Blanks)
            if (at == offset) return width;
        return 0;
    }
}
