using System.Security.Cryptography;

namespace Classifier.App.Runs;

/// <summary>
/// Results kept for other runs, one file each, named by the document's content and by the program, model and options that made it. A file that does
/// not match its checksum counts as absent and is written anew.
/// </summary>
internal sealed class ResultCache(string folder, byte[] fingerprint)
{
    private readonly string _suffix = Convert.ToHexStringLower(fingerprint.AsSpan(0, 16));

    /// <summary>Finds a result.</summary>
    /// <returns>The encoded result; null where there is none.</returns>
    public byte[]? Find(string documentId)
    {
        try
        {
            byte[] entry = File.ReadAllBytes(PathOf(documentId));
            if (entry.Length < SHA256.HashSizeInBytes) return null;
            ReadOnlySpan<byte> payload = entry.AsSpan(SHA256.HashSizeInBytes);
            return SHA256.HashData(payload).AsSpan().SequenceEqual(entry.AsSpan(0, SHA256.HashSizeInBytes)) ? payload.ToArray() : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a result. Runs on several machines may share the folder: an entry appears whole or not at all.</summary>
    public void Keep(string documentId, byte[] payload)
    {
        string path = PathOf(documentId);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string aside = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllBytes(aside, [.. SHA256.HashData(payload), .. payload]);
        File.Move(aside, path, overwrite: true);
    }

    private string PathOf(string documentId) => Path.Combine(folder, documentId[..2], $"{documentId}-{_suffix}");
}
