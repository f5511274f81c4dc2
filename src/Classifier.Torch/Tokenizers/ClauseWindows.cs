namespace Classifier.Torch.Tokenizers;

/// <summary>A stretch of a clause that fits into the encoder.</summary>
/// <param name="Ids">Piece ids between the two marks, marks included.</param>
/// <param name="Pieces">The pieces between the marks, with their places in the clause.</param>
internal sealed record ClauseWindow(int[] Ids, IReadOnlyList<Piece> Pieces);

/// <summary>Cuts clauses into windows: a clause that is longer than the encoder takes is read in overlapping stretches, none of it is dropped.</summary>
internal sealed class ClauseWindows
{
    private readonly IEncoderTokenizer _tokenizer;
    private readonly int _content, _overlap;

    /// <summary>Sets the sizes.</summary>
    /// <param name="tokenizer">Cuts text into pieces.</param>
    /// <param name="tokens">Pieces a window, the two marks included; at least 8.</param>
    /// <param name="overlap">Pieces that two windows share; less than half a window is used where it is larger.</param>
    public ClauseWindows(IEncoderTokenizer tokenizer, int tokens, int overlap)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tokens, 8);
        ArgumentOutOfRangeException.ThrowIfNegative(overlap);
        _tokenizer = tokenizer;
        _content = tokens - 2;
        _overlap = Math.Min(overlap, _content / 2);
    }

    /// <summary>Cuts one clause.</summary>
    /// <param name="text">Its text; may be empty.</param>
    /// <returns>At least one window, the last one filled as far as the others by reaching further back.</returns>
    public IReadOnlyList<ClauseWindow> Cut(string text)
    {
        IReadOnlyList<Piece> pieces = _tokenizer.Encode(text);
        List<ClauseWindow> windows = [];
        for (int start = 0; ; start += _content - _overlap)
        {
            int from = Math.Max(0, Math.Min(start, pieces.Count - _content));
            Piece[] content = [.. pieces.Skip(from).Take(_content)];
            windows.Add(new ClauseWindow([_tokenizer.OpenId, .. content.Select(piece => piece.Id), _tokenizer.CloseId], content));
            if (from + content.Length >= pieces.Count) return windows;
        }
    }
}
