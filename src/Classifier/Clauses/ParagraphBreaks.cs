namespace Classifier.Clauses;

/// <summary>Decides whether a line opens a new paragraph or goes on with the one before it.</summary>
/// <param name="leading">The distances between lines.</param>
/// <param name="bodySize">Font size in points of most of the text.</param>
internal sealed class ParagraphBreaks(LineLeading leading, double bodySize)
{
    // Type this many times as large as the text's is display type: lines of it set tight are one title.
    private const double Display = 1.3;

    public bool Opens(IReadOnlyList<TextLine> paragraph, TextLine line, TextLine? next)
    {
        TextLine last = paragraph[^1];
        if (ActionLine.Read(line.Text.Proposed()) is not null || ActionLine.Read(last.Text.Text) is not null) return true;
        // A word that goes on goes on.
        if (Hyphenation.EndsBroken(last.Text.Text) && last.Region.Kind == line.Region.Kind) return false;
        bool ended = Characters.EndsSentence(last.Text.Text);
        bool roomLeft = LeavesRoom(last, line) || (ended && FallsShort(paragraph));
        if (LeadIns.OpensReason(line.Text.Text) && (ended || roomLeft)) return true;
        return ReferenceEquals(last.Region, line.Region)
            ? OpensWithin(paragraph, line, next, ended, roomLeft)
            : OpensOver(paragraph, line, next, ended, roomLeft);
    }

    /// <summary>True where the line opens with a number that is set apart like one.</summary>
    private static OpeningNumber? NumberOf(TextLine line, TextLine? next)
    {
        string text = line.Text.Text;
        if (line.Number is not { } number) return null;
        int after = number.Length;
        while (after < text.Length && text[after] == ' ') after++;
        if (number.Form is NumberForm.Bare or NumberForm.Bullet && after < text.Length)
        {
            bool hangs = next is not null && ReferenceEquals(next.Region, line.Region) && next.Indent > line.Indent + TextLine.SameIndent * line.FontSize;
            if (line.BlankBefore(after) < TextLine.Tab * line.FontSize && !hangs) return null;
        }
        return number;
    }

    private bool OpensWithin(IReadOnlyList<TextLine> paragraph, TextLine line, TextLine? next, bool ended, bool roomLeft)
    {
        TextLine last = paragraph[^1];
        double? own = paragraph.Count > 1 ? LineLeading.Between(paragraph[^2], last) : null;
        if (leading.IsWide(last, line, own)) return true;
        if (ChangesStyle(paragraph, line)) return true;
        if (GoesOnAsTitle(last, line)) return false;
        // A bracket on a line of its own belongs to the line above: "RESOLUTION 120 / (Rev. City, 2027)".
        if (last.Centred && line.Centred) return roomLeft && !HasOpenBracket(paragraph) && !IsBracketed(line.Text.Text);
        if (last.Centred && paragraph.Count == 1 && !line.Centred && roomLeft) return true;
        double em = line.FontSize;
        double body = paragraph.Count > 1 ? paragraph[1].Indent : double.NaN;
        if (NumberOf(line, next) is { } number)
        {
            bool setApart = number.Form is NumberForm.Bullet or NumberForm.Bare || line.BlankBefore(number.Length + 1) > TextLine.Tab * em;
            bool outdented = paragraph.Count > 1 && line.Indent < body - TextLine.SameIndent * em;
            // "as provided in paragraph / (a) of this Article": a reference wrapped to a line's start follows an unfinished, full line.
            if (setApart || outdented || roomLeft || ended || EndsItem(last.Text.Text)) return true;
        }
        if (roomLeft) return true;
        if (paragraph.Count == 1)
        {
            // A first line may hang out (numbered) or be indented (running text); only a further step back parts.
            if (line.Indent < last.Indent - 3.5 * em) return ended;
            return ended && line.Indent > last.Indent + TextLine.SameIndent * em && NumberOf(last, line) is null && !Characters.StartsSmall(line.Text.Text);
        }
        if (line.Indent < body - TextLine.SameIndent * em) return ended || !Characters.StartsSmall(line.Text.Text);
        return ended && line.Indent > body + TextLine.SameIndent * em;
    }

    // Over a page or column break the gap says nothing; what remains is whether the last line is full and whether the sentence has ended.
    private static bool OpensOver(IReadOnlyList<TextLine> paragraph, TextLine line, TextLine? next, bool ended, bool roomLeft)
    {
        TextLine last = paragraph[^1];
        if (last.Region.Kind != line.Region.Kind) return true;
        if (ChangesStyle(paragraph, line) || line.Centred || last.Centred) return true;
        if (NumberOf(line, next) is { } number && (ended || roomLeft || number.Form is NumberForm.Bare or NumberForm.Bullet || EndsItem(last.Text.Text))) return true;
        if (line.IsLeadIn) return roomLeft || ended || EndsItem(last.Text.Text);
        if (line.Region.Cell is not null) return ended && roomLeft && !Characters.StartsSmall(line.Text.Text);
        if (!roomLeft) return false;
        return ended || !Characters.StartsSmall(line.Text.Text);
    }

