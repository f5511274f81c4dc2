namespace Classifier.Documents.Drawing;

/// <summary>What stands before an operator.</summary>
internal enum OperandKind : byte
{
    Number,
    Name,
    Text,
    HexText,

    /// <summary>A bracket of an array or a dictionary, or a word that is no operator.</summary>
    Other,
}

/// <summary>One operand; those of arrays and dictionaries stand in a row, with their brackets.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Its value, where it is a number.</param>
/// <param name="Start">Where its characters start in the content, without slash or brackets.</param>
/// <param name="Length">How many bytes it has there.</param>
internal readonly record struct Operand(OperandKind Kind, double Number, int Start, int Length);

/// <summary>
/// Cuts a content stream into operators and what stands before them (ISO 32000-2, 7.8.2). Whatever stands there, it goes on to the end: damaged content keeps its
/// sound parts.
/// </summary>
internal sealed class ContentScanner(ReadOnlyMemory<byte> content)
{
    // Operands beyond this number belong to no operator; rows of letters with their distances have a few thousand.
    private const int MostOperands = 1_000_000;

    private readonly List<Operand> _operands = [];
    private int _at;

    public ReadOnlyMemory<byte> Content => content;

    /// <summary>What stands before the last operator.</summary>
    public ReadOnlySpan<Operand> Operands => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_operands);

    /// <summary>Goes on to the next operator.</summary>
    /// <returns>Its characters, the first in the highest of the bytes in use (see <see cref="Operator"/>); 0 at the end.</returns>
    public int Next()
    {
        _operands.Clear();
        ReadOnlySpan<byte> bytes = content.Span;
        while (_at < bytes.Length)
        {
            byte c = bytes[_at];
            switch (c)
            {
                case (byte)'(':
                    AddText(bytes);
                    continue;
                case (byte)'<' when _at + 1 < bytes.Length && bytes[_at + 1] == '<':
                case (byte)'>' when _at + 1 < bytes.Length && bytes[_at + 1] == '>':
                    Add(new Operand(OperandKind.Other, 0, _at, 2));
                    _at += 2;
                    continue;
                case (byte)'<':
                    AddHexText(bytes);
                    continue;
                case (byte)'/':
                    AddName(bytes);
                    continue;
                case (byte)'%':
                    while (_at < bytes.Length && bytes[_at] is not (10 or 13)) _at++;
                    continue;
                case (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)')' or (byte)'>':
                    Add(new Operand(OperandKind.Other, 0, _at++, 1));
                    continue;
                case (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'+' or (byte)'.':
                    AddNumber(bytes);
                    continue;
            }
            if (IsBlank(c)) { _at++; continue; }
            int start = _at;
            while (_at < bytes.Length && IsRegular(bytes[_at])) _at++;
            if (Operator(bytes[start.._at]) is var found and not 0) return found;
        }
        return 0;
    }

    /// <summary>Goes past the data of an inline image, to behind the operator that ends it.</summary>
    public void SkipImage()
    {
        ReadOnlySpan<byte> bytes = content.Span;
        for (int i = _at + 1; i + 1 < bytes.Length; i++)
        {
            if (bytes[i] != 'E' || bytes[i + 1] != 'I' || !IsBlank(bytes[i - 1]) || (i + 2 < bytes.Length && !IsBlank(bytes[i + 2])) || !IsProse(bytes[(i + 2)..])) continue;
            _at = i + 2;
            return;
        }
        _at = bytes.Length;
    }

    /// <summary>The bytes of a string operand.</summary>
    /// <param name="operand">The operand.</param>
    /// <param name="room">Where they are written if they do not stand in the content as they are; made larger as needed.</param>
    public ReadOnlyMemory<byte> Text(Operand operand, ref byte[] room)
    {
        ReadOnlyMemory<byte> raw = content.Slice(operand.Start, operand.Length);
        if (operand.Kind == OperandKind.Text && !raw.Span.ContainsAny((byte)'\\', (byte)'\r')) return raw;
        if (room.Length < raw.Length) room = new byte[Math.Max(raw.Length, 2 * room.Length)];
        int length = operand.Kind == OperandKind.Text ? StringBytes.Unescape(raw.Span, room) : StringBytes.FromHex(raw.Span, room);
        return room.AsMemory(0, length);
    }

    /// <summary>The characters of a name operand.</summary>
    public string Name(Operand operand) => StringBytes.Name(content.Span.Slice(operand.Start, operand.Length));

    /// <summary>True where a name operand is that name.</summary>
    public bool Is(Operand operand, ReadOnlySpan<byte> name) => operand.Kind == OperandKind.Name && content.Span.Slice(operand.Start, operand.Length).SequenceEqual(name);

    /// <summary>An operator's characters in one number; 0 for what is no operator.</summary>
    public static int Operator(ReadOnlySpan<byte> characters)
    {
        if (characters.Length is 0 or > 3) return 0;
        int number = 0;
        foreach (byte c in characters) number = (number << 8) | c;
        return number;
    }

    private void Add(Operand operand)
    {
        if (_operands.Count < MostOperands) _operands.Add(operand);
    }

    private void AddText(ReadOnlySpan<byte> bytes)
    {
        int start = ++_at;
        for (int depth = 1; _at < bytes.Length; _at++)
        {
            byte c = bytes[_at];
            if (c == '\\') _at++;
            else if (c == '(') depth++;
            else if (c == ')' && --depth == 0) break;
        }
        int end = Math.Min(_at, bytes.Length);
        _at = Math.Min(end + 1, bytes.Length);
        Add(new Operand(OperandKind.Text, 0, start, end - start));
    }

    private void AddHexText(ReadOnlySpan<byte> bytes)
    {
        int start = ++_at;
        while (_at < bytes.Length && bytes[_at] != '>') _at++;
        Add(new Operand(OperandKind.HexText, 0, start, _at - start));
        _at = Math.Min(_at + 1, bytes.Length);
    }

    private void AddName(ReadOnlySpan<byte> bytes)
    {
        int start = ++_at;
        while (_at < bytes.Length && IsRegular(bytes[_at])) _at++;
        Add(new Operand(OperandKind.Name, 0, start, _at - start));
    }

    /// <summary>Numbers as producers write them: "--5", "1.2.3" and "6-7" occur, and mean -5, 1.2 and 6 to the viewers.</summary>
    private void AddNumber(ReadOnlySpan<byte> bytes)
    {
        int start = _at;
        bool negative = false;
        while (_at < bytes.Length && bytes[_at] is (byte)'-' or (byte)'+') negative |= bytes[_at++] == '-';
        double value = 0, unit = 0;
        for (; _at < bytes.Length && bytes[_at] is (>= (byte)'0' and <= (byte)'9') or (byte)'.'; _at++)
        {
            if (bytes[_at] == '.')
            {
                if (unit > 0) break;
                unit = 1;
                continue;
            }
            value = (value * 10) + (bytes[_at] - '0');
            unit *= 10;
        }
        if (unit > 1) value /= unit;
        Add(new Operand(OperandKind.Number, negative ? -value : value, start, _at - start));
        // The rest of what is no number, as an exponent is not.
        while (_at < bytes.Length && bytes[_at] is (byte)'-' or (byte)'.' or (byte)'e' or (byte)'E' or (>= (byte)'0' and <= (byte)'9')) _at++;
    }

    // Behind an image come operators, not what looks like more of its data.
    private static bool IsProse(ReadOnlySpan<byte> bytes)
    {
        foreach (byte c in bytes[..Math.Min(bytes.Length, 12)])
            if (c is > 126 or (< 32 and not (9 or 10 or 12 or 13 or 0))) return false;
        return true;
    }

    private static bool IsBlank(byte c) => c is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsRegular(byte c) => !IsBlank(c) && c is not ((byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%');
}
