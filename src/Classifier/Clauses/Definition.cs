using System.Text.RegularExpressions;

namespace Classifier.Clauses;

/// <summary>Recognises a clause that says what a term means.</summary>
internal static partial class Definition
{
    /// <summary>True where the text opens with a term, quoted, and says what it means.</summary>
    public static bool Opens(string text) => Quoted().IsMatch(text);

    // "access service" means ...; “user” includes ...; « données » désigne ...
    [GeneratedRegex("^(?:the (?:term|expression|word)s? )?[\"“”'‘’«„「《][^\"“”’»」》]{1,80}[\"“”'’»“」》],? (?:\\(?[^)]{0,30}\\)? ?)?(?:means?|includes?|has the (?:same )?meaning|have the (?:same )?meaning|shall mean|refers? to|désigne|s'entend|signifi|comprend|significa|se entiende|означа|понима|يقصد|يعني)|^[“「《][^”」》]{1,40}[”」》](?:是指|指)", RegexOptions.IgnoreCase)]
    private static partial Regex Quoted();
}
