using System.Collections.Concurrent;

namespace Classifier.App.Runs;

/// <summary>Takes a sequence from another thread, so that what it costs to make is paid while the items before are used.</summary>
internal static class ReadAhead
{
    /// <summary>The same items in the same order; what making them raises is raised here.</summary>
    /// <param name="items">The sequence; it is walked on another thread.</param>
    /// <param name="most">Items that may wait.</param>
    public static IEnumerable<T> Of<T>(IEnumerable<T> items, int most)
    {
        using BlockingCollection<T> waiting = new(most);
        using CancellationTokenSource stop = new();
        Task maker = OwnThread.Run(() =>
        {
            try
            {
                foreach (T item in items) waiting.Add(item, stop.Token);
            }
            finally
            {
                waiting.CompleteAdding();
            }
        });
        try
        {
            foreach (T item in waiting.GetConsumingEnumerable()) yield return item;
            maker.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
            Task.WaitAny(maker); // and not Wait, which would raise what was raised already, or that it was stopped
        }
    }
}
