using System.Text.RegularExpressions;

namespace Classifier.Clauses;

/// <summary>Words in headings and formulas that say what the text under them is.</summary>
internal static partial class Wording
{
    public static bool NamesPreamble(string heading) => Preamble().IsMatch(heading);

    public static bool NamesArticles(string heading) => Articles().IsMatch(heading);

    public static bool NamesDefinitions(string heading) => Definitions().IsMatch(heading);

    public static bool NamesExplanation(string heading) => Explanation().IsMatch(heading);

    /// <summary>True for the line by which a body names itself before its recitals: "The Plenipotentiary Conference (City, 2022),", "BE IT ENACTED by ...".</summary>
    public static bool IsEnactingOrgan(string text) => text.Length < (text.EndsWith(',') ? 200 : 60) && EnactingOrgan().IsMatch(text);

    [GeneratedRegex(@"\b(?:preamble|préambule|preámbulo|преамбула)\b|الديباجة|序言", RegexOptions.IgnoreCase)]
    private static partial Regex Preamble();

    [GeneratedRegex(@"^(?:[IVXL]{1,5}\.\s*)?(?:draft |proposed )?(?:articles?|provisions|operative part|proposed text)\b(?!\s\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Articles();

    [GeneratedRegex(@"\b(?:definitions?|interpretation|terms used|définitions?|definiciones|определения)\b|التعاريف|定义", RegexOptions.IgnoreCase)]
    private static partial Regex Definitions();

    [GeneratedRegex(@"\b(?:explanatory|memorandum|objects and reasons|introduction|background|summary|exposé des motifs|exposición de motivos)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Explanation();

    [GeneratedRegex(@"^(?:A BILL|AN ACT|BE IT ENACTED|ENACTED BY)\b|^(?:The|La|Le|L'|El)\s?[^.;]*\b(?:Conference|Assembly|Council|Committee|Commission|Congress|Parliament|Conférence|Assemblée|Conseil|Conferencia|Asamblea|Consejo|States Parties|Parties)\b[^.;]*,$|^The General Assembly$|^\p{Lu}[^.;]*\b(?:[Кк]онференция|[Аа]ссамблея|[Сс]овет|[Кк]омитет|Государства-участники)\b(?:[^.;]|\bг\.)*,$")]
    private static partial Regex EnactingOrgan();
}