    // Had the next line's first word fitted on this line, the setter would have put it there: the break was meant.
    private static bool LeavesRoom(TextLine last, TextLine line)
    {
        double room = last.Centred && line.Centred ? last.Measure - last.Width - last.FontSize : last.Slack;
        if (room <= line.FirstWordWidth + 0.9 * line.FontSize) return false;
        // Ragged setting leaves odd room before long words; a sentence that plainly goes on outweighs up to a third of the measure.
        // So does one that breaks off at "on" or "the", whatever follows: a date or a name that is not to be broken goes to the next line whole.
        bool goesOn = !Characters.EndsSentence(last.Text.Text) && (Characters.StartsSmall(line.Text.Text) || JoiningWords.End(last.Text.Text)) && !line.IsLeadIn;
        return !goesOn || room > 0.35 * last.Measure;
    }

    // In justified text only a paragraph's last line falls short, by however little.
    private static bool FallsShort(IReadOnlyList<TextLine> paragraph)
    {
        if (paragraph.Count < 3 || paragraph[^1].Slack < 0.5 * paragraph[^1].FontSize) return false;
        for (int i = 0; i < paragraph.Count - 1; i++)
            if (Math.Abs(paragraph[i].Slack) > 0.15 * paragraph[i].FontSize) return false;
        return true;
    }

    private static bool ChangesStyle(IReadOnlyList<TextLine> paragraph, TextLine line)
    {
        TextLine last = paragraph[^1];
        return Math.Max(last.FontSize, line.FontSize) > SizeChange(last, line) * Math.Min(last.FontSize, line.FontSize)
        || (last.Bold != line.Bold && !EmphasisGoesOn(paragraph, line))
        || (last.Italic != line.Italic && (last.IsLeadIn || line.IsLeadIn));
    }

    // Bold words may fill a line of running text: where the line before is full and its sentence goes on, or the paragraph began in
    // ordinary type, the change of weight is emphasis. A heading over its text leaves room or is followed by a capital.
    private static bool EmphasisGoesOn(IReadOnlyList<TextLine> paragraph, TextLine line)
    {
        TextLine last = paragraph[^1];
        if (Characters.EndsSentence(last.Text.Text) || LeavesRoom(last, line) || line.Number is not null || line.IsLeadIn) return false;
        return Characters.StartsSmall(line.Text.Text) || JoiningWords.End(last.Text.Text) || (last.Bold && !paragraph[0].Bold);
    }

    // Titles are broken by hand where they read well, not where the line is full: "Political declaration of the / General Assembly on ...".
    private bool GoesOnAsTitle(TextLine last, TextLine line)
    {
        string text = last.Text.Text, next = line.Text.Text;
        if (Characters.EndsSentence(text) || line.Number is not null || last.LabelRank is not null || line.LabelRank is not null || line.IsLeadIn) return false;
        double size = Math.Min(last.FontSize, line.FontSize);
        if (size > Display * bodySize && !Characters.AllCapitals(text)) return true;
        bool titles = (last.Bold && line.Bold) || size > TextLine.Larger * bodySize || (Characters.AllCapitals(text) && Characters.AllCapitals(next));
        return titles && (JoiningWords.End(text) || JoiningWords.Begin(next) || Characters.StartsSmall(next));
    }

    // Recognised text gives every line a size of its own; within a sentence only a plain change counts.
    private static double SizeChange(TextLine last, TextLine line) =>
        !Characters.EndsSentence(last.Text.Text) && Characters.StartsSmall(line.Text.Text) && !LeavesRoom(last, line) ? 1.3 : TextLine.Larger;

    private static bool EndsItem(string text) => text.EndsWith(',') || text.EndsWith('،') || text.EndsWith('，') || text.EndsWith(" and", StringComparison.Ordinal) || text.EndsWith(" or", StringComparison.Ordinal);

    private static bool IsBracketed(string text) => text.StartsWith('(') && text.EndsWith(')') && text.Length > 6;

    private static bool HasOpenBracket(IReadOnlyList<TextLine> paragraph)
    {
        int open = 0;
        foreach (TextLine line in paragraph)
            foreach (char c in line.Text.Text) open += c is '(' or '（' ? 1 : c is ')' or '）' ? -1 : 0;
        return open > 0;
    }
}
