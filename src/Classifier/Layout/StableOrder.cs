namespace Classifier.Layout;

/// <summary>
/// Sorts as <see cref="Enumerable.OrderBy{TSource, TKey}(IEnumerable{TSource}, Func{TSource, TKey})"/> does, equals in their order, but at once where the
/// items are in order already: producers draw most pages line by line and most lines word by word.
/// </summary>
internal static class StableOrder
{
    /// <summary>The items by rising key: their own array where they are in order.</summary>
    public static T[] By<T>(T[] items, Func<T, double> key) => AreInOrder(items, key) ? items : [.. items.OrderBy(key)];

    /// <summary>True where no item has a lower key than the one before it.</summary>
    public static bool AreInOrder<T>(ReadOnlySpan<T> items, Func<T, double> key)
    {
        if (items.IsEmpty) return true;
        double last = key(items[0]);
        foreach (T item in items[1..])
        {
            double next = key(item);
            if (!(last <= next)) return false;
            last = next;
        }
        return true;
    }
}
