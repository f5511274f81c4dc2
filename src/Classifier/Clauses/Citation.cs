using System.Text.RegularExpressions;

namespace Classifier.Clauses;

/// <summary>
/// Tells notes that do nothing but cite ("Ibid.", an author, a title and an address) from those that say something. A note that does both is text; so is one in doubt.
/// </summary>
internal static partial class Citation
{
    // Titles in quotation marks are shorter; what is longer is a passage, quoted for what it says.
    private const int LongestTitle = 160;

    // Brackets in brackets: "(Report 123 (2014))".
    private const int Nested = 3;

    // Ten sources in one note; the patterns below take time by the square of a note that is made for it.
    private const int LongestNote = 1500;

    /// <summary>True where the note cites and says nothing. English notes only: what makes a sentence in other languages is not known here.</summary>
    public static bool IsAll(string note)
    {
        if (note.Length > LongestNote || !Sign().IsMatch(note)) return false;
        string rest = Formula().Replace(Address().Replace(note, " "), " ");
        foreach (Match quote in Quoted().Matches(rest))
            if (quote.Length > LongestTitle) return false;
        rest = Quoted().Replace(rest, " ");
        for (int i = 0; i < Nested; i++) rest = Bracketed().Replace(rest, inside => Speech().IsMatch(inside.Value) ? $" {inside.Value[1..^1]} " : " ");
        return !Speech().IsMatch(rest) && LanguageReader.Read(note) is "en" or LanguageReader.Undetermined;
    }

    // What a source is cited by: an address, a title of more than one word, a year or a court's abbreviation in brackets, a page, a document's symbol, a source cited before.
    [GeneratedRegex(@"https?://|www\.|[“‘""][^\s”’""]+\s|\((?:[^()]*\s)?(?:1[89]|20)\d\d\)|\[(?:1[89]|20)\d\d\]|\((?:Cth|NSW|Vic|Qld|SA|WA|Tas|ACT|NT|UK|NZ)\)|\b(?:pp?|vol)\b\.?\s?\d|\b[A-Z][A-Z0-9.]*/[A-Z0-9./-]*\d|\b(?:ibid|id\.|supra|op\. cit)|\d{1,2}(?:st|nd|rd|th)?\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\s(?:19|20)\d\d", RegexOptions.IgnoreCase)]
    private static partial Regex Sign();

    // An address may be broken by a blank, where it ran over a line.
    [GeneratedRegex(@"(?:https?://|www\.)\S+(?:\s\S*[/_=]\S*)*")]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(?:(?:is|are) )?available (?:at|here|online|from)\b:?|\b(?:last )?(?:accessed|updated|viewed|retrieved|visited)\b|\bin force\b|\bentered into force\b", RegexOptions.IgnoreCase)]
    private static partial Regex Formula();

    // The single quotation mark that closes is also the apostrophe.
    [GeneratedRegex(@"“[^”]*”|""[^""]*""|(?<!\w)[‘'].*?[’'](?=[\s,.;:)]|$)")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>")]
    private static partial Regex Bracketed();

    // Words that sentences are made with, and references are not.
    [GeneratedRegex(@"\b(?:is|are|was|were|be|been|being|has|have|had|do|does|did|shall|should|must|may(?!\s(?:19|20)\d\d)|might|can|cannot|could|will|would|not|we|our|you|they|their|this|these|those|it|its|that|which|who|whose|because|if|when|where|whether|while|although|unless|however|including|under|note|includes?|provides?d?|requires?d?|states?d?(?=\s(?:that|the|in))|refers?|means?|notes|noted|says|said|allows?|argues?|argued|finds|found|shows?|applies|apply|proposes?d?|enables?|ensures?|gives?|makes?|made|seeks?|sought|remains?|defines?d?|covers?|prohibits?|prevents?|permits?|concludes?d?|recommends?|recommended|objects?|objected|opposes?d?|supports?|supported|reserves?d?|retains?|insists?|suggests?|rejects?|accepts?|requests?|asks?|believes?|considers?|considered|agrees?d?|became|becomes?|takes?|took)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Speech();
}
