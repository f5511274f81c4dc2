using Classifier.Scores;

namespace Classifier.Training.Exchange;

/// <summary>One row of a data file before its values are checked; knows where it stands for the error message.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Value">The value of a field as text, lists joined by ";"; null where the row has no such field.</param>
internal sealed record LabelledRow(string Place, Func<string, string?> Value)
{
    /// <summary>The field of a clause's id.</summary>
    public const string Id = "id";

    /// <summary>The same in tables of clauses that this program wrote.</summary>
    public const string ReportedId = "clause_id";

    /// <summary>The field of a clause's text.</summary>
    public const string Text = "text";

    /// <summary>Fields that every row must have.</summary>
    public static IReadOnlyList<string> Required { get; } = [Id, Text, "infrastructure", "content", "rights_impact", "rights", "framing", "force"];

    /// <summary>Checks the values.</summary>
    /// <exception cref="InvalidDataException">A field is missing, empty where it must not be, or holds a value outside its list.</exception>
    public LabelledClause ToClause()
    {
        UnlabelledClause given = ToUnlabelled();
        LabelledClause clause = new()
        {
            Id = given.Id,
            Text = given.Text,
            Group = given.Group,
            Document = given.Document,
            Layer = AxisValues.LayerOf(OneOf("infrastructure", LabelNames.Answers), OneOf("content", LabelNames.Answers)),
            RightsImpact = OneOf("rights_impact", LabelNames.RightsImpacts),
            Rights = AnyOf("rights", LabelNames.RightsTouched),
            Framing = OneOf("framing", LabelNames.Framings),
            Force = OneOf("force", LabelNames.Forces),
            Genre = given.Genre,
            Topic = given.Topic,
        };
        if (clause.Rights == Rights.None != (clause.RightsImpact == RightsImpact.None))
        {
            throw new InvalidDataException($"{Place}: found rights_impact \"{Field("rights_impact")}\" with rights \"{Field("rights")}\"; expected rights to be empty exactly where rights_impact is none.");
        }
        return clause;
    }

    /// <summary>Checks the values that are no labels.</summary>
    /// <exception cref="InvalidDataException">Id or text are missing or empty.</exception>
    public UnlabelledClause ToUnlabelled() => new()
    {
        Id = NotEmpty(Id),
        Text = NotEmpty(Text),
        Group = Optional("group", NotEmpty(Id)),
        Document = Optional("document", ""),
        Genre = Optional("genre", Optional("source", "")),
        Topic = Optional("topic", ""),
    };

    private string Field(string name) => Value(name) ?? throw new InvalidDataException($"{Place}: found no field \"{name}\"; expected {string.Join(", ", Required)}.");

    private string Optional(string name, string otherwise) => Value(name) is { Length: > 0 } value ? value : otherwise;

    private string NotEmpty(string name) =>
        Field(name) is var value && !string.IsNullOrWhiteSpace(value) ? value : throw new InvalidDataException($"{Place}: found an empty \"{name}\"; expected text.");

    private T OneOf<T>(string name, IReadOnlyDictionary<string, T> values) => Known(name, Field(name), values);

    private Rights AnyOf(string name, IReadOnlyDictionary<string, Rights> values) =>
        Field(name).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Aggregate(Rights.None, (sum, value) => sum | Known(name, value, values));

    private T Known<T>(string name, string value, IReadOnlyDictionary<string, T> values) =>
        values.TryGetValue(value, out T? known) ? known : throw new InvalidDataException($"{Place}: found {name} \"{value}\"; expected {string.Join(" or ", values.Keys)}.");
}
