namespace Classifier.Documents.Drawing;

/// <summary>Cuts a path into its parts, each of which begins with a move.</summary>
internal static class PathParts
{
    /// <summary>Takes the next part off the steps of a path.</summary>
    /// <param name="steps">The steps that are left.</param>
    /// <param name="part">The part.</param>
    /// <returns>False where none is left.</returns>
    public static bool Next(ref ReadOnlySpan<PathStep> steps, out ReadOnlySpan<PathStep> part)
    {
        int length = Math.Min(1, steps.Length);
        while (length < steps.Length && steps[length].Kind != StepKind.Move) length++;
        part = steps[..length];
        steps = steps[length..];
        return length > 0;
    }
}
