using Classifier.Models;
using Classifier.Torch.Tokenizers;
using TorchSharp;

namespace Classifier.Torch.Network;

/// <summary>Scores any number of clauses in batches of like length; only plain arrays leave it.</summary>
internal sealed class EncoderScorer(ClauseNetwork network)
{
    /// <summary>Pieces in one batch, filler included: about 300 MB of states in an encoder of the published base size.</summary>
    private const int PiecesABatch = 4096;

    /// <summary>Scores clauses.</summary>
    /// <param name="clauses">The windows of each.</param>
    /// <returns>Log-odds before calibration, [clauses, labels].</returns>
    public float[,] LogOdds(IReadOnlyList<IReadOnlyList<ClauseWindow>> clauses)
    {
        float[,] odds = new float[clauses.Count, ScoreLabels.All.Count];
        for (int row = 0; row < clauses.Count; row++)
        {
            for (int label = 0; label < ScoreLabels.All.Count; label++) odds[row, label] = float.NegativeInfinity;
        }
        (int Clause, ClauseWindow Window)[] windows =
            [.. clauses.SelectMany((own, clause) => own.Select(window => (clause, window))).OrderBy(pair => pair.window.Ids.Length).ThenBy(pair => pair.clause)];
        for (int first = 0; first < windows.Length;)
        {
            int count = 1;
            while (first + count < windows.Length && (count + 1) * windows[first + count].Window.Ids.Length <= PiecesABatch) count++;
            Score(windows.AsSpan(first, count), odds);
            first += count;
        }
        return odds;
    }

    private void Score(ReadOnlySpan<(int Clause, ClauseWindow Window)> batch, float[,] odds)
    {
        ClauseWindow[] windows = new ClauseWindow[batch.Length];
        for (int i = 0; i < batch.Length; i++) windows[i] = batch[i].Window;
        using IDisposable scope = torch.NewDisposeScope();
        using IDisposable quiet = torch.no_grad();
        float[] scores = network.Windows(windows, training: false).cpu().contiguous().data<float>().ToArray();
        for (int i = 0; i < batch.Length; i++)
        {
            for (int label = 0; label < ScoreLabels.All.Count; label++)
                odds[batch[i].Clause, label] = Math.Max(odds[batch[i].Clause, label], scores[(i * ScoreLabels.All.Count) + label]);
        }
    }
}
