namespace Classifier.App.Workers;

/// <summary>How many workers there are and what they may use.</summary>
internal sealed record WorkerOptions
{
    /// <summary>Workers at a time; the number of cores.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Time without a page being finished after which a file is given up; 60 s.</summary>
    public TimeSpan PageTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Time in all after which a file is given up; 15 min.</summary>
    public TimeSpan DocumentTimeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Memory that a worker may use, MiB; 2,048.</summary>
    public int MemoryMiB { get; init; } = 2048;

    /// <summary>Files after which a worker is replaced by a new one; 500: the parser keeps every name it ever saw.</summary>
    public int RecycleAfter { get; init; } = 500;

    /// <summary>True where each worker will have many files to read, so that it pays to start slowly and then be fast; false.</summary>
    public bool IsLongRun { get; init; }
}
