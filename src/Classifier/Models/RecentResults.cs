namespace Classifier.Models;

/// <summary>Keeps the results for the last objects that a thread asked about, as a handful of clauses is scored and then each of them explained label by label.</summary>
/// <param name="make">Makes the result; the same for the same object.</param>
internal sealed class RecentResults<TKey, TValue>(Func<TKey, TValue> make) where TKey : class
{
    /// <summary>How many results a thread keeps: as many as clauses that are scored at a time.</summary>
    private const int Kept = 16;

    private sealed record Entry(RecentResults<TKey, TValue> Owner, TKey Key, TValue Value);

    [ThreadStatic]
    private static Entry?[]? _recent;

    [ThreadStatic]
    private static int _next;

    /// <summary>The result for an object, told by reference.</summary>
    public TValue Of(TKey key)
    {
        Entry?[] recent = _recent ??= new Entry?[Kept];
        foreach (Entry? entry in recent)
        {
            if (entry is not null && ReferenceEquals(entry.Key, key) && entry.Owner == this) return entry.Value;
        }
        TValue value = make(key);
        recent[_next] = new Entry(this, key, value);
        _next = (_next + 1) % Kept;
        return value;
    }
}
