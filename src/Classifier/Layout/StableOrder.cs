namespace Classifier.Layout;

/// <summary>
/// Sorts as <see cref="Enumerable.OrderBy{TSource, TKey}(IEnumerable{TSource}, Func{TSource, TKey})"/> does, equals in their order, but at once where the
/// items are in order already: producers draw most pages line by line and most lines word by word.
/// </summary>
internal static class StableOrder
{
    /// <summary>The items by rising key, in an array of their own.</summary>
    public static T[] By<T>(IEnumerable<T> items, Func<T, double> key)
    {
        T[] sorted = [.. items];
        for (int i = 1; i < sorted.Length; i++)
            if (!(key(sorted[i - 1]) <= key(sorted[i]))) return [.. sorted.OrderBy(key)];
        return sorted;
    }
}
