namespace Classifier.Models;

/// <summary>Finds the index of a hash among a fixed set of hashes; open addressing, read-only after construction.</summary>
internal sealed class FeatureTable
{
    // Hash and index side by side, as most of a search's time is one fetch from memory.
    private readonly (ulong Hash, int Index)[] _slots;

    /// <param name="hashes">Distinct hashes; each is found at its position in this list.</param>
    public FeatureTable(IReadOnlyList<ulong> hashes)
    {
        int size = 16;
        while (size < 2 * hashes.Count) size *= 2;
        _slots = new (ulong, int)[size];
        Array.Fill(_slots, (Hash: 0UL, Index: -1));
        for (int index = 0; index < hashes.Count; index++)
        {
            int slot = (int)hashes[index] & (size - 1);
            while (_slots[slot].Index >= 0) slot = (slot + 1) & (size - 1);
            _slots[slot] = (hashes[index], index);
        }
    }

    /// <summary>The position of a hash, or -1.</summary>
    public int Find(ulong hash)
    {
        (ulong Hash, int Index)[] slots = _slots;
        for (int slot = (int)hash & (slots.Length - 1); ; slot = (slot + 1) & (slots.Length - 1))
        {
            ref readonly (ulong Hash, int Index) found = ref slots[slot];
            if (found.Index < 0 || found.Hash == hash) return found.Index;
        }
    }
}
