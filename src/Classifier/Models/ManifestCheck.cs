using System.Globalization;

namespace Classifier.Models;

/// <summary>Refuses a manifest that no program of ours wrote: a model with a value out of range, or without a file that it is scored with, would give wrong labels in silence.</summary>
internal static class ManifestCheck
{
    /// <summary>Checks the values, and for this library's kinds the list of files.</summary>
    /// <param name="manifest">What stands in the manifest.</param>
    /// <param name="path">Where it stands, for the message.</param>
    /// <exception cref="InvalidDataException">Something is not as expected; the message says what, and what was expected.</exception>
    public static void Check(ModelManifest manifest, string path)
    {
        if (!manifest.Labels.SequenceEqual(ScoreLabels.Names))
            throw new InvalidDataException($"{path}: found the labels {string.Join(", ", manifest.Labels)}; expected {string.Join(", ", ScoreLabels.Names)}.");
        int labels = ScoreLabels.All.Count;
        if (manifest.Thresholds.Count != labels || manifest.ReviewBands.Count != labels || manifest.Calibrators.Count != labels)
            throw new InvalidDataException($"{path}: found {manifest.Thresholds.Count} thresholds, {manifest.ReviewBands.Count} review bands and {manifest.Calibrators.Count} calibrators; expected {labels} of each.");
        foreach (ScoreLabel label in ScoreLabels.All)
        {
            Share(path, $"the threshold of {label.Name()}", manifest.Thresholds[(int)label]);
            Share(path, $"the low end of the review band of {label.Name()}", manifest.ReviewBands[(int)label].Low);
            Share(path, $"the high end of the review band of {label.Name()}", manifest.ReviewBands[(int)label].High);
            if (manifest.Calibrators[(int)label] is not { Rises: true } calibrator)
                throw new InvalidDataException($"{path}: found a calibrator of {label.Name()} that does not rise ({manifest.Calibrators[(int)label]?.ToString() ?? "null"}); expected finite numbers, of which Below and Above are above 0.");
        }
        Share(path, "the review precision", manifest.ReviewPrecision);
        if (manifest.Kind == ModelFolder.LinearKind) Files(manifest, path, [ModelFolder.WeightsFile]);
        if (manifest.Kind == ModelFolder.BlendKind) Files(manifest, path, [ModelFolder.WeightsFile, ModelFolder.KernelFile, ModelFolder.VectorsFile]);
    }

    /// <summary>Makes sure that the manifest lists the files that its kind of model is made of, and no others, as another kind would have.</summary>
    /// <param name="manifest">What stands in the manifest.</param>
    /// <param name="path">Where it stands, for the message.</param>
    /// <param name="needed">The files that scores depend on.</param>
    public static void Files(ModelManifest manifest, string path, IReadOnlyCollection<string> needed)
    {
        IEnumerable<string> found = manifest.Files.Keys.Where(file => file != ModelFolder.LearntFile);
        if (!found.ToHashSet().SetEquals(needed))
            throw new InvalidDataException($"{path}: found the files {string.Join(", ", found.DefaultIfEmpty("none"))} for a model of kind \"{manifest.Kind}\"; expected {string.Join(", ", needed)}. Copy the model folder again, or train it again.");
    }

    private static void Share(string path, string what, double value)
    {
        if (value is not (>= 0 and <= 1)) throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{path}: found {what} at {value}; expected 0 to 1."));
    }
}
