using System.CommandLine;
using Classifier.Training;
using static Classifier.App.Terminal.Figures;

namespace Classifier.App.Commands;

/// <summary><c>agreement</c>: two annotators' labels of the same clauses.</summary>
internal static class AgreementCommand
{
    /// <summary>Clauses without a partner that are named.</summary>
    private const int Named = 5;

    private static readonly Argument<string> First = new("FILE") { Description = "One annotator's labels (.csv or .jsonl)" };
    private static readonly Argument<string> Second = new("OTHER") { Description = "Another's labels of the same clauses, matched by id" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Command command = new("agreement", "Say how far two annotators agree, and on which clauses they differ") { First, Second };
        command.SetAction(parsed => CommandLine.Guarded(messages =>
        {
            (string first, string second) = (parsed.GetRequiredValue(First), parsed.GetRequiredValue(Second));
            messages.Show(Lines(Agreement.Of(LabelledFiles.Read(first), LabelledFiles.Read(second)), first, second));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static IEnumerable<string> Lines(Agreement it, string first, string second)
    {
        yield return $"{it.Clauses} clauses with two labels, {it.Disagreements.Count} of them labelled differently";
        foreach ((IReadOnlyList<string> alone, string file) in new[] { (it.OnlyFirst, first), (it.OnlyOther, second) })
        {
            if (alone.Count > 0) yield return $"{alone.Count} clauses only in {file}, not compared: {string.Join(", ", alone.Take(Named))}{(alone.Count > Named ? ", ..." : "")}";
        }
        yield return $"{"label",-18}{"share of yes",13}{"agreement",11}{"kappa",8}{"95 % interval",19}{"alpha",8}";
        foreach (LabelAgreement label in it.Labels)
        {
            yield return $"{label.Label,-18}{Share(label.Prevalence),13}{Share(label.Percent),11}{Share(label.Kappa),8}{Range(label.KappaInterval),19}{Share(label.Alpha),8}";
        }
        yield return $"{"axis",-31}{"agreement",11}{"kappa",8}{"95 % interval",19}";
        foreach (AxisAgreement axis in it.Axes) yield return $"{axis.Axis,-31}{Share(axis.Percent),11}{Share(axis.Kappa),8}{Range(axis.KappaInterval),19}";
        foreach (Disagreement clause in it.Disagreements) yield return $"{clause.Id}\t{string.Join(';', clause.Labels)}\t{clause.Text.ReplaceLineEndings(" ")}";
    }
}
