using System.Buffers;
using System.Text;

namespace Classifier.Reports;

/// <summary>Finds where a text file is not UTF-8, which most programs would replace in silence.</summary>
internal static class Utf8Check
{
    /// <summary>Checks a file to its end.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is UTF-16, or holds bytes that are not UTF-8; the message names file and line.</exception>
    public static void Check(string path)
    {
        using FileStream stream = File.OpenRead(path);
        byte[] buffer = new byte[1 << 16];
        int kept = 0, line = 1;
        bool first = true;
        while (true)
        {
            int read = stream.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false);
            ReadOnlySpan<byte> bytes = buffer.AsSpan(0, kept + read);
            if (first && (bytes.StartsWith<byte>([0xff, 0xfe]) || bytes.StartsWith<byte>([0xfe, 0xff])))
                throw new InvalidDataException($"{path}, line 1: the file is UTF-16. Save it as \"CSV UTF-8\".");
            first = false;
            bool last = kept + read < buffer.Length;
            int good = ValidPrefix(bytes, last, ref line);
            if (good < 0) throw new InvalidDataException($"{path}, line {line}: the file is not UTF-8 there. Save it as \"CSV UTF-8\".");
            if (last) return;
            bytes[good..].CopyTo(buffer);
            kept = bytes.Length - good;
        }
    }

    /// <summary>Length of what is whole; -1 where something is broken, with the line counted up to there.</summary>
    private static int ValidPrefix(ReadOnlySpan<byte> bytes, bool last, ref int line)
    {
        int at = 0;
        while (at < bytes.Length)
        {
            int ascii = bytes[at..].IndexOfAnyExceptInRange((byte)0, (byte)0x7f);
            ReadOnlySpan<byte> plain = ascii < 0 ? bytes[at..] : bytes.Slice(at, ascii);
            line += plain.Count((byte)'\n');
            at += plain.Length;
            if (ascii < 0) break;
            OperationStatus status = Rune.DecodeFromUtf8(bytes[at..], out _, out int length);
            if (status == OperationStatus.NeedMoreData && !last) return at;
            if (status != OperationStatus.Done) return -1;
            at += length;
        }
        return at;
    }
}
