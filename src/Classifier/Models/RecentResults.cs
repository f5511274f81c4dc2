namespace Classifier.Models;

/// <summary>Keeps the results for the last objects that a thread asked about, as a handful of clauses is scored and then each of them explained label by label.</summary>
/// <param name="make">Makes the results, in the same order; the same for the same object, whatever the others are.</param>
internal sealed class RecentResults<TKey, TValue>(Func<IReadOnlyList<TKey>, IReadOnlyList<TValue>> make) where TKey : class
{
    private sealed record Entry(RecentResults<TKey, TValue> Owner, TKey Key, TValue Value);

    [ThreadStatic]
    private static Entry?[]? _recent;

    [ThreadStatic]
    private static int _next;

    /// <summary>The results for some objects, told by reference.</summary>
    public IReadOnlyList<TValue> Of(IReadOnlyList<TKey> keys)
    {
        IReadOnlyList<TValue> values = make(keys);
        for (int i = Math.Max(0, keys.Count - ClauseGroup.Size); i < keys.Count; i++) Keep(keys[i], values[i]);
        return values;
    }

    /// <summary>The result for an object, told by reference.</summary>
    public TValue Of(TKey key)
    {
        foreach (Entry? entry in _recent ?? [])
        {
            if (entry is not null && ReferenceEquals(entry.Key, key) && entry.Owner == this) return entry.Value;
        }
        TValue value = make([key])[0];
        Keep(key, value);
        return value;
    }

    private void Keep(TKey key, TValue value)
    {
        Entry?[] recent = _recent ??= new Entry?[ClauseGroup.Size];
        recent[_next] = new Entry(this, key, value);
        _next = (_next + 1) % recent.Length;
    }
}
