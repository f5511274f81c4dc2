using Classifier.Models;
using Classifier.Torch.Checkpoints;
using Classifier.Torch.Network;
using Classifier.Torch.Tokenizers;
using Classifier.Training;

namespace Classifier.Torch.Training;

/// <summary>
/// How labels become an encoder model, by the same steps as <see cref="TrainingRun"/>: read, split by document, fit, calibrate, choose thresholds, evaluate,
/// save. A run that was killed goes on from the last pass of the part it was at, and ends with the same model.
/// </summary>
/// <param name="options">The options.</param>
/// <param name="checkpoint">The encoder to start from; null for one from scratch.</param>
/// <param name="tell">Told what happens, one line a step; null for silence.</param>
public sealed class EncoderTrainingRun(EncoderOptions options, string? checkpoint, Action<string>? tell = null)
{
    /// <summary>Trains a model and saves it.</summary>
    /// <param name="request">What to train on and where the model goes; the folder holds the unfinished run's state meanwhile.</param>
    /// <exception cref="InvalidDataException">Data, checkpoint or options are not as expected; the message says where and what.</exception>
    public TrainingResult Run(TrainingRequest request)
    {
        if (options is not { Folds: >= 2, Epochs: >= 1, Patience: >= 1, HoldOut: >= 2, BatchSize: >= 1 })
            throw new InvalidDataException($"Found {options.Folds} folds, {options.Epochs} passes, patience {options.Patience}, {options.HoldOut} parts to hold one out of, {options.BatchSize} clauses a step; expected at least 2, 1, 1, 2 and 1.");
        Libtorch.UseThreads(options.Threads > 0 ? options.Threads : Environment.ProcessorCount);
        TrainingInputs inputs = TrainingInputs.Read(request, checkpoint);
        TrainingSet data = TrainingSet.Read(request.Sources);
        tell?.Invoke($"{data.Clauses.Count} labelled clauses, {data.Measured.Count} of them at full weight; on {Libtorch.Device}");
        string state = Path.Combine(request.Folder, "unfinished");
        IReadOnlyList<int> parts = new DocumentSplit(data.Clauses, options.NearDuplicate).Deal(options.Folds, options.Seed);
        double[][] scores = Cross(data, parts, state);
        Calibration calibration = Calibration.Choose(data, scores, options.Targets);
        Evaluation evaluation = Evaluation.Of(calibration.Card, calibration.Probabilities, [.. data.Measured.Select(row => data.Clauses[row])]);
        tell?.Invoke("fitting on all clauses");
        (ClauseNetwork network, IEncoderTokenizer tokenizer) = Fit(data, [.. Enumerable.Range(0, data.Clauses.Count)], Path.Combine(state, "all"));
        ModelManifest manifest = Manifest(data, calibration);
        LearntClauses learnt = LearntClauses.Of(data.Clauses);
        using NewModelFolder folder = new(request.Folder);
        using (network)
        {
            ulong[] known = [.. data.Scanned.SelectMany(clause => clause.Words).Select(word => word.Hash).Distinct().Order()];
            EncoderModelFolder.Save(folder.Path, manifest, network, tokenizer, known, learnt);
        }
        IReadOnlyList<TestMetrics> tests = inputs.Tests.Count == 0 ? [] : TrainedModel.Tests(inputs, learnt, ModelFolder.Open(folder.Path, EncoderModelFolder.Opener), tell);
        TrainingMetrics metrics = new(evaluation, Coverage.Of(calibration.Card, calibration.Probabilities, [.. data.Measured.Select(row => data.Clauses[row])]), BesideIt(data, parts, scores), tests);
        TrainedModel.Describe(folder, request, inputs, manifest, metrics, tell);
        folder.TakePlace();
        Directory.Delete(state, recursive: true);
        return new TrainingResult(request.Folder, metrics);
    }

