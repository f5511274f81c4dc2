using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

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
        Exception? fault = null;
        Thread maker = new(() =>
        {
            try
            {
                foreach (T item in items) waiting.Add(item, stop.Token);
            }
            catch (Exception error)
            {
                fault = error;
            }
            waiting.CompleteAdding();
        });
        maker.Start();
        try
        {
            foreach (T item in waiting.GetConsumingEnumerable()) yield return item;
            if (fault is not null) ExceptionDispatchInfo.Throw(fault);
        }
        finally
        {
            stop.Cancel();
            maker.Join();
        }
    }
}
