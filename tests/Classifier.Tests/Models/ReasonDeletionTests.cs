using Classifier.Models;
using Classifier.Training;
using Classifier.Training.Exchange;
using Xunit;

namespace Classifier.Tests.Models;

/// <summary>The check of reasons: take the named words out, and the score must fall further than when other words go.</summary>
public sealed class ReasonDeletionTests
{
    private const int Clauses = 150;

    [Fact]
    public void Explain_TheNamedPhraseTakenOut_LowersTheScoreMoreThanAnyOther()
    {
        IClauseModel model = ModelFolder.Open(ProjectFiles.InRoot("models", "default"));
        LabelledClause[] clauses = [.. LabelledClauseReader.Read(ProjectFiles.InRoot("data", "clauses.csv")).Where(clause => clause.Has(ScoreLabel.Restricts)).Take(Clauses)];
        Random random = new(1);
        double named = 0, other = 0;
        foreach (string text in clauses.Select(clause => clause.Text))
        {
            IReadOnlyList<Contribution> reasons = model.Explain(text, ScoreLabel.Restricts);
            double before = LogOdds(model, text);
            named += before - LogOdds(model, Without(text, reasons.MaxBy(reason => reason.Weight)));
            other += before - LogOdds(model, Without(text, reasons[random.Next(reasons.Count)]));
        }
        Assert.True(named > 0, $"naming words that raise the score, but it falls by {named} without them");
        Assert.True(named > 2 * other, $"the score falls by {named} in all without the named words, by {other} without others");
    }

    private static string Without(string text, Contribution reason) => text.Remove(reason.Start, reason.Length);

    private static double LogOdds(IClauseModel model, string text)
    {
        double probability = Math.Clamp(model.Score([text])[0, (int)ScoreLabel.Restricts], 1e-6, 1 - 1e-6);
        return Math.Log(probability / (1 - probability));
    }
}
