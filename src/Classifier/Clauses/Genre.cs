using System.Text.RegularExpressions;
using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>What kind of document this is, known by its own words; it decides what an unlabelled paragraph is taken for.</summary>
/// <param name="HasActionLines">It consists of proposals with action lines.</param>
/// <param name="IsResolution">It has the lead-ins of a resolution, or a body that speaks in recitals.</param>
/// <param name="IsLegislative">It is divided like a law or treaty.</param>
/// <param name="IsOperative">Its numbered paragraphs are decisions, recommendations or requests.</param>
internal sealed partial record Genre(bool HasActionLines, bool IsResolution, bool IsLegislative, bool IsOperative)
{
    // One lead-in or one section may be quoted.
    private const int Fewest = 2;

    // Paragraphs from the start of the first page among which the name of the instrument stands.
    private const int NameWithin = 12;

    public static Genre Of(IReadOnlyList<Paragraph> paragraphs)
    {
        int actions = 0, leadIns = 0, labels = 0, definitions = 0, sections = 0, recitals = 0, numbered = 0, operative = 0;
        bool named = false, organ = false;
        for (int i = 0; i < paragraphs.Count; i++)
        {
            Paragraph paragraph = paragraphs[i];
            if (paragraph.Kind != RegionKind.Body) continue;
            string text = paragraph.Text.Proposed();
            if (ActionLine.Read(text) is not null) actions++;
            else if (LeadIns.IsHeading(text)) leadIns++;
            else if (HeadingReader.LabelRank(text) is >= 1) labels++;
            else if (Definition.Opens(text)) definitions++;
            else if (OpensSection(text, paragraphs, i)) sections++;
            else if (organ && LeadIns.OpensRecital(text)) recitals++;
            organ |= Wording.IsEnactingOrgan(text);
            if (NumberPattern.Read(text) is { Form: NumberForm.Dotted or NumberForm.Bare } number && text.Length > number.Length + 1)
            {
                numbered++;
                if (LeadIns.OpensOperative(text[number.Length..].TrimStart())) operative++;
            }
            // The name of the instrument stands at the head of its first page, in a line of its own.
            if (i < NameWithin && paragraph.Page == paragraphs[0].Page && text.Length < 150 && !text.EndsWith('.')) named |= Instrument().IsMatch(text);
        }
        bool divided = labels + definitions >= 1 || sections >= Fewest;
        // Papers that quote a decision here and there do not decide; those that decide do so in most of their paragraphs.
        return new Genre(actions > 0, leadIns >= Fewest || recitals >= Fewest, labels >= Fewest || (named && divided), operative * 2 > numbered);
    }

    // "2. Warrants" over "(1) A carrier shall ...": the sections of a bill, which papers do not divide so.
    private static bool OpensSection(string text, IReadOnlyList<Paragraph> paragraphs, int index) =>
        text.Length is > 0 and < 100 && text[^1] is not ('.' or ';' or ':') && NumberPattern.Read(text) is { Form: NumberForm.Dotted } && index + 1 < paragraphs.Count
        && paragraphs[index + 1].Text.Proposed().StartsWith("(1)", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(?:Bill|Act|Law|Ordinance|Decree|Convention|Treaty|Regulations?|Directive|Charter|Code|Protocol|Statute|loi|décret|ley|decreto|закон|конвенция)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Instrument();
}
