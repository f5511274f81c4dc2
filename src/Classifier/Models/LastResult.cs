namespace Classifier.Models;

/// <summary>Keeps the result for the last object that a thread asked about, as a clause is scored and then explained label by label.</summary>
/// <param name="make">Makes the result; the same for the same object.</param>
internal sealed class LastResult<TKey, TValue>(Func<TKey, TValue> make) where TKey : class
{
    private sealed record Entry(LastResult<TKey, TValue> Owner, TKey Key, TValue Value);

    [ThreadStatic]
    private static Entry? _last;

    /// <summary>The result for an object, told by reference.</summary>
    public TValue Of(TKey key)
    {
        if (_last is { } last && last.Owner == this && ReferenceEquals(last.Key, key)) return last.Value;
        TValue value = make(key);
        _last = new Entry(this, key, value);
        return value;
    }
}
