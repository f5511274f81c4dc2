using System.Text.RegularExpressions;
using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>
/// Tells headings from text by what is printed: their label, type and place, and that they end without a full stop.
/// Ranks order them: instruments and annexes (0), parts (1), chapters (2), sections (3), articles (4), numbered headings (5),
/// headings known by their type alone (6 to 7), the lead-ins of resolutions (8). The title under a label stands half a rank below it.
/// </summary>
internal sealed partial class HeadingReader
{
    public const double LeadInRank = 8;
    private const double NumberedRank = 5;

    // Longer ones are emphasised paragraphs.
    private const int LongestHeading = 200, MostLines = 4;

    // Titles of articles in treaties have a score of words at most.
    private const int MostTitleWords = 20;

    private readonly double _bodySize;
    private readonly bool _bodyBold;

    public HeadingReader(IReadOnlyList<Paragraph> paragraphs)
    {
        Paragraph[] body = [.. paragraphs.Where(paragraph => paragraph.Kind == RegionKind.Body)];
        _bodySize = Weightiest(body, paragraph => Math.Round(paragraph.FontSize * 2) / 2);
        _bodyBold = Weightiest(body, paragraph => paragraph.Bold ? 1 : 0) > 0;
    }

    /// <summary>The rank of a heading, or null for text.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="text">Its text as proposed, number included; the struck text where all of it is struck.</param>
    /// <param name="number">The number at its opening, or null.</param>
    /// <param name="last">The paragraph before it, or null.</param>
    /// <param name="next">The paragraph after it, or null.</param>
    /// <param name="underLabel">Rank of the labelled heading directly above, or null.</param>
    public double? Rank(Paragraph paragraph, string text, OpeningNumber? number, Paragraph? last, Paragraph? next, double? underLabel)
    {
        if (paragraph.Kind != RegionKind.Body || text.Length is 0 or > LongestHeading || paragraph.Lines.Count > MostLines || !text.Any(char.IsLetter)) return null;
        if (number?.Form is NumberForm.Bullet) return null;
        if (LabelRank(text) is { } label) return label;
        if (LeadIns.IsHeading(text) && number is null && !paragraph.Bold) return LeadInRank;
        if (text[^1] is '.' or ';' or ',' or '。' or '；' or '，' or '،' or '؛') return null;
        if (text[^1] is ':' or '：' && !paragraph.Bold) return null;
        if (JoiningWords.End(text) || BreaksOff(paragraph, text, number, next)) return null;
        // The title under a label needs no type of its own, and may be as wide as the text.
        if (underLabel is <= 4 && number is null && paragraph.Lines.Count <= 2 && !Characters.EndsSentence(text) && !text.Contains(". ", StringComparison.Ordinal) && !Characters.StartsSmall(text) && text.Split(' ').Length <= MostTitleWords && next is not null) return underLabel.Value + 0.5;
        bool bold = paragraph.Bold && !_bodyBold;
        bool larger = paragraph.FontSize > TextLine.Larger * _bodySize;
        bool capitals = Characters.AllCapitals(text) && text.Length < 120;
        bool short_ = paragraph.Lines.Count == 1 && paragraph.First.Slack > 0.25 * paragraph.First.Measure;
        if (number is { Form: NumberForm.Bracketed or NumberForm.Bare } && !bold && !larger) return null;
        if (bold || larger || capitals || paragraph.Centred)
        {
            if (number is not null) return NumberedRank;
            if (underLabel is { } above && above <= 4) return above + 0.5;
            return 6 + (larger ? 0 : 0.25) + (bold ? 0 : 0.25) + (capitals || paragraph.Centred ? 0 : 0.25);
        }
        // "II. Sovereignty and the national segment": a section's ordinal is sign enough; figures number list items too.
        bool ordinal = number is { Form: NumberForm.Dotted } && NumberPattern.IsTitleOrdinal(text[..number.Value.Length]) && paragraph.Lines.Count == 1;
        if (number is { Form: NumberForm.Dotted } && (short_ || ordinal) && StandsAlone(paragraph, text[number.Value.Length..], last, next)) return NumberedRank;
        return number is null && short_ && StandsAlone(paragraph, text, last, next) ? 6.9 : null;
    }

    // A full line that is followed by small letters is the piece of a sentence that some change of type cut off.
    private static bool BreaksOff(Paragraph paragraph, string text, OpeningNumber? number, Paragraph? next)
    {
        if (next is null || next.Kind != RegionKind.Body || !Characters.StartsSmall(next.Text.Text) || NumberPattern.Read(next.Text.Text) is not null || LeadIns.IsHeading(next.Text.Text)) return false;
        TextLine end = paragraph.Lines[^1];
        return end.Slack <= next.First.FirstWordWidth + end.FontSize || (number is null && Characters.StartsSmall(text));
    }

