using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>A paragraph parted into its number and its text.</summary>
/// <param name="Number">The number as proposed, as printed; empty where there is none.</param>
/// <param name="Opening">How the number is printed; null where there is none.</param>
/// <param name="Body">The text after it.</param>
internal sealed record NumberedText(string Number, OpeningNumber? Opening, MarkedText Body)
{
    /// <summary>Number and text as proposed, as a heading path shows them.</summary>
    public string Whole => Number.Length == 0 || Opening is null ? Body.Proposed() : $"{Number} {Body.Proposed()}".Trim();
}

/// <summary>Parts a paragraph's number from its text. A renumbered item prints the old number struck and the new one inserted: the new one is its number.</summary>
internal static class NumberReader
{
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="expected">True where the place calls for a number, so that a bare one ("33") needs no other sign: after an action line, in a numbered column.</param>
    public static NumberedText Read(Paragraph paragraph, bool expected)
    {
        MarkedText text = paragraph.Text;
        bool isStruck = text.Wholly(Mark.Deleted);
        string kept = isStruck ? text.Text : text.Kept(), proposed = kept.TrimStart(' ');
        if (NumberPattern.Read(proposed) is not { } opening) return new NumberedText("", null, WithoutStruckNumber(text));
        int last = kept.Length - proposed.Length + opening.Length - 1, end = (isStruck ? last : text.OffsetOfKept(last)) + 1;
        if (!Holds(paragraph, opening, end, proposed, expected)) return new NumberedText("", null, WithoutStruckNumber(text));
        MarkedText body = text.From(end);
        return new NumberedText(opening.Form == NumberForm.Bullet ? "" : proposed[..opening.Length], opening, Trim(WithoutStruckNumber(Trim(body))));
    }

    private static bool Holds(Paragraph paragraph, OpeningNumber opening, int end, string proposed, bool expected)
    {
        TextLine first = paragraph.First;
        TextLine? second = paragraph.Lines.Count > 1 ? paragraph.Lines[1] : null;
        int after = end;
        while (after < first.Text.Text.Length && first.Text.Text[after] == ' ') after++;
        bool setApart = first.BlankBefore(after) > TextLine.Tab * first.FontSize
            || (second is not null && ReferenceEquals(first.Region, second.Region) && second.Indent > first.Indent + TextLine.SameIndent * first.FontSize);
        bool alone = proposed.Length == opening.Length;
        return opening.Form switch
        {
            NumberForm.Bracketed => !alone,
            // "A. Smith" opens with an initial; sections set their letter apart.
            NumberForm.Dotted => expected || (!alone && (setApart || !char.IsLetter(proposed[0]))),
            NumberForm.Labelled => !alone,
            NumberForm.Bullet => !alone,
            _ => expected || (setApart && !alone),
        };
    }

    // The struck old number goes with the number, not with the text: its marks say nothing about the clause.
    private static MarkedText WithoutStruckNumber(MarkedText text)
    {
        int end = 0;
        while (end < text.Text.Length && text.MarkAt(end) == Mark.Deleted && text.Text[end] != ' ') end++;
        if (end == 0 || end == text.Text.Length || text.Wholly(Mark.Deleted)) return text;
        return NumberPattern.Read(text.Text[..end]) is { } number && number.Length == end ? Trim(text.From(end)) : text;
    }

    private static MarkedText Trim(MarkedText text)
    {
        int start = 0;
        while (start < text.Text.Length && text.Text[start] == ' ') start++;
        return text.From(start);
    }
}
