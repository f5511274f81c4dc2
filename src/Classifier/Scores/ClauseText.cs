namespace Classifier.Scores;

/// <summary>A clause's words and what stands before them in its document, which are read together.</summary>
/// <param name="Text">Its own words.</param>
/// <param name="Context">The words that its list begins with ("Member States shall:"); empty where it stands on its own.</param>
/// <param name="Number">Its number as printed, which tells statutes from submissions; empty where it has none or none is known.</param>
public readonly record struct ClauseText(string Text, string Context = "", string Number = "")
{
    /// <summary>All that is read.</summary>
    internal string Whole => Context.Length == 0 && Number.Length == 0 ? Text : string.Join(' ', new[] { Context, Number, Text }.Where(part => part.Length > 0));
}
