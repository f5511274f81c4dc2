using System.Text.RegularExpressions;

namespace Classifier.Clauses;

/// <summary>Tells a document's meeting, source and title apart by the words that such names are made of.</summary>
internal static partial class HeadNames
{
    public static bool IsMeeting(string text) => Meeting().IsMatch(text);

    public static bool IsSource(string text) => Source().IsMatch(text);

    /// <summary>True for the words in which an office or a salutation is addressed; whose they are is not said.</summary>
    public static bool IsAddress(string text) => Address().IsMatch(text);

    public static bool IsTitle(string text) => Title().IsMatch(text);

    /// <summary>True where the words cannot be the name of a body: they make a phrase ("Building an Index", "Letter to all States") or name a year.</summary>
    public static bool IsPhrase(string text) => Phrase().IsMatch(text);

    /// <summary>False for the specks of a scan, of which no letters can be made out.</summary>
    public static bool IsLegible(string text) => Characters.Letters(text) > 1 && 2 * text.Count(char.IsLetterOrDigit) > text.Count(c => c != ' ');

    /// <summary>The name without what mastheads print in and around it: the letter of the series in "UNITED A NATIONS", a star or another symbol.</summary>
    public static string Plain(string text) => Ornament().Replace(text, "").Trim();

    [GeneratedRegex(@"\b(?:Conference|Assembly|Congress|Council|Commission|Group of Experts|Working Party|Working Group|Intergovernmental Group|Joint Committee|Summit|Forum|Parliament|Legislature|Senate|House of|Conférence|Assemblée|Conseil|Parlement|Conferencia|Asamblea|Consejo|Parlamento|конференция|ассамблея|совет|парламент)\b|مؤتمر|جمعية|大会", RegexOptions.IgnoreCase)]
    private static partial Regex Meeting();

    [GeneratedRegex(@"\b(?:Republic|Kingdom|Federation|Union of|States of|State of|United|Islands?|Emirates|Sultanate|Principality|Administrations?|Government|Common proposals|regional proposals|Note by|Report by|Submitted by|submitted by|Contribution|Secretariat|Rapporteur|Chair(?:man|person)?|Co-Chairs|Director|Association|Institute|Coalition|Collective|Alliance|Observatory|Ministry|Minister|Centre|Center|Foundation|Society|Network|University|République|Royaume|Propositions communes|República|Reino|Propuestas comunes|Республика|Королевство|Федерация|Общие предложения)\b|: draft (?:resolution|decision)$|جمهورية|مملكة|مقترحات مشتركة|共和国|王国|共同提案")]
    private static partial Regex Source();

    [GeneratedRegex(@"^(?:Dear\b|Attention\b|(?:Open |Joint )?Letter to\b|(?:The )?(?:Chair(?:man|person)?|Director|(?:Prime )?Minister|Secretary|Secretariat|Rapporteur)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(?:Proposals for|Draft|Revision|Resolution|Compilation|Comparative|Table|Report|Comments|Observations|Notes on|Elements|Working paper|Position|Submission|Convention|Declaration|Agreement|Protocol|Decision|Minutes|Bill|Act|Law|Ordinance|Regulations|Directive|Amendment|Contracts?|Open Letter|Propositions pour|Projet|Propuestas para|Proyecto|Предложения для|Проект)\b|مقترحات لأعمال|مشروع|提案$|草案", RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex(@"\s(?:an?|to|in|on|with|by|from|at|as|how|what|why|is|are|has|have|will|shall|must|should|its|their|our|your|this|that)\s|[\s,](?:19|20)\d\d$")]
    private static partial Regex Phrase();

    [GeneratedRegex(@"(?<=^(?:UNITED|NATIONS|NACIONES))\s[A-Z](?=\s(?:NATIONS|UNIES|UNIDAS)$)|[\u2500-\u27BF\p{Co}]")]
    private static partial Regex Ornament();
}
