using System.Globalization;
using Classifier.App.Ocr;
using Classifier.Clauses;
using Classifier.Documents;
using Classifier.Layout;
using Classifier.Models;
using Classifier.Scores;

namespace Classifier.App.Workers;

/// <summary>The options that shape what is read and scored; the same options give the same results.</summary>
internal sealed record PipelineOptions
{
    /// <summary>Folder of the model; null to extract only.</summary>
    public string? ModelFolder { get; init; }

    /// <summary>Keep running heads, feet, page and line numbers as text; false.</summary>
    public bool KeepFurniture { get; init; }

    /// <summary>Score clauses in languages that the model was not trained on; false.</summary>
    public bool AnyLanguage { get; init; }

    /// <summary>Thresholds that stand in place of the model's, by label name, in score order; none.</summary>
    public IReadOnlyDictionary<string, float> Thresholds { get; init; } = new Dictionary<string, float>();

    /// <summary>How pages without a text layer are recognised; null to leave them unread.</summary>
    public OcrOptions? Ocr { get; init; }

    /// <summary>The options by the names that the command line gives them.</summary>
    public IReadOnlyDictionary<string, string> ByName() => new Dictionary<string, string>
    {
        ["keep-furniture"] = KeepFurniture ? "true" : "false",
        ["any-language"] = AnyLanguage ? "true" : "false",
        ["thresholds"] = string.Join(' ', Thresholds.Select(threshold => string.Create(CultureInfo.InvariantCulture, $"{threshold.Key}={threshold.Value}"))),
        ["ocr"] = Ocr?.ToString() ?? "false",
    };

    /// <summary>Puts the stages together.</summary>
    /// <param name="model">The model; null to extract only.</param>
    public ProposalPipeline Build(IClauseModel? model) => new(
        new PdfReader(new PdfReaderOptions()),
        new LayoutAnalyzer(new LayoutOptions { KeepFurniture = KeepFurniture }),
        new ClauseSegmenter(),
        model is null ? null : new ClauseScorer(model, new ScoreOptions { AnyLanguage = AnyLanguage, Thresholds = ScoreLabels.All.Where(label => Thresholds.ContainsKey(label.Name())).ToDictionary(label => label, label => Thresholds[label.Name()]) }));
}
