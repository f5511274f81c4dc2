using Classifier.Clauses;
using Classifier.Documents;
using Classifier.Models;
using Classifier.Scores;

namespace Classifier.App.Workers;

/// <summary>
/// A clause and its assessment as bytes: one property after the other, without names. A result is only ever read by the build that made it (the fingerprint of
/// a run or cache and the record of a shard see to that), and in JSON a tenth of a run would be spent on names and on digits.
/// </summary>
internal static class ClauseCodec
{
    private const int BoxBytes = sizeof(int) + (4 * sizeof(double));

    /// <summary>No document is that deep; a heading may be a single byte, and its place in memory has eight.</summary>
    private const int MostHeadings = 1000;

    private static readonly Rights AllRights = Enum.GetValues<Rights>().Aggregate((one, other) => one | other);

    /// <summary>Writes a clause.</summary>
    /// <param name="to">Writes text as UTF-8.</param>
    /// <param name="scored">The clause.</param>
    public static void Write(BinaryWriter to, ScoredClause scored)
    {
        Clause clause = scored.Clause;
        to.Write(clause.Id);
        to.Write(clause.Page);
        to.Write(clause.Number);
        to.Write7BitEncodedInt(clause.HeadingPath.Count);
        foreach (string heading in clause.HeadingPath) to.Write(heading);
        to.Write((byte)clause.Kind);
        to.Write(clause.Proposal);
        to.Write(clause.Action);
        to.Write((byte)clause.Status);
        to.Write(clause.Text);
        to.Write(clause.DeletedText);
        to.Write(clause.TextBefore);
        to.Write(clause.Context);
        to.Write(clause.Source);
        to.Write(clause.Language);
        to.Write7BitEncodedInt(clause.Boxes.Count);
        foreach (PageBox place in clause.Boxes) Write(to, place);
        to.Write(clause.Start);
        to.Write(scored.Assessment is not null);
        if (scored.Assessment is not null) Write(to, scored.Assessment);
    }

    /// <summary>Reads a clause.</summary>
    /// <param name="bytes">What <see cref="Write(BinaryWriter, ScoredClause)"/> wrote.</param>
    /// <exception cref="InvalidDataException">The bytes are no clause, or more than one.</exception>
    public static ScoredClause Read(ReadOnlySpan<byte> bytes)
    {
        PartReader from = new(bytes);
        Clause clause = new()
        {
            Id = from.Text(),
            Page = from.Integer(),
            Number = from.Text(),
            HeadingPath = Headings(ref from),
            Kind = Known((ClauseKind)from.Byte()),
            Proposal = from.Text(),
            Action = from.Text(),
            Status = Known((ClauseStatus)from.Byte()),
            Text = from.Text(),
            DeletedText = from.Text(),
            TextBefore = from.Text(),
            Context = from.Text(),
            Source = from.Text(),
            Language = from.Text(),
            Boxes = Boxes(ref from),
            Start = from.Integer(),
        };
        ScoredClause scored = new(clause, from.Flag() ? ReadAssessment(ref from) : null);
        from.End();
        return scored;
    }

    private static void Write(BinaryWriter to, PageBox place)
    {
        to.Write(place.Page);
        to.Write(place.Box.Left);
        to.Write(place.Box.Top);
        to.Write(place.Box.Right);
        to.Write(place.Box.Bottom);
    }

    private static void Write(BinaryWriter to, Assessment assessment)
    {
        foreach (float probability in assessment.Probabilities) to.Write(probability);
        to.Write((byte)assessment.Layer);
        to.Write((byte)assessment.RightsImpact);
        to.Write((byte)assessment.Rights);
        to.Write((byte)assessment.Framing);
        to.Write((byte)assessment.Force);
        to.Write(assessment.Effect is not null);
        if (assessment.Effect is { } effect)
        {
            to.Write(effect.Restricts);
            to.Write(effect.Protects);
            to.Write(effect.StateCentric);
            to.Write(effect.Multistakeholder);
        }
        to.Write(assessment.Priority);
        to.Write(assessment.Review);
        to.Write(assessment.Reasons);
    }

    private static Assessment ReadAssessment(ref PartReader from) => new()
    {
        Probabilities = Probabilities(ref from),
        Layer = Known((Layer)from.Byte()),
        RightsImpact = Known((RightsImpact)from.Byte()),
        Rights = (Rights)from.Byte() is var rights && (rights & ~AllRights) == 0 ? rights : throw new InvalidDataException("a right is none that is known"),
        Framing = Known((Framing)from.Byte()),
        Force = Known((Force)from.Byte()),
        Effect = from.Flag() ? new Effect(from.Real(), from.Real(), from.Real(), from.Real()) : null,
        Priority = from.Real(),
        Review = from.Flag(),
        Reasons = from.Text(),
    };

    private static string[] Headings(ref PartReader from)
    {
        string[] headings = new string[from.Count() is var count && count <= MostHeadings ? count : throw new InvalidDataException($"a clause stands below {count} headings")];
        for (int i = 0; i < headings.Length; i++) headings[i] = from.Text();
        return headings;
    }

    private static PageBox[] Boxes(ref PartReader from)
    {
        PageBox[] boxes = new PageBox[from.Count(BoxBytes)];
        for (int i = 0; i < boxes.Length; i++) boxes[i] = new PageBox(from.Integer(), new Box(from.Real(), from.Real(), from.Real(), from.Real()));
        return boxes;
    }

    private static float[] Probabilities(ref PartReader from)
    {
        float[] probabilities = new float[ScoreLabels.All.Count];
        for (int i = 0; i < probabilities.Length; i++) probabilities[i] = from.Single();
        return probabilities;
    }

    private static T Known<T>(T value) where T : struct, Enum => Enum.IsDefined(value) ? value : throw new InvalidDataException($"{value} is no {typeof(T).Name}");
}
