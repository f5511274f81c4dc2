using System.Text.RegularExpressions;
using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>What kind of document this is, known by its own words; it decides what an unlabelled paragraph is taken for.</summary>
/// <param name="HasActionLines">It consists of proposals with action lines.</param>
/// <param name="IsResolution">It has the lead-ins of a resolution.</param>
/// <param name="IsLegislative">It is divided like a law or treaty.</param>
internal sealed partial record Genre(bool HasActionLines, bool IsResolution, bool IsLegislative)
{
    public static Genre Of(IReadOnlyList<Paragraph> paragraphs)
    {
        int actions = 0, leadIns = 0, labels = 0, definitions = 0;
        bool named = false;
        for (int i = 0; i < paragraphs.Count; i++)
        {
            Paragraph paragraph = paragraphs[i];
            if (paragraph.Kind != RegionKind.Body) continue;
            string text = paragraph.Text.Proposed();
            if (ActionLine.Read(text) is not null) actions++;
            else if (LeadIns.IsHeading(text)) leadIns++;
            else if (HeadingReader.LabelRank(text) is >= 1) labels++;
            else if (Definition.Opens(text)) definitions++;
            // The name of the instrument stands at the head of its first page, in a line of its own.
            if (i < 12 && paragraph.Page == paragraphs[0].Page && text.Length < 150 && !text.EndsWith('.')) named |= Instrument().IsMatch(text);
        }
        return new Genre(actions > 0, leadIns >= 2, labels >= 2 || (named && labels + definitions >= 1));
    }

    [GeneratedRegex(@"\b(?:Bill|Act|Law|Ordinance|Decree|Convention|Treaty|Regulations?|Directive|Charter|Code|Protocol|Statute|loi|décret|ley|decreto|закон|конвенция)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Instrument();
}
