using System.Text.RegularExpressions;

namespace Classifier.Clauses;

/// <summary>
/// The words by which drafters open the parts of their texts: "considering", "resolves", "Reasons:". A closed set in each of the six
/// languages, kept by the style guides of the United Nations and of ITU.
/// </summary>
internal static partial class LeadIns
{
    // A lead-in on a line of its own is this long at most: "instructs the Director of the Telecommunication Standardization Bureau, in consultation with ...".
    private const int LongestHeading = 150;

    /// <summary>True where the text opens with the label of a proposal's reasons.</summary>
    public static bool OpensReason(string text) => Reason().IsMatch(text);

    /// <summary>True where the text opens with the verb of a preambular paragraph.</summary>
    public static bool OpensRecital(string text) => Recital().IsMatch(text);

    /// <summary>True where the text opens with the verb of an operative paragraph.</summary>
    public static bool OpensOperative(string text) => Operative().IsMatch(text);

    /// <summary>True where the text is a lead-in alone ("noting with concern", "instructs the Secretary-General"): a heading of a resolution.</summary>
    public static bool IsHeading(string text)
    {
        string core = text.TrimEnd(':', ',', ' ', '：', '，', '،');
        if (core.Length == 0 || core.Length > LongestHeading || core.Contains(". ", StringComparison.Ordinal) || core.Contains(';') || core.EndsWith('.')) return false;
        if (RecitalAlone().IsMatch(core)) return true;
        return Operative().IsMatch(core) && !core.Contains(',') && core.Split(' ').Length <= 16 && !Clausal().IsMatch(core);
    }

    [GeneratedRegex(@"^(?:Reasons?|Motifs?|Motivos|Razones|Основани[ея]|الأسباب|أسباب|理由)\s*[:：]", RegexOptions.IgnoreCase)]
    private static partial Regex Reason();

    private const string RecitalWords =
        "considering|recalling|noting|recogni[sz]ing|aware|being aware|bearing in mind|taking into account|taking note|having regard|having considered|having examined|having noted|"
        + "convinced|prompted by|motivated by|mindful|conscious|concerned|deeply concerned|alarmed|affirming|reaffirming|emphasi[sz]ing|stressing|underlining|underscoring|welcoming|acknowledging|"
        + "wishing|referring|inspired|persuaded|hoping|appreciating|deploring|condemning|regretting|observing|guided by|desiring|desirous|determined|believing|expressing|cognizant|in view of|whereas|commending|highlighting|reiterating|recognising|"
        + "considérant|rappelant|notant|reconnaissant|consciente?|ayant|tenant compte|soulignant|réaffirmant|se félicitant|préoccupée?|convaincue?|vu|"
        + "considerando|recordando|observando|reconociendo|teniendo en cuenta|teniendo presente|tomando nota|destacando|subrayando|reafirmando|acogiendo|preocupad[ao]|convencid[ao]|"
        + "учитывая|напоминая|отмечая|признавая|сознавая|подчеркивая|подтверждая|принимая во внимание|ссылаясь|приветствуя|будучи|вновь|"
        + "إذ|وإذ|考虑到|忆及|注意到|认识到|铭记|强调|重申|欢迎|意识到";

    [GeneratedRegex("^(?:(?:seriously|gravely|deeply|also|further|fully|strongly|mindful and) )?(?:" + RecitalWords + @")(?![\p{L}-])|^(?:考虑到|忆及|注意到|认识到|铭记|强调|重申|欢迎|意识到)", RegexOptions.IgnoreCase)]
    private static partial Regex Recital();

    [GeneratedRegex("^(?:" + RecitalWords + @")(?:\s+(?:further|also|that|with|to|in|of|and|the|its|deep|great|grave|concern|satisfaction|appreciation|particular|account|mind|into|note|again|moreover|finally|taking|noting|recalling|en outre|que|également|también|además|que|также|далее|что|كذلك|أيضا|أن)){0,5}$", RegexOptions.IgnoreCase)]
    private static partial Regex RecitalAlone();

    [GeneratedRegex(@"^(?:(?:further|also|strongly|and)\s+)?(?:resolves|decides|instructs|invites|requests|urges|calls? upon|calls? on|encourages|recommends|appeals|proclaims|declares|directs|authori[sz]es|adopts|approves|agrees|"
        + "décide|charge|invite|prie|demande|recommande|exhorte|encourage|engage|"
        + "resuelve|decide|encarga|invita|insta|pide|solicita|recomienda|exhorta|alienta|"
        + "решает|поручает|предлагает|призывает|просит|рекомендует|настоятельно|"
        + @"تقرر|يقرر|تكلف|يكلف|تدعو|يدعو|تحث|يحث)(?![\p{L}-])|^(?:做出决议|作出决议|决定|责成|请|敦促|呼吁|建议|鼓励|要求)", RegexOptions.IgnoreCase)]
    private static partial Regex Operative();

    // "resolves that the source code shall be open" is the clause itself, not its lead-in.
    [GeneratedRegex(@"\b(?:that|shall|should|must|que|что)\b|\bto (?!the\b|all\b|Member|States|administrations)\p{Ll}", RegexOptions.IgnoreCase)]
    private static partial Regex Clausal();
}
