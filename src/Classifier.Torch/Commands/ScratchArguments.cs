using System.CommandLine;
using Classifier.Torch.Training;

namespace Classifier.Torch.Commands;

/// <summary>The arguments that <c>train</c> and <c>pretrain</c> share.</summary>
internal static class ScratchArguments
{
    internal static readonly Option<int> Threads = new("--threads") { Description = "Processor cores for one operation (default: all)", HelpName = "N" };

    private static readonly Option<int?> Vocabulary = new("--vocabulary") { Description = "From scratch: pieces in the vocabulary", HelpName = "N" };
    private static readonly Option<int?> Hidden = new("--hidden") { Description = "From scratch: width of a piece's state", HelpName = "N" };
    private static readonly Option<int?> Layers = new("--layers") { Description = "From scratch: layers", HelpName = "N" };
    private static readonly Option<int?> Heads = new("--heads") { Description = "From scratch: attention heads, a divisor of the width", HelpName = "N" };

    public static void AddTo(Command command)
    {
        foreach (Option option in (Option[])[Vocabulary, Hidden, Layers, Heads, Threads]) command.Add(option);
    }

    public static ScratchOptions Read(ParseResult parsed, ScratchOptions defaults) => defaults with
    {
        Vocabulary = parsed.GetValue(Vocabulary) ?? defaults.Vocabulary,
        Hidden = parsed.GetValue(Hidden) ?? defaults.Hidden,
        Layers = parsed.GetValue(Layers) ?? defaults.Layers,
        Heads = parsed.GetValue(Heads) ?? defaults.Heads,
    };
}