    // Plain type: a few words on a line of their own, between a finished sentence and a paragraph, are a heading; a list item or an address is not.
    private static bool StandsAlone(Paragraph paragraph, string text, Paragraph? last, Paragraph? next)
    {
        if (next is null || next.Kind != RegionKind.Body || text.Trim().Split(' ').Length > 10 || Characters.StartsSmall(text)) return false;
        if (!char.IsUpper(text.Trim().FirstOrDefault(char.IsLetter))) return false;
        bool between = last is null || Characters.EndsSentence(last.Text.Text) || last.Kind != RegionKind.Body || last.Text.Text.EndsWith(',');
        bool introduces = next.Lines.Count > 1 || Characters.EndsSentence(next.Text.Text) || NumberPattern.Read(next.Text.Text) is not null;
        return between && introduces && paragraph.First.Indent < 0.05 * paragraph.First.Measure;
    }

    /// <summary>The rank that a heading's label gives it ("CHAPTER II"), or null.</summary>
    public static double? LabelRank(string text)
    {
        // Labels open with a capital, and most text does not.
        if (text.Length > 0 && char.IsAsciiLetterLower(text[0])) return null;
        if (Label().Match(text) is not { Success: true } label) return null;
        string word = label.Groups.Values.Skip(1).First(group => group.Success).Value.ToUpperInvariant();
        if (ArticleWords.Contains(word)) return 4;
        if (SectionWords.Contains(word)) return 3;
        if (ChapterWords.Contains(word)) return 2;
        return PartWords.Contains(word) ? 1 : 0;
    }

    private static double Weightiest(IEnumerable<Paragraph> paragraphs, Func<Paragraph, double> key) =>
        paragraphs.GroupBy(key).OrderByDescending(group => group.Sum(paragraph => paragraph.Text.Text.Length)).ThenBy(group => group.Key).Select(group => group.Key).FirstOrDefault();

    private static readonly HashSet<string> ArticleWords = ["ARTICLE", "ARTÍCULO", "СТАТЬЯ", "ARTIKEL", "ARTIGO", "المادة", "条"];
    private static readonly HashSet<string> SectionWords = ["SECTION", "SECCIÓN", "РАЗДЕЛ", "القسم", "节"];
    private static readonly HashSet<string> ChapterWords = ["CHAPTER", "CHAPITRE", "CAPÍTULO", "ГЛАВА", "الفصل", "章"];
    private static readonly HashSet<string> PartWords = ["PART", "TITLE", "BOOK", "PARTIE", "TITRE", "PARTE", "TÍTULO", "ЧАСТЬ", "الجزء", "部分"];

    // A label with its number, alone or with a short title after a dash; a sentence that begins "Article 5 applies" is none.
    [GeneratedRegex(@"^\[?(?:(?:DRAFT|Draft) (?:(?:NEW|new) )?|(?:PROJET|Projet) DE (?:NOUVELLE )?|(?:PROYECTO|Proyecto) DE (?:NUEVA )?|ПРОЕКТ (?:НОВОЙ )?)?(ARTICLE|Article|ARTÍCULO|Artículo|СТАТЬЯ|Статья|ARTIKEL|ARTIGO|SECTION|SECCIÓN|РАЗДЕЛ|CHAPTER|Chapter|CHAPITRE|Chapitre|CAPÍTULO|Capítulo|ГЛАВА|Глава|PART|Part|TITLE|BOOK|PARTIE|TITRE|PARTE|TÍTULO|ЧАСТЬ|Часть|ANNEX|Annex|ANNEXE|Annexe|ANEXO|Anexo|ПРИЛОЖЕНИЕ|Приложение|APPENDIX|Appendix|SCHEDULE|Schedule|RESOLUTION|Resolution|RÉSOLUTION|Résolution|RESOLUCIÓN|Resolución|РЕЗОЛЮЦИ[ЯИ]|Резолюция|DECISION|RECOMMENDATION|OPINION|المادة|الفصل|القسم|الجزء|القرار|الملحق)\s(?:\[?[A-Z]{0,6}-?\d{1,4}[A-Z]{0,3}(?:bis|ter|quater)?\]?|[IVXLC]{1,7}|[A-Z]|premier|\[[^\]]{1,20}\])(?:\s?\([^)]{0,60}\)|\s?[–—:-]\s?[^.;]{1,120}|\.)?\]?$|^(ANNEX|Annex|ANNEXE|Annexe|ANEXO|Anexo|ПРИЛОЖЕНИЕ|Приложение|APPENDIX|Appendix|SCHEDULE)$|^第[一二三四五六七八九十百\d]{1,5}(条|章|节|部分)$")]
    private static partial Regex Label();
}
