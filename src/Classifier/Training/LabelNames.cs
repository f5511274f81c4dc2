using System.Text.Json;
using Classifier.Scores;

namespace Classifier.Training;

/// <summary>The words for labels in data files: lower case, as in the codebook.</summary>
internal static class LabelNames
{
    public static IReadOnlyDictionary<string, RightsImpact> RightsImpacts { get; } =
        new Dictionary<string, RightsImpact> { ["none"] = RightsImpact.None, ["restricts"] = RightsImpact.Restricts, ["protects"] = RightsImpact.Protects };

    public static IReadOnlyDictionary<string, Framing> Framings { get; } =
        new Dictionary<string, Framing> { ["neutral"] = Framing.Neutral, ["state_centric"] = Framing.StateCentric, ["multistakeholder"] = Framing.Multistakeholder };

    public static IReadOnlyDictionary<string, Force> Forces { get; } =
        new Dictionary<string, Force> { ["none"] = Force.None, ["binding"] = Force.Binding, ["voluntary"] = Force.Voluntary };

    public static IReadOnlyDictionary<string, Rights> RightsTouched { get; } =
        new Dictionary<string, Rights> { ["expression"] = Rights.Expression, ["privacy"] = Rights.Privacy, ["communication"] = Rights.Communication };

    public static IReadOnlyDictionary<string, bool> Answers { get; } = new Dictionary<string, bool> { ["0"] = false, ["1"] = true };

    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static Layer LayerOf(bool infrastructure, bool content) => (infrastructure, content) switch
    {
        (true, true) => Layer.Both,
        (true, false) => Layer.Infrastructure,
        (false, true) => Layer.Content,
        _ => Layer.Neither,
    };
}
