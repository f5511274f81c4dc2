using System.Text.RegularExpressions;
using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>The mark that ties a note to the place in the text that refers to it.</summary>
internal static partial class NoteLabel
{
    /// <summary>The label of the note that opens with <paramref name="line"/>, without punctuation; empty where it has none.</summary>
    public static string Of(LaidOutLine line) => Label().Match(line.Words[0].Text) is { Success: true } label ? label.Groups[1].Value : "";

    /// <summary>Characters of a note's text that its label takes, punctuation included.</summary>
    public static int Length(string text) => Label().Match(text) is { Success: true } label ? label.Length : 0;

    // Notes count by figures, small letters or stars; the label may touch the note's first word ("1See").
    [GeneratedRegex(@"^[\[(]?(\d{1,3}|\*{1,4}|[†‡§¶]{1,3}|[a-z](?=[.)\s]|$))[\])]?[.:)]?")]
    private static partial Regex Label();
}
