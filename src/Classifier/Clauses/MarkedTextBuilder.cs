using System.Text;
using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>Puts a marked text together piece by piece.</summary>
internal sealed class MarkedTextBuilder
{
    private readonly StringBuilder _text = new();

    // Up to the last character that is marked: nearly all text is not.
    private readonly List<Mark> _marks = [];

    public int Length => _text.Length;

    public char this[int index] => _text[index];

    public string Slice(int start, int length) => _text.ToString(start, length);

    public Mark MarkAt(int index) => index < _marks.Count ? _marks[index] : Mark.None;

    public void Clear()
    {
        _text.Clear();
        _marks.Clear();
    }

    public void Append(char c, Mark mark)
    {
        if (mark != Mark.None)
        {
            Reach(_text.Length);
            _marks.Add(mark);
        }
        _text.Append(c);
    }

    /// <summary>Appends characters of which none is marked.</summary>
    public void Append(string text) => _text.Append(text);

    /// <summary>Appends characters, each with its mark.</summary>
    public void Append(string text, IReadOnlyList<Mark> marks)
    {
        for (int i = 0; i < marks.Count; i++)
        {
            if (marks[i] == Mark.None) continue;
            Reach(_text.Length + i);
            _marks.Add(marks[i]);
        }
        _text.Append(text);
    }

    public void Append(MarkedText text)
    {
        if (!text.Marks.IsEmpty)
        {
            Reach(_text.Length);
            _marks.AddRange(text.Marks);
        }
        _text.Append(text.Text);
    }

    /// <summary>Appends a blank, which carries a mark only where both of its neighbours carry it.</summary>
    /// <param name="next">The mark of the character that will follow.</param>
    public void AppendBlank(Mark next) => Append(' ', MarkAt(Length - 1) == next ? next : Mark.None);

    public void RemoveLast()
    {
        _text.Length--;
        if (_marks.Count > _text.Length) _marks.RemoveAt(_text.Length);
    }

    public MarkedText ToMarkedText()
    {
        if (_marks.Count == 0) return new MarkedText(_text.ToString());
        Reach(_text.Length);
        return new MarkedText(_text.ToString(), [.. _marks]);
    }

    private void Reach(int length)
    {
        while (_marks.Count < length) _marks.Add(Mark.None);
    }
}
