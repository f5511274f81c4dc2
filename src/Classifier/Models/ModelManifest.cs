using System.Text.Json;
using System.Text.Json.Serialization;

namespace Classifier.Models;

/// <summary>The content of a model folder's <c>model.json</c>.</summary>
internal sealed record ModelManifest
{
    /// <summary>The version of the folder's form that this program reads and writes.</summary>
    public const int CurrentFormat = 2;

    /// <summary>Version of the folder's form.</summary>
    public required int Format { get; init; }

    /// <summary>What the model is: <c>linear</c> (n-grams), <c>blend</c> (n-grams and vectors of clauses), <c>ensemble</c> or <c>encoder</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The labels, in score order.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Probability from which each label counts as given.</summary>
    public required IReadOnlyList<float> Thresholds { get; init; }

    /// <summary>What the thresholds were chosen for, in words.</summary>
    public required string ThresholdTarget { get; init; }

    /// <summary>Where each label's answers are not to be trusted, and the clause is marked for review.</summary>
    public IReadOnlyList<ReviewBand> ReviewBands { get; init; } = [.. ScoreLabels.All.Select(_ => ReviewBand.Even)];

    /// <summary>Share of right answers, 0..1, below which that is so.</summary>
    public double ReviewPrecision { get; init; } = 0.5;

    /// <summary>Score to probability, one for each label.</summary>
    public required IReadOnlyList<Calibrator> Calibrators { get; init; }

    /// <summary>Two-letter codes.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The training data: name, hash, size and weight of each file.</summary>
    public required IReadOnlyList<TrainingFile> TrainedOn { get; init; }

    /// <summary>SHA-256 of the file of vectors that it builds on; empty where it has none.</summary>
    public string Vectors { get; init; } = "";

    /// <summary>Name and short hash of the model that it was adapted from; empty where it was trained from nothing.</summary>
    public string Base { get; init; } = "";

    /// <summary>The options of the training run, as its own record writes them.</summary>
    public required JsonElement Options { get; init; }

    /// <summary>Versions of the programs that the numbers depend on.</summary>
    public required IReadOnlyDictionary<string, string> Versions { get; init; }

    /// <summary>SHA-256 of each of the folder's files that scores depend on, lower-case hexadecimal.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>The options as a record that the model's kind reads back.</summary>
    /// <param name="path">Where the manifest stands, for the message.</param>
    /// <exception cref="InvalidDataException">They are not such options.</exception>
    public T OptionsAs<T>(string path)
    {
        try
        {
            return Options.Deserialize<T>(Json) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}: found options that no model of kind \"{Kind}\" has ({e.Message}); copy the model folder again, or make it again.");
        }
    }

    /// <summary>How the file is written: readable, and the same bytes on every machine.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = null,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

/// <summary>One file that a model was trained on.</summary>
/// <param name="Name">File name without its folder.</param>
/// <param name="Sha256">Hash of its bytes, lower-case hexadecimal.</param>
/// <param name="Clauses">How many clauses it holds.</param>
/// <param name="Weight">How much each of them counted.</param>
public sealed record TrainingFile(string Name, string Sha256, int Clauses, float Weight);
