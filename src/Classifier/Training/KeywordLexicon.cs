namespace Classifier.Training;

/// <summary>
/// What an analyst's word list would do: a label scores by how many of its words occur. A baseline to stand beside trained models, with the words that the
/// codebook names.
/// </summary>
internal static class KeywordLexicon
{
    private static readonly string[][] Stems =
    [
        ["network", "cable", "satellite", "spectrum", "numbering", "addressing", "routing", "interconnect", "tariff", "protocol", "standard", "infrastructure", "operator", "carrier", "broadband", "connectivity"],
        ["information", "opinion", "media", "publication", "message", "content", "personal", "data", "platform", "speech", "communications", "privacy"],
        ["block", "filter", "censor", "intercept", "retain", "retention", "prohibit", "suspend", "takedown", "remov", "surveillance", "identif", "licen"],
        ["protect", "right", "freedom", "privacy", "confidential", "encrypt", "necessary", "proportiona", "access", "affordab", "remed"],
        ["expression", "opinion", "speech", "media", "press", "censor", "publication", "broadcast"],
        ["privacy", "personal", "confidential", "surveillance", "intercept", "anonym", "encrypt", "retention"],
        ["access", "connect", "shutdown", "universal", "affordab", "accessib", "disabilit", "neutrality"],
        ["sovereign", "government", "state", "national", "minister", "intergovernmental", "authority"],
        ["multistakeholder", "stakeholder", "civil", "bottom-up", "inclusive", "transparent", "community", "open"],
        ["shall", "must", "prohibited", "undertake", "liable", "decides", "resolves", "instructs"],
        ["should", "encourag", "invite", "urge", "call", "request", "recommend", "may", "endeavour"],
    ];

    /// <summary>The share of each label's words that occur in the text, 0..1, in label order.</summary>
    public static float[] Score(string text)
    {
        string[] words = text.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '(', ')', '"', '/'], StringSplitOptions.RemoveEmptyEntries);
        return [.. Stems.Select(stems => (float)stems.Count(stem => words.Any(word => word.StartsWith(stem, StringComparison.Ordinal))) / stems.Length)];
    }
}
