namespace Classifier.Models;

/// <summary>
/// The eleven yes/no questions that a model answers about a clause, in the order of the report's score columns.
/// What each means is the codebook's business (<c>data/codebook.md</c>).
/// </summary>
public enum ScoreLabel
{
    /// <summary>The clause is about the means that carry traffic.</summary>
    Infrastructure,

    /// <summary>The clause is about what is said, stored or exchanged over networks, or about people because of it.</summary>
    Content,

    /// <summary>The clause interferes with expression, privacy or the ability to communicate.</summary>
    Restricts,

    /// <summary>The clause guarantees one of these rights or limits interference with it.</summary>
    Protects,

    /// <summary>The right touched is freedom of expression.</summary>
    Expression,

    /// <summary>The right touched is privacy.</summary>
    Privacy,

    /// <summary>The right touched is the ability to communicate.</summary>
    Communication,

    /// <summary>Decision or control goes to governments or intergovernmental bodies.</summary>
    StateCentric,

    /// <summary>A role in decisions goes to others than governments, or governmental control is held back.</summary>
    Multistakeholder,

    /// <summary>The clause states a duty, a prohibition, or a power or right conferred in force.</summary>
    Binding,

    /// <summary>The clause recommends, invites or encourages; no result is owed.</summary>
    Voluntary,
}

/// <summary>The labels as data: their count, their column names, and their order.</summary>
public static class ScoreLabels
{
    /// <summary>Every label, in column order.</summary>
    public static IReadOnlyList<ScoreLabel> All { get; } = Enum.GetValues<ScoreLabel>();

    /// <summary>The column name of each label, in the same order: <c>infrastructure</c> ... <c>state_centric</c> ... <c>voluntary</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "infrastructure", "content", "restricts", "protects", "expression", "privacy", "communication",
        "state_centric", "multistakeholder", "binding", "voluntary",
    ];

    /// <summary>The column name of one label.</summary>
    public static string Name(this ScoreLabel label) => Names[(int)label];
}
