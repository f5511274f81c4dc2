using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>
/// The masthead of a document: who says it, to whom, when, under which number and title. Its lines are metadata and not clauses, but only
/// where the head is plainly one; where it is not, they stay clauses, for a clause too many can be seen and one too few cannot.
/// </summary>
/// <param name="Metadata">What the head says.</param>
/// <param name="Length">How many paragraphs at the start of the document it takes; 0 where there is no plain head.</param>
internal sealed record DocumentHead(ProposalMetadata Metadata, int Length)
{
    private const int MostParagraphs = 30;

    // A date or a number alone may stand over any text; two such fields make a masthead, and so does one under a title set as one.
    private const int PlainFields = 2;

    // A line that says nothing of its own is still the head's where one that does follows within so many paragraphs.
    private const int Lookahead = 6;

    // A blank wider than this many font sizes parts two columns of a masthead ("PLENARY MEETING      Document 27-E").
    private const double ColumnGap = 2.0;

    public static DocumentHead Read(IReadOnlyList<Paragraph> paragraphs)
    {
        MastheadFields masthead = new(paragraphs.GroupBy(paragraph => paragraph.FontSize).OrderByDescending(size => size.Sum(paragraph => paragraph.Text.Text.Length)).Select(size => size.Key).FirstOrDefault());
        int length = 0;
        int salutation = LetterParts.Salutation(paragraphs);
        for (int i = 0; i < paragraphs.Count && i < MostParagraphs; i++)
        {
            Paragraph paragraph = paragraphs[i];
            if (paragraph.Kind == RegionKind.Footnote) continue;
            if (i > salutation && (paragraph.Page != paragraphs[0].Page || EndsHead(paragraph))) break;
            if (masthead.Metadata.Source.Length > 0 && PartSource.OpensFirst(paragraphs, i)) break;
            if (!masthead.Take(paragraph, [.. paragraph.Lines.SelectMany(Columns)]) && i > salutation && !FieldFollows(paragraphs, i)) break;
            length = i + 1;
        }
        return new DocumentHead(masthead.Metadata, masthead.Fields >= PlainFields || (masthead.Fields > 0 && masthead.HasPlainTitle) || salutation >= 0 ? length : 0);
    }

    private static bool FieldFollows(IReadOnlyList<Paragraph> paragraphs, int index)
    {
        for (int i = index + 1; i < paragraphs.Count && i <= index + Lookahead; i++)
        {
            if (paragraphs[i].Page != paragraphs[index].Page || EndsHead(paragraphs[i]) || paragraphs[i].Lines.Count > 2) return false;
            if (HeadField.Read(paragraphs[i].Text.Proposed()) is not null || paragraphs[i].Lines.SelectMany(Columns).Any(piece => HeadField.Read(piece) is not null)) return true;
        }
        return false;
    }

    private static bool EndsHead(Paragraph paragraph)
    {
        string text = paragraph.Text.Proposed();
        if (ActionLine.Read(text) is not null || HeadingReader.LabelRank(text) is not null || LeadIns.IsHeading(text) || LeadIns.OpensReason(text) || Wording.IsEnactingOrgan(text)) return true;
        if (paragraph.Kind == RegionKind.TableHead) return true;
        if (NumberPattern.Read(text) is { Form: not NumberForm.Bare } number && number.Length < text.Length && HeadField.Read(text) is null) return true;
        return text.Length > 220 || (text.Length > 70 && text.EndsWith('.'));
    }

    private static IEnumerable<string> Columns(TextLine line)
    {
        string text = line.Text.Proposed();
        // Offsets of blanks count deleted words too; a head has none.
        if (text != line.Text.Text) return [text];
        List<string> columns = [];
        int start = 0;
        foreach ((int offset, double width) in line.Blanks)
        {
            if (width <= ColumnGap * line.FontSize) continue;
            columns.Add(text[start..offset].Trim());
            start = offset;
        }
        columns.Add(text[start..].Trim());
        return columns;
    }
}
