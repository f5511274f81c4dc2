using TorchSharp;

namespace Classifier.Torch.Network;

/// <summary>Windows of piece ids, padded to one length.</summary>
internal sealed class TokenBatch
{
    private readonly long[] _ids;
    private readonly float[] _present;

    /// <summary>Pads the windows at their ends.</summary>
    /// <param name="windows">Ids with their marks; at least one window, none empty.</param>
    /// <param name="paddingId">The filler.</param>
    public TokenBatch(IReadOnlyList<int[]> windows, int paddingId)
    {
        Count = windows.Count;
        Length = windows.Max(window => window.Length);
        _ids = new long[Count * Length];
        _present = new float[Count * Length];
        Array.Fill(_ids, paddingId);
        for (int row = 0; row < Count; row++)
        {
            for (int i = 0; i < windows[row].Length; i++)
            {
                _ids[row * Length + i] = windows[row][i];
                _present[row * Length + i] = 1;
            }
        }
    }

    /// <summary>Windows.</summary>
    public int Count { get; }

    /// <summary>Pieces a window, filler included.</summary>
    public int Length { get; }

    /// <summary>The ids, [windows, pieces], 64-bit integers.</summary>
    public torch.Tensor Ids(torch.Device device) => torch.tensor(_ids, [Count, Length], device: device);

    /// <summary>1 where a piece stands, 0 where filler does, [windows, pieces].</summary>
    public torch.Tensor Present(torch.Device device) => torch.tensor(_present, [Count, Length], device: device);
}
