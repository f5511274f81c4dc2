using Classifier.Models;
using Classifier.Torch.Network;
using Classifier.Torch.Tokenizers;

namespace Classifier.Torch;

/// <summary>
/// A transformer over a clause's word pieces with one head for all labels. Scores of one clause alone and in a batch agree to about six digits:
/// the order of sums inside the library depends on the batch's shape.
/// </summary>
internal sealed class EncoderClauseModel : IClauseModel, IDisposable
{
    /// <summary>Points between a masked clause and the clause itself at which a reason's gradient is taken; each costs as much as a few scores, and more of them hardly change the order.</summary>
    private const int ExplainSteps = 2;

    private readonly ClauseNetwork _network;
    private readonly IEncoderTokenizer _tokenizer;
    private readonly ClauseWindows _windows;
    private readonly FeatureTable _knownWords;
    private readonly IReadOnlyList<Calibrator> _calibrators;

    /// <summary>Puts a model together.</summary>
    /// <param name="card">What it is.</param>
    /// <param name="network">Encoder and head; owned from here on.</param>
    /// <param name="tokenizer">Cuts text into the encoder's pieces.</param>
    /// <param name="windows">Cuts clauses into windows.</param>
    /// <param name="knownWords">Hashes of the words seen in training, rising.</param>
    /// <param name="calibrators">One for each label.</param>
    public EncoderClauseModel(ModelCard card, ClauseNetwork network, IEncoderTokenizer tokenizer, ClauseWindows windows, ulong[] knownWords, IReadOnlyList<Calibrator> calibrators)
    {
        (Card, _network, _tokenizer, _windows, _calibrators) = (card, network, tokenizer, windows, calibrators);
        _knownWords = new FeatureTable(knownWords);
    }

    /// <inheritdoc/>
    public ModelCard Card { get; }

    /// <inheritdoc/>
    public float[,] Score(IReadOnlyList<string> texts)
    {
        float[,] scores = new EncoderScorer(_network).LogOdds([.. texts.Select(_windows.Cut)]);
        for (int row = 0; row < texts.Count; row++)
        {
            for (int label = 0; label < _calibrators.Count; label++) scores[row, label] = _calibrators[label].Probability(scores[row, label]);
        }
        return scores;
    }

    /// <inheritdoc/>
    /// <remarks>Reasons come from the window that decided the score.</remarks>
    public IReadOnlyList<Contribution> Explain(string text, ScoreLabel label)
    {
        IReadOnlyList<TextSpan> words = ClauseScanner.Scan(text).Tokens;
        IReadOnlyList<ClauseWindow> windows = _windows.Cut(text);
        if (words.Count == 0 || windows[0].Pieces.Count == 0) return [];
        float[,] odds = new EncoderScorer(_network).LogOdds([.. windows.Select(one => (IReadOnlyList<ClauseWindow>)[one])]);
        ClauseWindow window = windows[Enumerable.Range(0, windows.Count).MaxBy(i => odds[i, (int)label])];
        double[] pieces = _network.Contributions(window, _tokenizer.MaskId, label, ExplainSteps);
        double[] contributions = new double[words.Count];
        for (int i = 0, word = 0; i < pieces.Length; i++)
        {
            // A byte-level piece begins with the blank before its word: its last character says which word it belongs to.
            int last = window.Pieces[i].Start + window.Pieces[i].Length - 1;
            while (word + 1 < words.Count && words[word + 1].Start <= last) word++;
            contributions[word] += pieces[i];
        }
        return Phrases.Join(words, contributions);
    }

    /// <inheritdoc/>
    public double UnknownShare(string text)
    {
        IReadOnlyList<ScannedWord> words = ClauseScanner.Scan(text).Words;
        return words.Count == 0 ? 0 : (double)words.Count(word => _knownWords.Find(word.Hash) < 0) / words.Count;
    }

    public void Dispose() => _network.Dispose();
}
