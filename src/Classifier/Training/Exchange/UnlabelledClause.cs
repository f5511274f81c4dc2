namespace Classifier.Training.Exchange;

/// <summary>A clause before anybody has labelled it: what a task for annotators is made of.</summary>
public sealed record UnlabelledClause
{
    /// <summary>Its id, unique within its file.</summary>
    public required string Id { get; init; }

    /// <summary>As in <see cref="LabelledClause.Group"/>.</summary>
    public required string Group { get; init; }

    /// <summary>The document it comes from; empty where it comes from none.</summary>
    public string Document { get; init; } = "";

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>Kind of text or of source; empty where unknown.</summary>
    public string Genre { get; init; } = "";

    /// <summary>What it is about, in a few words; empty where unknown.</summary>
    public string Topic { get; init; } = "";

    /// <summary>What an annotator had of a clause.</summary>
    internal static UnlabelledClause Of(LabelledClause clause) =>
        new() { Id = clause.Id, Group = clause.Group, Document = clause.Document, Text = clause.Text, Genre = clause.Genre, Topic = clause.Topic };
}
