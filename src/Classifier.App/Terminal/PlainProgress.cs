using System.Diagnostics;
using System.Globalization;

namespace Classifier.App.Terminal;

/// <summary>Progress where nobody watches: a line now and then.</summary>
internal sealed class PlainProgress(TextWriter error, int documents, long bytes) : IRunProgress
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private TimeSpan _told;
    private long _bytes, _pages;
    private int _documents;

    /// <inheritdoc/>
    public void Pages(int more)
    {
        lock (_lock)
        {
            _pages += more;
            Tell();
        }
    }

    /// <inheritdoc/>
    public void Document(long bytes, DocumentStatus status)
    {
        lock (_lock)
        {
            _documents++;
            _bytes += bytes;
            Tell();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>Time left, if the bytes still to do take as long as those done; empty where nothing is done yet.</summary>
    internal static string TimeLeft(TimeSpan spent, long done, long all)
    {
        if (done == 0) return "";
        TimeSpan left = spent * ((double)(all - done) / done);
        return left.TotalHours >= 1 ? string.Create(CultureInfo.InvariantCulture, $", about {(int)left.TotalHours} h {left.Minutes} min left")
            : left.TotalMinutes >= 1 ? string.Create(CultureInfo.InvariantCulture, $", about {left.Minutes} min left")
            : string.Create(CultureInfo.InvariantCulture, $", about {left.Seconds} s left");
    }

    private void Tell()
    {
        TimeSpan now = _clock.Elapsed;
        if (now - _told < Between) return;
        _told = now;
        error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_documents} of {documents} documents, {_pages} pages, {_pages / now.TotalSeconds:0} pages/s{TimeLeft(now, _bytes, bytes)}"));
    }
}
