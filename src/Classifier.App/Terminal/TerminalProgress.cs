using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Classifier.App.Terminal;

/// <summary>Progress for a person at a terminal: a bar, documents, pages a second, time left.</summary>
internal sealed class TerminalProgress : IRunProgress
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly TaskCompletionSource _end = new();
    private readonly Task _shown;
    private readonly int _documents;
    private readonly long _bytes;
    private ProgressTask? _task;
    private long _done, _pages;
    private int _finished;

    /// <summary>Shows the bar.</summary>
    public TerminalProgress(int documents, long bytes)
    {
        (_documents, _bytes) = (documents, bytes);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        TaskCompletionSource begun = new();
        ProgressColumn[] columns = [new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }];
        _shown = console.Progress().AutoClear(true).Columns(columns).StartAsync(async context =>
        {
            _task = context.AddTask(Description(), maxValue: Math.Max(1, bytes));
            begun.SetResult();
            await _end.Task;
        });
        begun.Task.Wait();
    }

    /// <inheritdoc/>
    public void Pages(int more)
    {
        Interlocked.Add(ref _pages, more);
        _task!.Description = Description();
    }

    /// <inheritdoc/>
    public void Document(long bytes, DocumentStatus status)
    {
        Interlocked.Increment(ref _finished);
        _task!.Value = Interlocked.Add(ref _done, bytes);
        _task.Description = Description();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.TrySetResult();
        _shown.Wait();
    }

    private string Description() => string.Create(CultureInfo.InvariantCulture,
        $"{_finished} of {_documents} documents, {_pages / Math.Max(_clock.Elapsed.TotalSeconds, 0.1):0} pages/s{PlainProgress.TimeLeft(_clock.Elapsed, _done, _bytes)}");
}
