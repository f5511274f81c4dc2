using System.Globalization;
using System.Text;

namespace Classifier.Endurance;

/// <summary>PDFs to repeat and to damage: the private ones beside the project where they are, and the samples that ship with it.</summary>
internal sealed class SourcePdfs
{
    private readonly byte[][] _files;

    private SourcePdfs(byte[][] files) => _files = files;

    /// <summary>Number of files.</summary>
    public int Count => _files.Length;

    /// <summary>Reads the files.</summary>
    /// <param name="folders">Where they lie; folders that do not exist are passed over.</param>
    /// <param name="mostBytes">Larger files are left out, as many small ones find more than few large ones.</param>
    public static SourcePdfs Read(IEnumerable<string> folders, long mostBytes) => new([.. folders.Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories)).Order(StringComparer.Ordinal)
        .Where(path => new FileInfo(path).Length <= mostBytes).Select(File.ReadAllBytes)
        .Where(bytes => bytes.AsSpan().StartsWith("%PDF-"u8))]);

    /// <summary>A file of its own content that reads like the original: a comment stands behind its end.</summary>
    public byte[] Copy(int number) => [.. _files[number % _files.Length], .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\n% copy {number}\n"))];

    /// <summary>Writes files of their own content into a new folder, as many as asked for.</summary>
    public void WriteCopies(string folder, int count)
    {
        Directory.CreateDirectory(folder);
        for (int number = 0; number < count; number++) File.WriteAllBytes(Path.Combine(folder, Names.Pdf(number)), Copy(number));
    }

    /// <summary>A damaged file; the same for the same seed and number.</summary>
    public byte[] Damaged(int number, int seed)
    {
        Random random = new(HashCode(seed, number));
        return Mutation.Apply(_files[random.Next(_files.Length)], random);
    }

    /// <summary>Unlike the runtime's, the same in every process.</summary>
    private static int HashCode(int seed, int number) => unchecked(seed * 486_187_739 + number * 16_777_619);
}
