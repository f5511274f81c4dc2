using Classifier.Reports;
using Classifier.Scores;

namespace Classifier.Training;

/// <summary>The words for labels in data files: those of the reports, and of the codebook.</summary>
internal static class LabelNames
{
    public static IReadOnlyDictionary<string, RightsImpact> RightsImpacts { get; } = ByWord(Enum.GetValues<RightsImpact>());

    public static IReadOnlyDictionary<string, Framing> Framings { get; } = ByWord(Enum.GetValues<Framing>());

    public static IReadOnlyDictionary<string, Force> Forces { get; } = ByWord(Enum.GetValues<Force>());

    public static IReadOnlyDictionary<string, Rights> RightsTouched { get; } = ByWord(Enum.GetValues<Rights>().Where(right => right != Rights.None));

    public static IReadOnlyDictionary<string, bool> Answers { get; } = new Dictionary<string, bool> { ["0"] = false, ["1"] = true };

    private static Dictionary<string, T> ByWord<T>(IEnumerable<T> values) where T : struct, Enum => values.ToDictionary(value => CellText.Of((Enum)value));
}
