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
    public bool Has(ScoreLabel label) => Axes.Has(label);

    /// <summary>The labels of all axes.</summary>
    internal AxisValues Axes => new(Layer, RightsImpact, Rights, Framing, Force);

    /// <summary>True where another clause carries the same answers on every axis.</summary>
    internal bool AgreesWith(LabelledClause other) => Axes == other.Axes;
}
