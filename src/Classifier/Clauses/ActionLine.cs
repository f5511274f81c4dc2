using System.Buffers;
using System.Text.RegularExpressions;

namespace Classifier.Clauses;

/// <summary>
/// The line by which a proposal to an ITU conference says what it does: "MOD  RUS/27/4". The symbols are the same in all languages.
/// </summary>
/// <param name="Action">ADD, MOD, SUP or NOC; brackets ("(MOD)": editorial) and stars ("ADD*": see the note) are left out.</param>
/// <param name="Proposal">The proposal's number without its database suffix; empty where the line names none.</param>
/// <param name="Provision">A provision number printed on the same line; empty where there is none.</param>
internal sealed partial record ActionLine(string Action, string Proposal, string Provision)
{
    /// <summary>The state or group in the proposal's number ("RUS"); empty where there is no number.</summary>
    public string Tabler => Proposal.Split('/')[0];

    // The longest name some forty states in their proposal's number.
    private const int Longest = 250;

    private static readonly SearchValues<string> Symbols = SearchValues.Create(["ADD", "MOD", "SUP", "NOC"], StringComparison.Ordinal);

    public static ActionLine? Read(string text)
    {
        if (text.Length > Longest || !text.AsSpan().ContainsAny(Symbols)) return null;
        // In Arabic documents the two parts of the line may come in either order.
        Match match = ActionFirst().Match(text);
        if (!match.Success) match = ProposalFirst().Match(text);
        return match.Success ? new ActionLine(match.Groups["action"].Value, match.Groups["proposal"].Value, match.Groups["provision"].Value) : null;
    }

    private const string Act = @"\(?\s?(?<action>ADD|MOD|SUP|NOC)\s?\)?\s?\*{0,2}";

    // "ARV/27A1/12#49990": tabler, document with addendum, running number, and an identifier of the conference's database.
    private const string Number = @"(?<proposal>[A-Z][A-Z0-9]{0,6}(?:/[A-Z]{1,6}){0,50}(?:/[0-9]{1,4}[A-Z0-9.()]*){1,3})(?:\s?#\s?\d+)?";

    [GeneratedRegex("^" + Act + @"(?:\s+" + Number + @")?(?:\s+(?<provision>(?:CS |CV |PP |No\. )?\d[\d.]{0,8}[A-Z]{0,2}(?:bis|ter|quater)?))?$")]
    private static partial Regex ActionFirst();

    [GeneratedRegex("^" + Number + @"\s+" + Act + "$")]
    private static partial Regex ProposalFirst();
}
