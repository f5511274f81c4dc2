using System.Text.Json;

namespace Classifier.Models;

/// <summary>What a model folder of kind <c>ensemble</c> holds beside <c>model.json</c>: the folder of each member, whole, under <c>members/</c>.</summary>
internal static class EnsembleFolder
{
    private const string Members = "members";

    /// <summary>Opens the members.</summary>
    public static IClauseModel Open(string path, ModelManifest manifest, ModelCard card, IReadOnlyDictionary<string, ModelOpener> others)
    {
        string[] members = [.. manifest.Files.Keys.Where(file => file.Split('/') is [Members, _, ModelFolder.ManifestFile]).Order(StringComparer.Ordinal).Select(file => Path.GetDirectoryName(file)!)];
        if (members.Length == 0) throw new InvalidDataException($"{path}: found no member; expected a folder for each under {Members}/.");
        return new EnsembleClauseModel(card, [.. members.Select(member => ModelFolder.Open(Path.Combine(path, member), others))]);
    }

    /// <summary>Makes an ensemble of copies of models. Its thresholds and review bands are the means of theirs: each was chosen on clauses that its model did not learn from.</summary>
    /// <param name="folder">The folder to write.</param>
    /// <param name="members">Model folders, two or more.</param>
    /// <exception cref="InvalidDataException">A member is no model, or there are fewer than two.</exception>
    public static void Make(string folder, IReadOnlyList<string> members)
    {
        if (members.Count < 2) throw new InvalidDataException($"Found {members.Count} model; expected two or more to average.");
        List<string> files = [];
        List<ModelManifest> manifests = [];
        foreach (string member in members)
        {
            if (!File.Exists(Path.Combine(member, ModelFolder.ManifestFile))) throw new InvalidDataException($"{member}: found no {ModelFolder.ManifestFile}; expected the folder of a model.");
            ModelManifest manifest = ModelFolder.ReadManifest(member);
            string inside = $"{Members}/{manifests.Count + 1}-{new DirectoryInfo(member).Name}";
            foreach (string file in manifest.Files.Keys.Append(ModelFolder.ManifestFile))
            {
                string copy = Path.Combine(folder, inside, file);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(Path.Combine(member, file), copy, overwrite: true);
            }
            files.Add($"{inside}/{ModelFolder.ManifestFile}");
            manifests.Add(manifest);
        }
        ModelFolder.Save(folder, Manifest(manifests, files), files);
    }

    private static ModelManifest Manifest(IReadOnlyList<ModelManifest> members, IReadOnlyList<string> files) => new()
    {
        Format = ModelManifest.CurrentFormat,
        Kind = ModelFolder.EnsembleKind,
        Labels = ScoreLabels.Names,
        Thresholds = [.. ScoreLabels.All.Select(label => members.Average(member => member.Thresholds[(int)label]))],
        ThresholdTarget = "mean of the members' thresholds",
        ReviewBands = [.. ScoreLabels.All.Select(label => new ReviewBand(members.Average(member => member.ReviewBands[(int)label].Low), members.Average(member => member.ReviewBands[(int)label].High)))],
        ReviewPrecision = members.Average(member => member.ReviewPrecision),
        Calibrators = [.. ScoreLabels.All.Select(_ => Calibrator.AsItIs)],
        Languages = [.. members.Select(member => member.Languages).Aggregate((one, other) => [.. one.Intersect(other)])],
        TrainedOn = [.. members.SelectMany(member => member.TrainedOn).Distinct().OrderBy(file => file.Name, StringComparer.Ordinal).ThenBy(file => file.Sha256, StringComparer.Ordinal)],
        Options = JsonSerializer.SerializeToElement(new { members = files }, ModelManifest.Json),
        Versions = members.SelectMany(member => member.Versions).DistinctBy(version => version.Key).OrderBy(version => version.Key, StringComparer.Ordinal).ToDictionary(),
        Files = new Dictionary<string, string>(),
    };
}
