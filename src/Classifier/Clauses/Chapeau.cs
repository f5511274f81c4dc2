namespace Classifier.Clauses;

/// <summary>
/// Remembers the words that a list's items complete. "Member States shall: (a) block ..." says nothing of duty in its item; read with
/// its chapeau it does.
/// </summary>
internal sealed class Chapeau
{
    private readonly List<(NumberForm? Level, string Style, string Text)> _open = [];

    // The style of the items under the innermost chapeau; null before the first.
    private string? _items;

    public void Clear()
    {
        _open.Clear();
        _items = null;
    }

    /// <summary>Opens a list under a lead-in heading.</summary>
    public void Open(string text) => _open.Add((null, "", text));

    /// <summary>The chapeau over a clause, and makes the clause the chapeau of the items below it where it ends like one.</summary>
    public string Over(NumberedText text)
    {
        string body = text.Body.Proposed();
        string style = StyleOf(text);
        int level = _open.FindIndex(open => open.Level is not null && open.Style == style);
        if (level >= 0)
        {
            // Back among the items to which the list's chapeau belonged.
            _open.RemoveRange(level, _open.Count - level);
            _items = style;
        }
        // An unnumbered paragraph ends every list, unless it stands under a lead-in ("decides / to vest ...").
        if (style.Length == 0 && !Characters.StartsSmall(body)) _open.RemoveAll(open => open.Level is not null || open.Style.Length > 0);
        // What is numbered like the first clause after a chapeau is an item of its list, even where it is a sentence of its own.
        if (_open.Count == 0) _items = null;
        else _items ??= style;
        string context = IsItem(body) || (style.Length > 0 && style == _items) ? string.Join(' ', _open.Select(open => open.Text)) : "";
        if (OpensList(body))
        {
            _open.Add((text.Opening?.Form ?? NumberForm.Bare, style, LastSentence(body)));
            _items = null;
        }
        return context;
    }

    // A sentence of its own begins with a capital and ends with a full stop.
    private static bool IsItem(string body) => body.Length > 0 && (Characters.StartsSmall(body) || body[^1] is ';' or ',' or '；' or '؛' || body.EndsWith(" and", StringComparison.Ordinal) || body.EndsWith(" or", StringComparison.Ordinal));

    private static bool OpensList(string body) => body.Length > 0 && body[^1] is ':' or '：' or '—' or '–' || (body.EndsWith(',') && body.StartsWith("In this ", StringComparison.Ordinal));

    // A paragraph may say much before it comes to its list.
    private static string LastSentence(string body)
    {
        int end = body.LastIndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? body : body[(end + 2)..];
    }

    // "(a)" and "(b)" are one level, "(i)" another, "(1)" a third.
    private static string StyleOf(NumberedText text)
    {
        if (text.Opening is null) return "";
        if (text.Opening.Value.Form == NumberForm.Bullet) return "•";
        string core = text.Number.Trim('(', ')', '.', ' ');
        char kind = core.Length == 0 ? '?' : char.IsDigit(core[0]) ? '1' : core.All(c => "ivx".Contains(c, StringComparison.Ordinal)) ? 'i' : char.IsLower(core[0]) ? 'a' : 'A';
        return $"{kind}{(text.Number.StartsWith('(') ? "(" : "")}{(text.Number.EndsWith(')') ? ")" : "")}{core.Count(c => c == '.')}";
    }
}
