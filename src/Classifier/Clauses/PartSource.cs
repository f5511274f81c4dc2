using System.Text.RegularExpressions;
using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>A line that heads one state's part of a compilation: its name, or the language it wrote in.</summary>
/// <param name="Name">The state or group; empty for the other lines of a part's head.</param>
internal sealed partial record PartSource(string Name)
{
    /// <summary>
    /// Reads the paragraph as part of a part's head: a short line, or "Original: English", with nothing but such lines between it and an
    /// action line whose proposal bears another tabler than the one before. The change of tabler is what makes a compilation.
    /// </summary>
    public static PartSource? Read(IReadOnlyList<Paragraph> paragraphs, int index, ActionLine? last)
    {
        string text = paragraphs[index].Text.Proposed();
        if (!IsHeadLine(paragraphs[index], text)) return null;
        for (int i = index + 1; i < paragraphs.Count && i <= index + 3; i++)
        {
            string following = paragraphs[i].Text.Proposed();
            if (ActionLine.Read(paragraphs[i].Text.Text) is { } action)
                return action.Tabler.Length > 0 && (last is null ? i > index + 1 || Language().IsMatch(text) || (HeadNames.IsSource(text) && Changes(paragraphs, i, action)) : action.Tabler != last.Tabler) ? new PartSource(Language().IsMatch(text) ? "" : text) : null;
            if (!Language().IsMatch(following)) return null;
        }
        return null;
    }

    /// <summary>True where the paragraph names the tabler of a compilation's first part, whose head follows right on the document's own.</summary>
    public static bool OpensFirst(IReadOnlyList<Paragraph> paragraphs, int index)
    {
        if (Read(paragraphs, index, null) is not { Name.Length: > 0 }) return false;
        for (int i = index + 1; i < paragraphs.Count; i++)
            if (ActionLine.Read(paragraphs[i].Text.Text) is { } action) return Changes(paragraphs, i, action);
        return false;
    }

    // The first part has none before it to differ from; those after it do.
    private static bool Changes(IReadOnlyList<Paragraph> paragraphs, int index, ActionLine first)
    {
        for (int i = index + 1; i < paragraphs.Count; i++)
            if (ActionLine.Read(paragraphs[i].Text.Text) is { Tabler.Length: > 0 } action && action.Tabler != first.Tabler) return true;
        return false;
    }

    private static bool IsHeadLine(Paragraph paragraph, string text) =>
        paragraph.Kind == RegionKind.Body && paragraph.Lines.Count <= 2 && text.Length is > 2 and < 120
        && (Language().IsMatch(text) || (!Characters.EndsSentence(text) && HeadingReader.LabelRank(text) is null && (paragraph.Centred || paragraph.Bold)));

    [GeneratedRegex(@"^(?:Original(?:e)?|Оригинал|الأصل|原文)\s?[:：]", RegexOptions.IgnoreCase)]
    private static partial Regex Language();
}
