using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Classifier.App.Workers;

/// <summary>Told about work as it goes on, from several threads.</summary>
internal interface IWorkProgress
{
    /// <summary>More pages were read.</summary>
    void Pages(int more);

    /// <summary>A document is finished.</summary>
    /// <param name="bytes">Its size.</param>
    /// <param name="status">How it ended.</param>
    void Document(long bytes, DocumentStatus status);
}

/// <summary>Keeps a number of workers busy. All parallelism over documents is here.</summary>
internal sealed class WorkerPool : IDisposable
{
    private const int WatchMilliseconds = 200;

    private readonly WorkerOptions _options;
    private readonly WorkerSetup _setup;
    private readonly ConcurrentDictionary<WorkerProcess, bool> _alive = [];
    private readonly ConcurrentQueue<WorkerProcess> _waiting = [];
    private readonly Timer _watch;

    /// <summary>Starts workers, of which the first says what model it has; they get ready while the caller goes on.</summary>
    /// <param name="options">How many there are in all.</param>
    /// <param name="setup">What they do.</param>
    /// <param name="atOnce">How many are started now, at least one; the others when there is work for them.</param>
    public WorkerPool(WorkerOptions options, WorkerSetup setup, int atOnce)
    {
        (_options, _setup) = (options, setup);
        _watch = new Timer(_ => Watch(), null, WatchMilliseconds, WatchMilliseconds);
        try
        {
            for (int i = 0; i < atOnce; i++) _waiting.Enqueue(Start());
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What the first worker says about itself; waits for it.</summary>
    /// <exception cref="StopException">Workers do not start, or cannot work with the setup.</exception>
    public WorkerReady Ready => field ??= _waiting.First().Ready();

    /// <summary>Works through files.</summary>
    /// <param name="files">The files, with their sizes in bytes.</param>
    /// <param name="done">Takes each file's result; called from one thread at a time.</param>
    /// <param name="progress">Told how it goes.</param>
    /// <param name="cancel">Kills the workers; files at work are not reported.</param>
    public void Run(IEnumerable<(WorkerRequest Request, long Bytes)> files, Action<WorkedFile> done, IWorkProgress progress, CancellationToken cancel)
    {
        WorkerReady ready = Ready;
        Lock reporting = new();
        Exception? fault = null;
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using IEnumerator<(WorkerRequest Request, long Bytes)> queue = files.GetEnumerator();
        bool Next(out (WorkerRequest Request, long Bytes) file)
        {
            lock (queue)
            {
                bool more = !stop.IsCancellationRequested && queue.MoveNext();
                file = more ? queue.Current : default;
                return more;
            }
        }
        using CancellationTokenRegistration killing = stop.Token.Register(() =>
        {
            foreach (WorkerProcess worker in _alive.Keys) worker.Kill();
        });
        Thread[] threads = [.. Enumerable.Range(0, _options.Workers).Select(_ => new Thread(() =>
        {
            try
            {
                Work(Next, ready, (bytes, worked) =>
                {
                    lock (reporting) done(worked);
                    progress.Document(bytes, worked.Head.Status);
                }, progress, stop.Token);
            }
            catch (Exception error)
            {
                fault = error;
                stop.Cancel();
            }
        }))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
        while (_waiting.TryDequeue(out WorkerProcess? idle)) End(idle);
        cancel.ThrowIfCancellationRequested();
        if (fault is not null) ExceptionDispatchInfo.Throw(fault);
    }

    /// <summary>Ends all workers.</summary>
    public void Dispose()
    {
        _watch.Dispose();
        foreach (WorkerProcess worker in _alive.Keys) End(worker);
    }

    private delegate bool NextFile(out (WorkerRequest Request, long Bytes) file);

    private void Work(NextFile next, WorkerReady ready, Action<long, WorkedFile> done, IWorkProgress progress, CancellationToken cancel)
    {
        WorkerProcess? worker = null;
        while (next(out (WorkerRequest Request, long Bytes) file))
        {
            if (worker is null)
            {
                worker = _waiting.TryDequeue(out WorkerProcess? waiting) ? waiting : Start();
                if (worker.Ready() != ready) throw new StopException(ExitCodes.Broken, "The model or the program was changed while the run was going on. Run again when nothing writes to them.");
            }
            int pages = 0;
            void Count(int read)
            {
                progress.Pages(Math.Max(0, read - pages));
                pages = Math.Max(pages, read);
            }
            WorkedFile worked = worker.Process(file.Request, Count, out bool alive);
            if (cancel.IsCancellationRequested) break; // killed for that, not for the file
            Count(worked.Head.Pages);
            done(file.Bytes, worked);
            if (alive && worker.Files < _options.RecycleAfter) continue;
            End(worker);
            worker = null;
        }
        if (worker is not null) End(worker);
    }

    private WorkerProcess Start()
    {
        WorkerProcess worker = new(_options, _setup);
        _alive[worker] = true;
        return worker;
    }

    private void End(WorkerProcess worker)
    {
        if (_alive.TryRemove(worker, out _)) worker.Dispose();
    }

    private void Watch()
    {
        foreach (WorkerProcess worker in _alive.Keys) worker.Watch();
    }
}
