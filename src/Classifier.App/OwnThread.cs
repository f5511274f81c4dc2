namespace Classifier.App;

/// <summary>Work that may take or wait as long as another process, or as the reports. On the pool's few threads it would hold up all that is short.</summary>
internal static class OwnThread
{
    /// <summary>Does something on a thread of its own.</summary>
    public static Task<T> Run<T>(Func<T> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <inheritdoc cref="Run{T}(Func{T})"/>
    public static Task Run(Action work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
