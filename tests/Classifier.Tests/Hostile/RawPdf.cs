using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Classifier.Tests.Hostile;

/// <summary>A PDF written object by object, without any of the checks that keep an honest writer from writing nonsense.</summary>
internal sealed class RawPdf
{
    private readonly List<byte[]> _objects = [];

    /// <summary>Entries of the trailer beside Size and Root.</summary>
    public string Trailer { get; init; } = "";

    /// <summary>The number that the next object gets.</summary>
    public int Next => _objects.Count + 1;

    /// <summary>Adds an object.</summary>
    /// <returns>Its number.</returns>
    public int Add(string body)
    {
        _objects.Add(Encoding.Latin1.GetBytes(body));
        return _objects.Count;
    }

    /// <summary>Adds a stream.</summary>
    /// <param name="entries">Entries of its dictionary beside Length.</param>
    /// <param name="data">Its encoded bytes.</param>
    public int AddStream(string entries, byte[] data)
    {
        _objects.Add([.. Encoding.Latin1.GetBytes($"<< {entries} /Length {data.Length} >>\nstream\n"), .. data, .. "\nendstream"u8]);
        return _objects.Count;
    }

    /// <summary>Adds a stream that is not encoded.</summary>
    public int AddStream(string entries, string data) => AddStream(entries, Encoding.Latin1.GetBytes(data));

    /// <summary>Adds the catalog, the page tree and one page.</summary>
    /// <param name="contents">Number of the page's content stream.</param>
    /// <param name="resources">Its resources beside Helvetica as F, or its own fonts.</param>
    /// <param name="page">More entries of the page.</param>
    /// <param name="box">Its media box.</param>
    /// <param name="catalog">More entries of the catalog.</param>
    /// <returns>The number of the catalog.</returns>
    public int AddPage(int contents, string resources = "", string page = "", string box = "0 0 595 842", string catalog = "")
    {
        if (!resources.Contains("/Font", StringComparison.Ordinal)) resources += $" /Font << /F {AddFont()} 0 R >>";
        int pages = Next + 1;
        int leaf = Add($"<< /Type /Page /Parent {pages} 0 R /MediaBox [{box}] /Contents {contents} 0 R /Resources << {resources} >> {page} >>");
        Add($"<< /Type /Pages /Kids [{leaf} 0 R] /Count 1 >>");
        return Add($"<< /Type /Catalog /Pages {pages} 0 R {catalog} >>");
    }

    /// <summary>Adds Helvetica.</summary>
    public int AddFont() => Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");

    /// <summary>The file.</summary>
    /// <param name="root">Number of the catalog.</param>
    public byte[] Bytes(int root)
    {
        using MemoryStream file = new();
        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        Write("%PDF-1.7\n");
        List<long> offsets = [];
        for (int i = 0; i < _objects.Count; i++)
        {
            offsets.Add(file.Position);
            Write($"{i + 1} 0 obj\n");
            file.Write(_objects[i]);
            Write("\nendobj\n");
        }
        long table = file.Position;
        Write($"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n");
        foreach (long offset in offsets) Write(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        Write($"trailer\n<< /Size {_objects.Count + 1} /Root {root} 0 R {Trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>Bytes as FlateDecode reads them.</summary>
    public static byte[] Deflate(Action<Stream> write)
    {
        using MemoryStream packed = new();
        using (ZLibStream stream = new(packed, CompressionLevel.Optimal, leaveOpen: true)) write(stream);
        return packed.ToArray();
    }
}
