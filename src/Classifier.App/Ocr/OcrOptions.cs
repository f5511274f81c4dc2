namespace Classifier.App.Ocr;

/// <summary>How pages without a text layer are recognised. Part of a result's identity: other languages or programs read other words.</summary>
/// <param name="Languages">The recogniser's names of the languages, joined by "+": <c>eng+fra</c>.</param>
/// <param name="Programs">Names and versions of the programs that draw and recognise.</param>
internal sealed record OcrOptions(string Languages, string Programs)
{
    /// <summary>As <c>run.json</c> shows it.</summary>
    public override string ToString() => $"{Languages} ({Programs})";
}
