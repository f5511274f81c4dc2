namespace Classifier.Models;

/// <summary>
/// Keeps the result for the last object asked about, as a clause is scored and then explained label by label. Safe from several threads: they may only make the
/// same result twice.
/// </summary>
/// <param name="make">Makes the result; the same for the same object.</param>
internal sealed class LastResult<TKey, TValue>(Func<TKey, TValue> make) where TKey : class
{
    private sealed record Entry(TKey Key, TValue Value);

    private Entry? _last;

    /// <summary>The result for an object, told by reference.</summary>
    public TValue Of(TKey key)
    {
        Entry? last = Volatile.Read(ref _last);
        if (last is not null && ReferenceEquals(last.Key, key)) return last.Value;
        TValue value = make(key);
        Volatile.Write(ref _last, new Entry(key, value));
        return value;
    }
}
