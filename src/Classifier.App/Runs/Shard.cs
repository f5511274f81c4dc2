using System.Globalization;
using Classifier.App.Inputs;

namespace Classifier.App.Runs;

/// <summary>One of several parts into which the inputs are dealt.</summary>
/// <param name="Index">Number of the part, from 1.</param>
/// <param name="Count">Number of parts.</param>
internal sealed record Shard(int Index, int Count)
{
    /// <summary>Reads <c>3/8</c>.</summary>
    /// <returns>Null where the text is none.</returns>
    public static Shard? Parse(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && index >= 1 && index <= count ? new Shard(index, count) : null;
    }

    /// <summary>
    /// Deals files out: from the largest down, each goes to the part with the fewest bytes so far ("longest processing time first", Graham
    /// 1969). It depends on contents and sizes alone, so every machine deals alike.
    /// </summary>
    /// <param name="files">The files to work on, each with its own content.</param>
    /// <returns>Ids of the documents of this part.</returns>
    public IReadOnlySet<string> Deal(IEnumerable<SurveyedFile> files)
    {
        PriorityQueue<int, (long Bytes, int Part)> parts = new(Enumerable.Range(1, Count).Select(part => (part, (0L, part))));
        HashSet<string> own = new(StringComparer.Ordinal);
        foreach (SurveyedFile file in files.OrderByDescending(file => file.Size).ThenBy(file => file.DocumentId, StringComparer.Ordinal))
        {
            parts.TryDequeue(out int part, out (long Bytes, int Part) load);
            parts.Enqueue(part, (load.Bytes + file.Size, part));
            if (part == Index) own.Add(file.DocumentId);
        }
        return own;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");
}
