using Classifier.Clauses;
using Classifier.Models;

namespace Classifier.Scores;

/// <summary>Scores clauses and says what the scores mean. Immutable; safe to call from several threads.</summary>
public sealed class ClauseScorer(IClauseModel model, ScoreOptions options)
{
    private readonly AxisLabels _labels = new(model.Card.With(options.Thresholds));
    private readonly ReasonWriter _reasons = new(model, options);

    /// <summary>The model's id, as written in the reports.</summary>
    public string Model => model.Card.Id;

    /// <summary>
    /// Scores a document's clauses. Headings get no assessment, as the codebook counts them as no clauses; nor do clauses in a language
    /// that the model does not know, unless <see cref="ScoreOptions.AnyLanguage"/>.
    /// </summary>
    /// <param name="clauses">The clauses.</param>
    /// <returns>One scored clause for each clause, in order.</returns>
    public IReadOnlyList<ScoredClause> Score(IReadOnlyList<Clause> clauses)
    {
        Side[] sides = [.. clauses.Where(IsScored).SelectMany(Sides)];
        float[,] scores = model.Score([.. sides.Select(side => side.Text)]);
        Dictionary<(string Clause, bool Before), float[]> rows = [];
        for (int i = 0; i < sides.Length; i++) rows[(sides[i].Clause.Id, sides[i].Before)] = Row(scores, i);
        return [.. clauses.Select(clause => new ScoredClause(clause, IsScored(clause) ? Assess(clause, rows.GetValueOrDefault((clause.Id, false)), rows.GetValueOrDefault((clause.Id, true))) : null))];
    }

    /// <summary>Assesses texts that stand for themselves.</summary>
    /// <param name="texts">Clause texts.</param>
    /// <returns>One assessment for each text, in order.</returns>
    public IReadOnlyList<Assessment> Assess(IReadOnlyList<string> texts)
    {
        float[,] scores = model.Score(texts);
        return [.. texts.Select((text, i) => Explain(_labels.Draw(Row(scores, i)), text))];
    }

    /// <summary>Says which clauses were left without scores because of their language.</summary>
    /// <param name="document">The document's name.</param>
    /// <param name="clauses">Its clauses after scoring.</param>
    /// <returns>One note for each such language, none where every clause was scored.</returns>
    public IReadOnlyList<Issue> Unscored(string document, IReadOnlyList<ScoredClause> clauses) =>
        [.. clauses.Where(scored => scored.Clause.Kind != ClauseKind.Heading && !Knows(scored.Clause.Language))
            .GroupBy(scored => scored.Clause.Language).Where(_ => !options.AnyLanguage).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Issue(document, Severity.Note, "score", null, "language",
                $"{group.Count()} clauses in language \"{group.Key}\" were not scored: the model {model.Card.Name} knows {string.Join(", ", model.Card.Languages)}. Use a model for this language, or --any-language to score all the same."))];

    private sealed record Side(Clause Clause, bool Before, string Text);

    private bool Knows(string language) => language == "und" || model.Card.Languages.Contains(language);

    private bool IsScored(Clause clause) => clause.Kind != ClauseKind.Heading && (options.AnyLanguage || Knows(clause.Language));

    /// <summary>The texts that a clause is scored by: as proposed, and as it stood where the proposal changes it.</summary>
    private static IEnumerable<Side> Sides(Clause clause)
    {
        if (clause.Status != ClauseStatus.Deleted) yield return new Side(clause, false, InContext(clause, clause.Text));
        if (clause.Status is ClauseStatus.Deleted or ClauseStatus.Modified && clause.TextBefore.Length > 0) yield return new Side(clause, true, InContext(clause, clause.TextBefore));
    }

    /// <summary>The text with what stands before it in the document: the words that its list begins with, and its number, which tells statutes from submissions.</summary>
    private static string InContext(Clause clause, string text) => string.Join(' ', new[] { clause.Context, clause.Number, text }.Where(part => part.Length > 0));

    /// <summary>Labels come from the text as proposed; a clause that would go is labelled by what it would remove.</summary>
    private Assessment Assess(Clause clause, float[]? after, float[]? before)
    {
        float[] shown = after ?? before ?? Row(model.Score([""]), 0);
        string text = after is not null ? clause.Text : clause.TextBefore;
        Assessment assessment = Explain(_labels.Draw(shown), text);
        return clause.Status switch
        {
            ClauseStatus.None => assessment,
            ClauseStatus.Unchanged => assessment with { Effect = new Effect(0, 0, 0, 0), Priority = assessment.Priority / 2 },
            _ => WithEffect(assessment, Effect.Of(after, before), Math.Max(Binding(after), Binding(before))),
        };
    }

    private static Assessment WithEffect(Assessment assessment, Effect effect, double binding) =>
        assessment with { Effect = effect, Priority = Priority.Of(effect, binding) };

    private Assessment Explain(Assessment assessment, string text) => assessment with
    {
        // A suppression whose old text is not printed leaves nothing at all to judge it by.
        Review = assessment.Review || text.AsSpan().Count(' ') + 1 < options.LeastWords || model.UnknownShare(text) > options.MostUnknown,
        Reasons = _reasons.Write(text, AxisLabels.Given(assessment)),
    };

    private static double Binding(float[]? scores) => scores?[(int)ScoreLabel.Binding] ?? 0;

    private static float[] Row(float[,] scores, int row) => [.. Enumerable.Range(0, scores.GetLength(1)).Select(label => scores[row, label])];
}
