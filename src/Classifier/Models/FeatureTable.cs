namespace Classifier.Models;

/// <summary>Finds the index of a hash among a fixed set of hashes; open addressing, read-only after construction.</summary>
internal sealed class FeatureTable
{
    private readonly ulong[] _keys;
    private readonly int[] _indexes;
    private readonly int _mask;

    /// <param name="hashes">Distinct hashes; each is found at its position in this list.</param>
    public FeatureTable(IReadOnlyList<ulong> hashes)
    {
        int size = 16;
        while (size < 2 * hashes.Count) size *= 2;
        _keys = new ulong[size];
        _indexes = new int[size];
        Array.Fill(_indexes, -1);
        _mask = size - 1;
        for (int index = 0; index < hashes.Count; index++)
        {
            int slot = (int)hashes[index] & _mask;
            while (_indexes[slot] >= 0) slot = (slot + 1) & _mask;
            _keys[slot] = hashes[index];
            _indexes[slot] = index;
        }
    }

    /// <summary>The position of a hash, or -1.</summary>
    public int Find(ulong hash)
    {
        int slot = (int)hash & _mask;
        while (_indexes[slot] >= 0)
        {
            if (_keys[slot] == hash) return _indexes[slot];
            slot = (slot + 1) & _mask;
        }
        return -1;
    }
}
