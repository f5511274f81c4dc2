using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Classifier.Documents;

/// <summary>
/// The parser's filters, but for one that tells of damage: the parser's own gives what came before the damage as if that had been all, and the
/// rest of a page would be missing without a word.
/// </summary>
internal sealed class StreamFilters : IFilterProvider
{
    private readonly FlateFilter _flate;
    private bool _damaged;

    /// <summary>Filters for one document.</summary>
    public StreamFilters() => _flate = new FlateFilter(this);

    /// <summary>Tells whether a stream that can hold text, or what text needs, was damaged since it was last asked.</summary>
    public bool TakeDamage()
    {
        bool damaged = _damaged;
        _damaged = false;
        return damaged;
    }

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Replace(DefaultFilterProvider.Instance.GetFilters(dictionary));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Replace(DefaultFilterProvider.Instance.GetNamedFilters(names));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => Replace(DefaultFilterProvider.Instance.GetAllFilters());

    private IReadOnlyList<IFilter> Replace(IReadOnlyList<IFilter> filters) =>
        filters.Any(filter => filter is UglyToad.PdfPig.Filters.FlateFilter) ? [.. filters.Select(filter => filter is UglyToad.PdfPig.Filters.FlateFilter ? _flate.Over(filter) : filter)] : filters;

    /// <summary>Deflate with the checksum that ends it (RFC 1950).</summary>
    private sealed class FlateFilter(StreamFilters owner) : IFilter
    {
        // Behind the checksum may stand line breaks that the producer counted in.
        private const int TailBytes = 16;

        private IFilter? _parser;

        public bool IsSupported => true;

        public FlateFilter Over(IFilter parser)
        {
            _parser = parser;
            return this;
        }

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            ReadOnlySpan<byte> head = input.Span;
            bool usual = head.Length > 2 && (head[0] & 0x0f) == 8 && (head[0] << 8 | head[1]) % 31 == 0;
            // Rows of pictures and tables of offsets are coded once more; no text is.
            bool coded = streamDictionary.ContainsKey(NameToken.DecodeParms) || streamDictionary.ContainsKey(NameToken.Dp);
            if (!usual || coded || !HoldsText(streamDictionary)) return _parser!.Decode(input, streamDictionary, filterProvider, filterIndex);
            try
            {
                using MemoryStream unpacked = new(4 * input.Length);
                using ZLibStream packed = new(Open(input), CompressionMode.Decompress);
                packed.CopyTo(unpacked);
                Memory<byte> bytes = unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length);
                // The runtime takes the end of its input for the end of the stream; one that was cut short lacks its checksum.
                if (!EndsWithChecksum(input.Span, bytes.Span)) owner._damaged = true;
                return bytes;
            }
            catch (InvalidDataException)
            {
                owner._damaged = true;
                return _parser!.Decode(input, streamDictionary, filterProvider, filterIndex); // what can be had of it
            }
        }

        private static bool EndsWithChecksum(ReadOnlySpan<byte> packed, ReadOnlySpan<byte> unpacked)
        {
            Span<byte> checksum = stackalloc byte[sizeof(uint)];
            BinaryPrimitives.WriteUInt32BigEndian(checksum, Adler32(unpacked));
            return packed[^Math.Min(TailBytes, packed.Length)..].IndexOf(checksum) >= 0;
        }

        private static uint Adler32(ReadOnlySpan<byte> bytes)
        {
            const uint modulus = 65_521;
            const int untilOverflow = 5552; // so many bytes can be added up before a remainder must be taken
            uint a = 1, b = 0;
            while (bytes.Length > 0)
            {
                ReadOnlySpan<byte> part = bytes[..Math.Min(untilOverflow, bytes.Length)];
                foreach (byte value in part)
                {
                    a += value;
                    b += a;
                }
                (a, b) = (a % modulus, b % modulus);
                bytes = bytes[part.Length..];
            }
            return b << 16 | a;
        }

        private static MemoryStream Open(Memory<byte> input) =>
            MemoryMarshal.TryGetArray(input, out ArraySegment<byte> bytes) ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false) : new MemoryStream(input.ToArray());

        /// <summary>False for pictures, font programs, colour profiles and functions, without which the text can be read as well.</summary>
        private static bool HoldsText(DictionaryToken dictionary) =>
            dictionary.TryGet(NameToken.Type, out NameToken type) && type.Data == "ObjStm"
            || !(dictionary.ContainsKey(NameToken.Length1) || dictionary.ContainsKey(NameToken.N) || dictionary.ContainsKey(NameToken.FunctionType) || dictionary.ContainsKey(NameToken.ShadingType)
                || dictionary.TryGet(NameToken.Subtype, out NameToken subtype) && subtype.Data != "Form");
    }
}
