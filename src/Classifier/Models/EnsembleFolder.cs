using System.Text.Json;

namespace Classifier.Models;

/// <summary>What a model folder of kind <c>ensemble</c> holds beside <c>model.json</c>: the folder of each member, whole, under <c>members/</c>.</summary>
internal static class EnsembleFolder
{
    /// <summary>The folder of the members' folders.</summary>
    public const string Members = "members";

    /// <summary>Opens the members.</summary>
    public static IClauseModel Open(string path, ModelManifest manifest, ModelCard card, IReadOnlyDictionary<string, ModelOpener> others)
    {
        string[] members = [.. manifest.Files.Keys.Where(file => file.Split('/') is [Members, _, ModelFolder.ManifestFile]).Order(StringComparer.Ordinal).Select(file => Path.GetDirectoryName(file)!)];
        if (members.Length == 0) throw new InvalidDataException($"{path}: found no member; expected a folder for each under {Members}/.");
        string place = Path.Combine(path, ModelFolder.ManifestFile);
        EnsembleOptions options = manifest.OptionsAs<EnsembleOptions>(place);
        if (!options.Members.Order(StringComparer.Ordinal).SequenceEqual(manifest.Files.Keys.Order(StringComparer.Ordinal)))
            throw new InvalidDataException($"{place}: found the files {string.Join(", ", manifest.Files.Keys)} of an ensemble; expected {string.Join(", ", options.Members)}. Copy the model folder again, or make it again.");
        return new EnsembleClauseModel(card, [.. members.Select(member => ModelFolder.Open(Path.Combine(path, member), others))]);
    }

    /// <summary>Makes an ensemble of copies of models. Its thresholds and review bands are the means of theirs: each was chosen on clauses that its model did not learn from.</summary>
    /// <param name="target">The folder to write; it is none of the members.</param>
    /// <param name="members">Model folders, two or more.</param>
    /// <param name="others">Openers of kinds that the program brings along.</param>
    /// <exception cref="InvalidDataException">A member is no model or not whole, there are fewer than two, or the folder is no place for a model.</exception>
    public static void Make(string target, IReadOnlyList<string> members, IReadOnlyDictionary<string, ModelOpener> others)
    {
        if (members.Count < 2) throw new InvalidDataException($"Found {members.Count} model; expected two or more to average.");
        if (members.FirstOrDefault(member => RealPath.Same(member, target)) is { } same) throw new InvalidDataException($"{target}: found the folder of the member {same}; expected another one for the ensemble.");
        ModelCard[] cards = [.. members.Select(member => ModelFolder.Open(member, others).Card)];
        ModelManifest[] manifests = [.. members.Select(ModelFolder.ReadManifest)];
        using NewModelFolder folder = new(target);
        List<string> files = [];
        for (int i = 0; i < members.Count; i++)
        {
            string inside = $"{Members}/{i + 1}-{cards[i].Name}";
            Copy(members[i], Path.Combine(folder.Path, inside));
            files.Add($"{inside}/{ModelFolder.ManifestFile}");
        }
        ModelFolder.Save(folder.Path, Manifest(manifests, files), files);
        File.WriteAllText(Path.Combine(folder.Path, NewModelFolder.CardFile), Card(new DirectoryInfo(target).Name, cards, manifests));
        folder.TakePlace();
    }

    /// <summary>Copies what a model's scores depend on; a member may be an ensemble itself.</summary>
    private static void Copy(string model, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in ModelFolder.ReadManifest(model).Files.Keys.Append(ModelFolder.ManifestFile))
        {
            string from = Path.Combine(model, file), copy = Path.Combine(to, file);
            if (Path.GetFileName(file) == ModelFolder.ManifestFile && file != ModelFolder.ManifestFile) Copy(Path.GetDirectoryName(from)!, Path.GetDirectoryName(copy)!);
            else File.Copy(from, copy);
        }
    }

    private static string Card(string name, ModelCard[] cards, ModelManifest[] manifests)
    {
        IEnumerable<string> rows = cards.Zip(manifests, (card, manifest) => $"| {card.Id} | {manifest.Kind} | {manifest.ThresholdTarget} | `{card.Hash[..16]}` |");
        return $"""
            # Model card: {name}

            The mean of the calibrated probabilities of {cards.Length} models, which stand whole in `{Members}`:

            | member | kind | thresholds | SHA-256 of its {ModelFolder.ManifestFile} |
            |---|---|---|---|
            {string.Join('\n', rows)}

            Thresholds and review bands are the means of the members', each of which was chosen on clauses that its model did not learn from.

            Nothing was measured: how the mean fares, `classifier evaluate` says on labelled clauses that no member learnt from.

            """.ReplaceLineEndings("\n");
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
        Options = JsonSerializer.SerializeToElement(new EnsembleOptions(files), ModelManifest.Json),
        Versions = members.SelectMany(member => member.Versions).DistinctBy(version => version.Key).OrderBy(version => version.Key, StringComparer.Ordinal).ToDictionary(),
        Files = new Dictionary<string, string>(),
    };
}

/// <summary>How an ensemble was made.</summary>
/// <param name="Members">The manifests of its members.</param>
internal sealed record EnsembleOptions(IReadOnlyList<string> Members);
