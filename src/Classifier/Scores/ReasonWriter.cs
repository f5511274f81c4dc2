using Classifier.Models;

namespace Classifier.Scores;

/// <summary>Names the words that moved each given label's score most: <c>restricts: +suspend +public order -court; binding: +shall</c>.</summary>
internal sealed class ReasonWriter(IClauseModel model, ScoreOptions options)
{
    /// <summary>Writes the reasons.</summary>
    /// <param name="text">The text that was scored.</param>
    /// <param name="ownWords">Where the clause's own words begin in it; those before them stand in other rows of the report.</param>
    /// <param name="given">The labels that it was given.</param>
    public string Write(string text, int ownWords, IEnumerable<ScoreLabel> given) =>
        string.Join("; ", given.Select(label => (Name: label.Name(), Words: Words(text, ownWords, label))).Where(reason => reason.Words.Length > 0).Select(reason => $"{reason.Name}: {reason.Words}"));

    private string Words(string text, int ownWords, ScoreLabel label)
    {
        List<Contribution> chosen = [];
        foreach (Contribution contribution in model.Explain(text, label))
        {
            if (chosen.Count == options.ReasonsPerLabel) break;
            if (contribution.Start < ownWords) continue;
            // The words of a phrase that is already named say nothing new.
            if (!chosen.Any(other => contribution.Start < other.Start + other.Length && other.Start < contribution.Start + contribution.Length)) chosen.Add(contribution);
        }
        return string.Join(' ', chosen.Select(word => $"{(word.Weight < 0 ? '-' : '+')}{text.Substring(word.Start, word.Length)}").Distinct());
    }
}
