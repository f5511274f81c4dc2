using System.Text;

namespace Classifier.Documents.Drawing;

/// <summary>Reads strings and names of a content stream (ISO 32000-2, 7.3.4 and 7.3.5).</summary>
internal static class StringBytes
{
    /// <summary>Writes the bytes that a string in round brackets stands for; returns how many.</summary>
    public static int Unescape(ReadOnlySpan<byte> raw, Span<byte> bytes)
    {
        int length = 0;
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '\r')
            {
                // Every line end is one line feed.
                bytes[length++] = (byte)'\n';
                if (i + 1 < raw.Length && raw[i + 1] == '\n') i++;
            }
            else if (raw[i] != '\\') bytes[length++] = raw[i];
            else if (++i < raw.Length) length += Escaped(raw, ref i, bytes[length..]);
        }
        return length;
    }

    /// <summary>Writes the bytes that a string in angle brackets stands for; returns how many. A last single digit counts as the first of two.</summary>
    public static int FromHex(ReadOnlySpan<byte> raw, Span<byte> bytes)
    {
        int digits = 0;
        foreach (byte c in raw)
        {
            if (!char.IsAsciiHexDigit((char)c)) continue;
            int value = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
            if ((digits & 1) == 0) bytes[digits / 2] = (byte)(value << 4);
            else bytes[digits / 2] |= (byte)value;
            digits++;
        }
        return (digits + 1) / 2;
    }

    /// <summary>The characters of a name.</summary>
    public static string Name(ReadOnlySpan<byte> raw)
    {
        if (!raw.Contains((byte)'#')) return Encoding.Latin1.GetString(raw);
        List<byte> bytes = [];
        for (int i = 0; i < raw.Length; i++)
        {
            Span<byte> one = [raw[i]];
            if (raw[i] == '#' && i + 2 < raw.Length && char.IsAsciiHexDigit((char)raw[i + 1]) && char.IsAsciiHexDigit((char)raw[i + 2]))
            {
                FromHex(raw.Slice(i + 1, 2), one);
                i += 2;
            }
            bytes.Add(one[0]);
        }
        return Encoding.Latin1.GetString([.. bytes]);
    }

    /// <summary>The characters of a string that people read: UTF-16 or UTF-8 with its mark, else Latin letters.</summary>
    public static string Characters(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xfe, 0xff, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
        [0xff, 0xfe, ..] => Encoding.Unicode.GetString(bytes[2..]),
        [0xef, 0xbb, 0xbf, ..] => Encoding.UTF8.GetString(bytes[3..]),
        _ => Encoding.Latin1.GetString(bytes),
    };

    private static int Escaped(ReadOnlySpan<byte> raw, ref int i, Span<byte> bytes)
    {
        byte c = raw[i];
        if (c is >= (byte)'0' and <= (byte)'7')
        {
            int value = 0, end = Math.Min(i + 3, raw.Length);
            while (i < end && raw[i] is >= (byte)'0' and <= (byte)'7') value = (value * 8) + (raw[i++] - '0');
            i--;
            bytes[0] = (byte)value;
            return 1;
        }
        if (c is (byte)'\r' or (byte)'\n')
        {
            // A line broken for its length goes on.
            if (c == '\r' && i + 1 < raw.Length && raw[i + 1] == '\n') i++;
            return 0;
        }
        bytes[0] = c switch { (byte)'n' => 10, (byte)'r' => 13, (byte)'t' => 9, (byte)'b' => 8, (byte)'f' => 12, _ => c };
        return 1;
    }
}
