using System.Security.Cryptography;

namespace Classifier.App.Inputs;

/// <summary>A file, known by its content.</summary>
internal sealed record SurveyedFile
{
    /// <summary>Name in the reports.</summary>
    public required string Document { get; init; }

    /// <summary>Where the file lies.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the content, lower-case hexadecimal; empty where it could not be read.</summary>
    public string DocumentId { get; init; } = "";

    /// <summary>Size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>Name of the document with the same content that stands for this one; null where this one stands for itself.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>Why the file will not be read; null where it will.</summary>
    public Issue? Issue { get; init; }

    /// <summary>True where the file is to be read.</summary>
    public bool IsWork => Issue is null && DuplicateOf is null;
}

/// <summary>Reads every file once to know it by its content. Of files with the same content, the first by name stands for all.</summary>
internal static class Survey
{
    /// <summary>Hashes the files.</summary>
    /// <param name="files">The inputs, ordered by name.</param>
    /// <param name="mostBytes">Files larger than this are not read.</param>
    /// <param name="threads">Files hashed at a time.</param>
    /// <param name="cancel">Stops between files.</param>
    /// <returns>One entry for each input, in order.</returns>
    public static IReadOnlyList<SurveyedFile> Take(IReadOnlyList<InputFile> files, long mostBytes, int threads, CancellationToken cancel)
    {
        SurveyedFile[] surveyed = new SurveyedFile[files.Count];
        Parallel.For(0, files.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, i => surveyed[i] = Take(files[i], mostBytes));
        Dictionary<string, string> first = new(StringComparer.Ordinal);
        for (int i = 0; i < surveyed.Length; i++)
        {
            if (surveyed[i].Issue is not null || first.TryAdd(surveyed[i].DocumentId, surveyed[i].Document)) continue;
            surveyed[i] = surveyed[i] with { DuplicateOf = first[surveyed[i].DocumentId] };
        }
        return surveyed;
    }

    private static SurveyedFile Take(InputFile file, long mostBytes)
    {
        SurveyedFile surveyed = new() { Document = file.Document, Path = file.Path, Issue = file.Issue };
        if (file.Issue is not null) return surveyed;
        try
        {
            using FileStream stream = new(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
            long size = stream.Length;
            if (size > mostBytes) return surveyed with { Size = size, Issue = Fatal("too_large", $"The file has {size >> 20} MiB; files over {mostBytes >> 20} MiB are not read. Split it, or raise --max-file-mb.") };
            return surveyed with { Size = size, DocumentId = Convert.ToHexStringLower(SHA256.HashData(stream)) };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            bool gone = error is FileNotFoundException or DirectoryNotFoundException;
            return surveyed with
            {
                Issue = gone ? Fatal("missing", $"{file.Path} is gone since the run began, or is a link to a file that does not exist. Restore it and run again.")
                    : Fatal("unreadable", $"{file.Path} could not be read ({error.Message.TrimEnd('.')}). Make it readable and run again."),
            };
        }
    }

    private static Issue Fatal(string category, string message) => new(Severity.Fatal, "input", null, category, message);
}
