using System.Buffers;
using System.Globalization;
using System.Text;

namespace Classifier.Endurance;

/// <summary>Damages a PDF in ways that are the same for the same seed: flipped bits, wrong numbers, lost, repeated and moved ranges.</summary>
internal static class Mutation
{
    private const int MostRange = 4096;
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);
    private static readonly SearchValues<byte> Syntax = SearchValues.Create("/<>[]()"u8);
    private static readonly string[] Numbers = ["0", "-1", "1", "65536", "2147483647", "-2147483648", "4294967296", "99999999999", "1e30", "0.0000001"];

    /// <summary>Damages a file by one to four changes.</summary>
    public static byte[] Apply(ReadOnlySpan<byte> bytes, Random random)
    {
        List<byte> damaged = [.. bytes];
        for (int i = random.Next(1, 5); i > 0 && damaged.Count > 16; i--) Change(damaged, random);
        return [.. damaged];
    }

    private static void Change(List<byte> bytes, Random random)
    {
        int at = random.Next(bytes.Count);
        int length = Math.Min(random.Next(1, random.Next(2) == 0 ? 16 : MostRange), bytes.Count - at);
        switch (random.Next(8))
        {
            case 0:
                for (int i = random.Next(1, 32); i > 0; i--) bytes[random.Next(bytes.Count)] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[Find(bytes, at, Syntax)] = (byte)random.Next(256);
                break;
            case 2 or 3:
                WriteNumber(bytes, Find(bytes, at, Digits), Numbers[random.Next(Numbers.Length)]);
                break;
            case 4:
                bytes.RemoveRange(at, length);
                break;
            case 5:
                bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                break;
            case 6:
                for (int i = 0; i < length; i++) bytes[at + i] = 0;
                break;
            default:
                if (random.Next(4) == 0) bytes.RemoveRange(at, bytes.Count - at);
                else Move(bytes, at, length, random);
                break;
        }
    }

    /// <summary>The next of such bytes, where structure is more likely than within compressed streams; the place itself where there is none near.</summary>
    private static int Find(List<byte> bytes, int from, SearchValues<byte> values)
    {
        for (int i = from; i < Math.Min(bytes.Count, from + MostRange); i++)
        {
            if (values.Contains(bytes[i])) return i;
        }
        return from;
    }

    private static void WriteNumber(List<byte> bytes, int at, string number)
    {
        int end = at;
        while (end < bytes.Count && Digits.Contains(bytes[end])) end++;
        bytes.RemoveRange(at, end - at);
        bytes.InsertRange(at, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number}")));
    }

    private static void Move(List<byte> bytes, int at, int length, Random random)
    {
        List<byte> range = bytes.GetRange(at, length);
        bytes.RemoveRange(at, length);
        bytes.InsertRange(random.Next(bytes.Count + 1), range);
    }
}
