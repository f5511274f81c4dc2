namespace Classifier.Documents;

/// <summary>How the recognition of a page's text ended.</summary>
public enum Recognition
{
    /// <summary>The page was read, though perhaps no text was found on it.</summary>
    Read,

    /// <summary>It took too long and was given up.</summary>
    TimedOut,

    /// <summary>The page could not be drawn or read.</summary>
    Failed,
}

/// <summary>What optical character recognition (OCR) found on the image of a page.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Words">The words in reading order; none where the page was not read.</param>
public sealed record RecognizedPage(Recognition Outcome, IReadOnlyList<RecognizedWord> Words);

/// <summary>A word recognised on the image of a page. Lengths across are shares of the page's width, lengths down shares of its height.</summary>
/// <param name="Text">The characters in reading order.</param>
/// <param name="Left">Left edge, 0..1.</param>
/// <param name="Right">Right edge, 0..1.</param>
/// <param name="Baseline">Height of its line's baseline, from the top, 0..1. All words of a line share it, however askew the page was scanned.</param>
/// <param name="Size">Font size.</param>
/// <param name="Confidence">How sure the recognition is, 0..100.</param>
public sealed record RecognizedWord(string Text, double Left, double Right, double Baseline, double Size, double Confidence);

/// <summary>Recognises the text on the image of a page.</summary>
/// <param name="page">The page, from 1.</param>
public delegate RecognizedPage PageRecognizer(int page);
