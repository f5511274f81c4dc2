namespace Classifier.Models;

/// <summary>
/// Keeps the result for the last object that a thread asked about, as a clause is scored and then explained label by label.
/// </summary>
/// <param name="make">Makes the result; the same for the same object.</param>
internal sealed class LastResult<TKey, TValue>(Func<TKey, TValue> make) where TKey : class
{
    private sealed record Entry(TKey Key, TValue Value);

    private readonly ThreadLocal<Entry?> _last = new();

    /// <summary>The result for an object, told by reference.</summary>
    public TValue Of(TKey key)
    {
        if (_last.Value is { } last && ReferenceEquals(last.Key, key)) return last.Value;
        TValue value = make(key);
        _last.Value = new Entry(key, value);
        return value;
    }
}
