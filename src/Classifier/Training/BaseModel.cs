using Classifier.Models;

namespace Classifier.Training;

/// <summary>A model that another one starts from, with its parts at hand.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Model">The model.</param>
/// <param name="Manifest">What stands in its <c>model.json</c>.</param>
/// <param name="Ngrams">Its n-gram term.</param>
/// <param name="Kernel">Its kernel term; null where it has none.</param>
/// <param name="Vectors">The kernel term's vectors; null where it has none.</param>
/// <param name="VectorsFile">The bytes of the file that they come from; null where it has none.</param>
internal sealed record BaseModel(string Folder, AdditiveClauseModel Model, ModelManifest Manifest, LinearWeights Ngrams, KernelWeights? Kernel, ClauseVectors? Vectors, byte[]? VectorsFile)
{
    /// <summary>Opens a base.</summary>
    /// <exception cref="InvalidDataException">The folder holds no model, or one of a kind that cannot be adapted.</exception>
    public static BaseModel Open(string folder)
    {
        string File(string name) => Path.Combine(folder, name);
        if (!System.IO.File.Exists(File(ModelFolder.ManifestFile))) throw new InvalidDataException($"{folder}: found no {ModelFolder.ManifestFile}; expected the folder of a model to start from.");
        ModelManifest manifest = ModelFolder.ReadManifest(folder);
        if (manifest.Kind is not (ModelFolder.LinearKind or ModelFolder.BlendKind))
            throw new InvalidDataException($"{folder}: found a model of kind \"{manifest.Kind}\"; expected {ModelFolder.LinearKind} or {ModelFolder.BlendKind}, whose weights can be moved.");
        AdditiveClauseModel model = (AdditiveClauseModel)ModelFolder.Open(folder);
        LinearWeights ngrams = LinearWeights.FromBytes(System.IO.File.ReadAllBytes(File(ModelFolder.WeightsFile)));
        if (manifest.Kind == ModelFolder.LinearKind) return new BaseModel(folder, model, manifest, ngrams, null, null, null);
        (ClauseVectors vectors, byte[] vectorsFile) = ModelFolder.Vectors(File(ModelFolder.VectorsFile));
        return new BaseModel(folder, model, manifest, ngrams, KernelWeights.FromBytes(System.IO.File.ReadAllBytes(File(ModelFolder.KernelFile))), vectors, vectorsFile);
    }

    /// <summary>What turns <see cref="Scores"/> into probabilities, one for each label: above the bend they are the log-odds.</summary>
    public IReadOnlyList<Calibrator> Calibrators { get; } = [.. Manifest.Calibrators.Select(calibrator => new Calibrator(calibrator.AtBend, calibrator.AtBend, calibrator.Below / calibrator.Above, 1))];

    /// <summary>The scores of a clause, one a label, in units of the log-odds above the calibrator's bend: what is learnt on top then weighs the same for every label.</summary>
    public double[] Scores(ScannedClause clause) =>
        [.. Model.Sums([clause])[0].Zip(Manifest.Calibrators, (score, calibrator) => Score(score, calibrator))];

    /// <summary>The base's biases for such scores.</summary>
    public IEnumerable<double> Biases => Ngrams.Biases.Zip(Manifest.Calibrators, (bias, calibrator) => Score(bias, calibrator));

    private static double Score(double sum, Calibrator calibrator) => calibrator.AtBend + (calibrator.Above * (sum - calibrator.Bend));
}
