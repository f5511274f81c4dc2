using System.Text.RegularExpressions;

namespace Classifier.Clauses;

/// <summary>What a line of a document's head may say.</summary>
internal enum HeadFieldKind
{
    DocumentNumber,
    Date,
    OriginalLanguage,
    AgendaItem,

    /// <summary>Where and when the conference meets.</summary>
    Place,

    /// <summary>The organ to which the document goes ("PLENARY MEETING"); no metadata of its own.</summary>
    Organ,

    /// <summary>A session of a standing body.</summary>
    Session,

    Addressee,
    Subject,
    Presenter,

    /// <summary>The first half of "Addendum 2 to / Document 39-E".</summary>
    Addendum,
}

/// <summary>A piece of a document's head that is known by its own wording.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">What it says, without its label.</param>
internal readonly partial record struct HeadField(HeadFieldKind Kind, string Value)
{
    // What stands on a masthead is short.
    private const int Longest = 160;

    /// <summary>The field that <paramref name="text"/> is, or null.</summary>
    public static HeadField? Read(string text)
    {
        text = text.Trim();
        if (text.Length is 0 or > Longest) return null;
        if (Match(OriginalLanguage(), text) is { } language) return new HeadField(HeadFieldKind.OriginalLanguage, language);
        if ((Match(AgendaItem(), text) ?? Match(ItemOfAgenda(), text)) is { } item) return new HeadField(HeadFieldKind.AgendaItem, item);
        if (Place().IsMatch(text)) return new HeadField(HeadFieldKind.Place, text);
        if (Date().IsMatch(text)) return new HeadField(HeadFieldKind.Date, Labels().Replace(text, ""));
        if (DocumentNumber().IsMatch(text)) return new HeadField(HeadFieldKind.DocumentNumber, text.TrimEnd('*'));
        if (Addendum().IsMatch(text)) return new HeadField(HeadFieldKind.Addendum, text);
        if (Match(Addressee(), text) is { } addressee) return new HeadField(HeadFieldKind.Addressee, addressee);
        if (Match(Subject(), text) is { } subject) return new HeadField(HeadFieldKind.Subject, subject);
        if (Match(Presenter(), text) is { } presenter) return new HeadField(HeadFieldKind.Presenter, presenter);
        if (Organ().IsMatch(text)) return new HeadField(HeadFieldKind.Organ, text);
        if (Session().IsMatch(text)) return new HeadField(HeadFieldKind.Session, text);
        return null;
    }

    private static string? Match(Regex pattern, string text) => pattern.Match(text) is { Success: true } match ? match.Groups["value"].Value.Trim() : null;

    private const string Months =
        "January|February|March|April|May|June|July|August|September|October|November|December|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
        + "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|"
        + "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر";

    private const string Day = @"(?:\d{1,2}(?:st|nd|rd|th|er)?\.?\s(?:of\s|de\s)?(?:" + Months + @"),?\s(?:de\s|del\s)?\d{4}(?:\sгода|\sг\.)?|(?:" + Months + @")\s\d{1,2}(?:st|nd|rd|th)?,\s\d{4}|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|\d{4}-\d{2}-\d{2})";

    [GeneratedRegex(@"^(?:[\p{L}][\p{L} .'’-]{0,28}[,:]?\s)?" + Day + @"\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Date();

    // A label such as "Date:" is not part of the date; "Laid on" is, since it says which date it is.
    [GeneratedRegex(@"^(?:Date|Дата|Fecha|التاريخ)\s?[:：]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Labels();

    [GeneratedRegex(@"^[^.;:]{2,60}[,،，]\s?(?:\d{1,2}\s?(?:(?:" + Months + @")\s?)?[-–—]\s?\d{1,2}\s(?:de\s)?(?:" + Months + @")\s(?:de\s)?\d{4}(?:\sгода)?|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}(?:\s?日)?\s?[-–—]\s?(?:\d{1,2}\s?月)?\s?\d{1,2}\s?日)$", RegexOptions.IgnoreCase)]
    private static partial Regex Place();

    [GeneratedRegex(@"^(?:Original(?:e)?|Оригинал|Язык оригинала|الأصل|原文)\s?[:：]\s*(?<value>.{2,40})$", RegexOptions.IgnoreCase)]
    private static partial Regex OriginalLanguage();

    [GeneratedRegex(@"^\(?(?:(?:Provisional )?Agenda items?|Point(?:s)? de l['’]ordre du jour|Punto(?:s)? del orden del día|Пункты? повестки дня|بند جدول الأعمال|البند|议项|议程项目)\s?[:：]?\s*(?<value>[\d.,()A-Za-z и,and-]{0,30}\d[\d.()a-z]{0,6})?\)?\s?[:：*]?$", RegexOptions.IgnoreCase)]
    private static partial Regex AgendaItem();

    [GeneratedRegex(@"^(?:Items? |Пункт |Point |Punto )(?<value>\d[\d., and()a-z]{0,20}?)\s(?:of the (?:provisional |draft )?agenda|повестки дня|de l['’]ordre du jour|del orden del día)\*?$", RegexOptions.IgnoreCase)]
    private static partial Regex ItemOfAgenda();

    // A year alone ("Bill 2027") is no number. "Document 27-E", "Addendum 3 to Document 47(Rev.1)-E", "A/RES/71/199", "CWG-OPEN/14", "H.B. 208", "Bill C-19", "Ref. CVN-2027-03".
    [GeneratedRegex(@"^(?:(?:(?:Addendum|Corrigendum|Revision|Addéndum|Дополнительный документ|Пересмотр)\s\d+\s\S+\s+(?:\S+\s)?)?(?:Document|Документ|Documento|الوثيقة|文件)\s\S*\d\S*|(?:[A-Z][A-Z0-9.]{0,9})(?:[/-][A-Z0-9][A-Za-z0-9.()-]{0,15}){1,6}\*{0,2}|(?:(?:Draft )?(?:Bill|Act|Law|Ordinance|Decree|Directive|Regulation)|[HS]\.\s?[BR]\.|L\.D\.)\s?(?!(?:19|20)\d\d$)(?:No\.?\s?|№\s?|n°\s?)?[A-Z]{0,2}-?\d[\w/.-]{0,12}(?:\sof\s\d{4})?|(?:Our |Your )?Ref(?:erence)?\.?\s?:?\s?\S*\d\S*)$")]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"^(?:Addendum|Corrigendum|Revision|Addéndum)\s\d+\s(?:to|au|al)$", RegexOptions.IgnoreCase)]
    private static partial Regex Addendum();

    [GeneratedRegex(@"^(?:(?:To|Attn|Attention|À|A la atención de)\s?:|To(?=\sthe\s\p{Lu}))\s*(?<value>.{2,})(?<!\.)$", RegexOptions.IgnoreCase)]
    private static partial Regex Addressee();

    [GeneratedRegex(@"^(?:Subject|Re|Objet|Asunto|Тема)\s?:\s*(?<value>.{2,})$", RegexOptions.IgnoreCase)]
    private static partial Regex Subject();

    [GeneratedRegex(@"^(?:(?:Presented|Introduced|Tabled|Moved|Prepared|Submission|Written|Sponsored) by:?|Submitted by:|Submission from|(?:From|Author|Submitter):)\s(?<value>.{2,})$", RegexOptions.IgnoreCase)]
    private static partial Regex Presenter();

    [GeneratedRegex(@"^(?:PLENARY(?: MEETING)?|SÉANCE PLÉNIÈRE|SESIÓN PLENARIA|ПЛЕНАРНОЕ ЗАСЕДАНИЕ|الجلسة العامة|جلسة عامة|全体会议|(?:COMMITTEE|COMMISSION|COMISIÓN|КОМИТЕТ|Committee|STUDY GROUP|WORKING GROUP|WORKING PARTY)\s.{0,40}|(?:First|Second|Third|Fourth|Fifth|Sixth) Committee|Distr(?:\.|ibution)?\s?:?\s?(?:General|Limited|Restricted|GENERAL|LIMITED)?|GENERAL|LIMITED)$")]
    private static partial Regex Organ();

    [GeneratedRegex(@"^(?:[\p{L}-]{3,30}\s){1,3}session$|^\d{1,3}(?:st|nd|rd|th)?\s(?:session|meeting)$|^(?:[\p{L}-]{3,30}\s){0,3}(?:Working Group|Committee|Task Force|Commission|Council Working Group)\son\s[\p{L} ,-]{3,80}$", RegexOptions.IgnoreCase)]
    private static partial Regex Session();
}
