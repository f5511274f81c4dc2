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
        ScoredClause[] scored = [.. clauses.Select(clause => new ScoredClause(clause, null))];
        HashSet<string> changed = [.. clauses.Where(clause => clause.Kind == ClauseKind.TableCell && clause.Status is ClauseStatus.Modified or ClauseStatus.Deleted && IsScored(clause)).Select(clause => clause.TextBefore)];
        Basis BasisOf(int place) => Basis.Of(clauses[place], changed);
        // What stands in a document more than once, as numbers and names do in tables, is assessed once: a quarter of the clauses of long reports.
        foreach (IGrouping<Basis, int>[] bases in Enumerable.Range(0, scored.Length).Where(place => IsScored(clauses[place])).GroupBy(BasisOf).Chunk(ClauseGroup.Size))
        {
            Side[][] sides = [.. bases.Select(places => Sides(clauses[places.First()]).ToArray())];
            float[,] scores = model.Score([.. sides.SelectMany(own => own).Select(side => side.Text)]);
            int row = 0;
            foreach ((IGrouping<Basis, int> places, Side[] own) in bases.Zip(sides))
            {
                for (int i = 0; i < own.Length; i++) own[i] = own[i] with { Scores = Row(scores, row++) };
                Assessment assessment = Assess(places.Key, Array.Find(own, side => !side.Before), Array.Find(own, side => side.Before));
                foreach (int place in places) scored[place] = scored[place] with { Assessment = assessment };
            }
        }
        return scored;
    }

    /// <summary>Assesses texts that stand for themselves.</summary>
    /// <param name="texts">Clause texts.</param>
    /// <returns>One assessment for each text, in order.</returns>
    public IReadOnlyList<Assessment> Assess(IReadOnlyList<ClauseText> texts)
    {
        Side[] sides = [.. texts.Select(text => Side.Of(text, before: false))];
        float[,] scores = model.Score([.. sides.Select(side => side.Text)]);
        return [.. sides.Select((side, i) => Explain(_labels.Draw(Row(scores, i)), side.Text, side.OwnWords))];
    }

    /// <summary>Says which clauses were left without scores because of their language.</summary>
    /// <param name="clauses">A document's clauses after scoring.</param>
    /// <returns>One note for each such language, none where every clause was scored.</returns>
    public IReadOnlyList<Issue> Unscored(IReadOnlyList<ScoredClause> clauses) =>
        [.. clauses.Where(scored => scored.Clause.Kind != ClauseKind.Heading && !Knows(scored.Clause.Language))
            .GroupBy(scored => scored.Clause.Language).Where(_ => !options.AnyLanguage).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Issue(Severity.Note, "score", null, "language",
                $"{group.Count()} clauses in language \"{group.Key}\" were not scored: the model {model.Card.Name} knows {string.Join(", ", model.Card.Languages)}. Use a model for this language, or --any-language to score all the same."))];

    /// <summary>All that an assessment depends on; quoted is a text that the document repeats as it stands, as comparative tables do, and changes in another clause.</summary>
    private readonly record struct Basis(ClauseStatus Status, string Context, string Number, string Text, string TextBefore, bool IsQuoted)
    {
        public static Basis Of(Clause clause, HashSet<string> changed) =>
            new(clause.Status, clause.Context, clause.Number, clause.Text, clause.TextBefore, clause.Kind == ClauseKind.TableCell && clause.Status == ClauseStatus.None && changed.Contains(clause.Text));
    }

    /// <summary>A text that a clause is scored by.</summary>
    /// <param name="Before">True for its text as it stood.</param>
    /// <param name="Text">The text in its context.</param>
    /// <param name="OwnWords">Where the clause's own words begin in it.</param>
    private sealed record Side(bool Before, string Text, int OwnWords)
    {
        public float[] Scores { get; init; } = [];

        public static Side Of(ClauseText text, bool before)
        {
            string whole = text.Whole;
            return new Side(before, whole, whole.Length - text.Text.Length);
        }
    }

    private bool Knows(string language) => language == "und" || model.Card.Languages.Contains(language);

    private bool IsScored(Clause clause) => clause.Kind != ClauseKind.Heading && (options.AnyLanguage || Knows(clause.Language));

    /// <summary>The texts that a clause is scored by: as proposed, and as it stood where the proposal changes it.</summary>
    private static IEnumerable<Side> Sides(Clause clause)
    {
        if (clause.Status != ClauseStatus.Deleted) yield return Side.Of(new ClauseText(clause.Text, clause.Context, clause.Number), before: false);
        if (clause.Status is ClauseStatus.Deleted or ClauseStatus.Modified && clause.TextBefore.Length > 0) yield return Side.Of(new ClauseText(clause.TextBefore, clause.Context, clause.Number), before: true);
    }

    /// <summary>Labels come from the text as proposed; a clause that would go is labelled by what it would remove.</summary>
    private Assessment Assess(in Basis basis, Side? after, Side? before)
    {
        Side shown = after ?? before ?? new Side(false, "", 0) { Scores = Row(model.Score([""]), 0) };
        Assessment assessment = Explain(_labels.Draw(shown.Scores), shown.Text, shown.OwnWords);
        return basis.Status switch
        {
            ClauseStatus.None => basis.IsQuoted ? assessment with { Priority = 0 } : assessment,
            ClauseStatus.Unchanged => assessment with { Effect = new Effect(0, 0, 0, 0), Priority = assessment.Priority / 2 },
            _ => WithEffect(assessment, Effect.Of(after?.Scores, before?.Scores), Math.Max(Binding(after), Binding(before)), least: basis.Status == ClauseStatus.Modified ? assessment.Priority / 2 : 0),
        };
    }

    /// <summary>The assessment of a clause that a proposal adds, changes or takes out.</summary>
    /// <param name="assessment">The labels.</param>
    /// <param name="effect">What the change does.</param>
    /// <param name="binding">Probability that a duty is owed.</param>
    /// <param name="least">A clause that a proposal touches up and lets stand matters no less than one that it leaves alone.</param>
    private static Assessment WithEffect(Assessment assessment, Effect effect, double binding, double least) =>
        assessment with { Effect = effect, Priority = Math.Max(least, Priority.Of(effect, binding)) };

    private Assessment Explain(Assessment assessment, string text, int ownWords) => assessment with
    {
        // A suppression whose old text is not printed leaves nothing at all to judge it by.
        Review = assessment.Review || text.AsSpan(ownWords).Count(' ') + 1 < options.LeastWords || model.UnknownShare(text) > options.MostUnknown,
        Reasons = _reasons.Write(text, ownWords, AxisLabels.Given(assessment)),
    };

    private static double Binding(Side? side) => side?.Scores[(int)ScoreLabel.Binding] ?? 0;

    private static float[] Row(float[,] scores, int row) => [.. Enumerable.Range(0, scores.GetLength(1)).Select(label => scores[row, label])];
}
