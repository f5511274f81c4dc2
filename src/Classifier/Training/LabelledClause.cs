using Classifier.Models;
using Classifier.Scores;

namespace Classifier.Training;

/// <summary>A clause that an annotator has labelled by the codebook.</summary>
public sealed record LabelledClause
{
    /// <summary>Its id, unique within its file.</summary>
    public required string Id { get; init; }

    /// <summary>Clauses of one group (a minimal pair, a series of one document) are never parted between training and test.</summary>
    public required string Group { get; init; }

    /// <summary>The document it comes from; empty where it comes from none.</summary>
    public string Document { get; init; } = "";

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>The layer.</summary>
    public required Layer Layer { get; init; }

    /// <summary>The rights impact.</summary>
    public required RightsImpact RightsImpact { get; init; }

    /// <summary>The rights touched.</summary>
    public required Rights Rights { get; init; }

    /// <summary>The framing.</summary>
    public required Framing Framing { get; init; }

    /// <summary>The legal force.</summary>
    public required Force Force { get; init; }

    /// <summary>Kind of text or of source; empty where unknown.</summary>
    public string Genre { get; init; } = "";

    /// <summary>What it is about, in a few words; empty where unknown.</summary>
    public string Topic { get; init; } = "";

    /// <summary>The annotator's answer to one of the eleven yes/no questions.</summary>
    public bool Has(ScoreLabel label) => label switch
    {
        ScoreLabel.Infrastructure => Layer is Layer.Infrastructure or Layer.Both,
        ScoreLabel.Content => Layer is Layer.Content or Layer.Both,
        ScoreLabel.Restricts => RightsImpact == RightsImpact.Restricts,
        ScoreLabel.Protects => RightsImpact == RightsImpact.Protects,
        ScoreLabel.Expression => Rights.HasFlag(Rights.Expression),
        ScoreLabel.Privacy => Rights.HasFlag(Rights.Privacy),
        ScoreLabel.Communication => Rights.HasFlag(Rights.Communication),
        ScoreLabel.StateCentric => Framing == Framing.StateCentric,
        ScoreLabel.Multistakeholder => Framing == Framing.Multistakeholder,
        ScoreLabel.Binding => Force == Force.Binding,
        ScoreLabel.Voluntary => Force == Force.Voluntary,
        _ => throw new ArgumentOutOfRangeException(nameof(label), label, "no such label"),
    };

    /// <summary>True where another clause carries the same answers on every axis.</summary>
    internal bool AgreesWith(LabelledClause other) =>
        (Layer, RightsImpact, Rights, Framing, Force) == (other.Layer, other.RightsImpact, other.Rights, other.Framing, other.Force);
}