    /// <summary>Simple ways of answering on the same parts, the n-grams of <see cref="TrainingRun"/> among them.</summary>
    private IReadOnlyList<Baseline> BesideIt(TrainingSet data, IReadOnlyList<int> parts, double[][] scores)
    {
        double[][] ngrams = new TermFit(new TrainingOptions { Folds = options.Folds, Seed = options.Seed }, null).Cross(data, parts, [.. parts.Select(_ => true)], null).Ngrams;
        return Baselines.Of(data, new OutOfFold(scores, ngrams, []));
    }

    /// <summary>Scores before calibration, each from a network that saw neither the clause nor its siblings.</summary>
    private double[][] Cross(TrainingSet data, IReadOnlyList<int> parts, string state)
    {
        double[][] scores = new double[data.Clauses.Count][];
        for (int part = 0; part < options.Folds; part++)
        {
            int[] rows = [.. Enumerable.Range(0, parts.Count).Where(row => parts[row] == part)];
            tell?.Invoke($"fitting part {part + 1} of {options.Folds}");
            int[] learn = [.. Enumerable.Range(0, parts.Count).Where(row => parts[row] != part)];
            // Where the part was fitted before the run was killed, its state says so, and only the scoring is done again.
            (ClauseNetwork network, IEncoderTokenizer tokenizer) = Fit(data, learn, Path.Combine(state, $"part-{part + 1}"));
            using (network)
            {
                ClauseWindows windows = EncoderModelFolder.Windows(tokenizer, network.Config, options);
                float[,] odds = new EncoderScorer(network).LogOdds([.. rows.Select(row => windows.Cut(data.Clauses[row].Text))]);
                for (int i = 0; i < rows.Length; i++) scores[rows[i]] = [.. Enumerable.Range(0, odds.GetLength(1)).Select(label => (double)odds[i, label])];
            }
        }
        return scores;
    }

    private (ClauseNetwork Network, IEncoderTokenizer Tokenizer) Fit(TrainingSet data, int[] rows, string state)
    {
        EncoderStart start = checkpoint is null
            ? EncoderStart.FromScratch(options.Scratch, rows.Select(row => data.Clauses[row].Text), options.Seed)
            : EncoderStart.FromCheckpoint(checkpoint);
        ClauseWindows windows = EncoderModelFolder.Windows(start.Tokenizer, start.Config, options);
        Example ExampleOf(int row) => new(windows.Cut(data.Clauses[row].Text), [.. ScoreLabels.All.Select(data.Clauses[row].Has)], data.Weights[row]);
        IReadOnlyList<int> parts = new DocumentSplit([.. rows.Select(row => data.Clauses[row])], options.NearDuplicate).Deal(options.HoldOut, options.Seed);
        Example[] learn = [.. rows.Where((_, i) => parts[i] != 0).Select(ExampleOf)];
        HashSet<int> measured = [.. data.Measured];
        Example[] held = [.. rows.Where((row, i) => parts[i] == 0 && measured.Contains(row)).Select(ExampleOf)];
        string fingerprint = Fingerprint.Of(options with { Threads = 0 }, [.. data.Files.Select(file => $"{file.Sha256} {file.Weight}"), .. rows.Select(row => data.Clauses[row].Id), Origin()]);
        IReadOnlyDictionary<string, TensorValues> tensors = new EncoderFit(options, tell).Fit(start, learn, held, new TrainingState(state, fingerprint));
        return (new ClauseNetwork(start.Config, tensors, Libtorch.Device), start.Tokenizer);
    }

    /// <summary>What the encoder starts from, by its sizes and its file's hash.</summary>
    private string Origin()
    {
        if (checkpoint is null) return "scratch";
        string file = Directory.EnumerateFiles(checkpoint, "*.safetensors").Order(StringComparer.Ordinal).First();
        using FileStream stream = File.OpenRead(file);
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stream));
    }

    private ModelManifest Manifest(TrainingSet data, Calibration calibration)
    {
        ModelManifest manifest = TrainedModel.ManifestOf(EncoderModelFolder.Kind, data, calibration, options.Targets, options, "torchsharp", typeof(TorchSharp.torch));
        return manifest with { Versions = new Dictionary<string, string>(manifest.Versions) { ["start"] = Origin() } };
    }
}
