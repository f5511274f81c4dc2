using System.Text;
using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>
/// Text with the revision mark of each of its characters. Everything that cuts, joins or mends text works on this type, so that marks
/// never drift away from the characters that they stand on.
/// </summary>
internal sealed class MarkedText
{
    private const string RunSeparator = " … ";
    private readonly Mark[] _marks;

    // Asked for many times over of each line and paragraph.
    private string? _proposed;

    public MarkedText(string text, Mark[] marks)
    {
        if (text.Length != marks.Length) throw new ArgumentException($"{text.Length} characters, but {marks.Length} marks", nameof(marks));
        Text = text;
        _marks = marks;
    }

    public static MarkedText Empty { get; } = new("", []);

    /// <summary>All characters, deleted ones included.</summary>
    public string Text { get; }

    public IReadOnlyList<Mark> Marks => _marks;

    public bool HasInserted => Shows(Mark.Inserted);

    public bool HasDeleted => Shows(Mark.Deleted);

    /// <summary>True where every character that is not blank carries the mark, and there is at least one.</summary>
    public bool Wholly(Mark mark)
    {
        bool any = false;
        for (int i = 0; i < _marks.Length; i++)
        {
            if (char.IsWhiteSpace(Text[i])) continue;
            if (_marks[i] != mark) return false;
            any = true;
        }
        return any;
    }

    public MarkedText From(int start) => new(Text[start..], _marks[start..]);

    public MarkedText Until(int end) => new(Text[..end], _marks[..end]);

    public MarkedText Append(MarkedText next) => new(Text + next.Text, [.. _marks, .. next._marks]);

    /// <summary>Joins two pieces with a blank, which carries a mark only where both of its neighbours carry it.</summary>
    public MarkedText AppendAfterBlank(MarkedText next)
    {
        if (Text.Length == 0) return next;
        if (next.Text.Length == 0) return this;
        Mark blank = _marks[^1] == next._marks[0] ? _marks[^1] : Mark.None;
        return new MarkedText(Text + ' ' + next.Text, [.. _marks, blank, .. next._marks]);
    }

    /// <summary>The text as proposed: without deleted characters, blanks single.</summary>
    public string Proposed() => _proposed ??= Without(Mark.Deleted);

    /// <summary>The text as it stood: without inserted characters, blanks single.</summary>
    public string Former() => Without(Mark.Inserted);

    private string Without(Mark left)
    {
        StringBuilder text = new(Text.Length);
        bool afterGap = false;
        for (int i = 0; i < Text.Length; i++)
        {
            if (_marks[i] == left)
            {
                afterGap = true;
                continue;
            }
            char c = char.IsWhiteSpace(Text[i]) ? ' ' : Text[i];
            if (c == ' ' && (text.Length == 0 || text[^1] == ' ')) continue;
            // "the office [struck: concerned]." leaves the blank that parted the struck word from its sentence.
            if (afterGap && c is '.' or ',' or ';' or ':' && text.Length > 0 && text[^1] == ' ') text.Length--;
            text.Append(c);
            afterGap = false;
        }
        return text.ToString().TrimEnd();
    }

    /// <summary>The offset in <see cref="Text"/> of each character that <see cref="Text"/> keeps when deleted ones are left out.</summary>
    public IReadOnlyList<int> KeptOffsets() => [.. Enumerable.Range(0, Text.Length).Where(i => _marks[i] != Mark.Deleted)];

    /// <summary>The runs of characters with the mark, joined by " … ".</summary>
    public string Runs(Mark mark) => string.Join(RunSeparator, Stretches(mark));

    /// <summary>The runs of characters with the mark, trimmed; blanks between two marked words belong to their run.</summary>
    public IReadOnlyList<string> Stretches(Mark mark)
    {
        List<string> runs = [];
        StringBuilder run = new();
        for (int i = 0; i <= Text.Length; i++)
        {
            if (i < Text.Length && _marks[i] == mark)
            {
                run.Append(Text[i]);
                continue;
            }
            string trimmed = run.ToString().Trim();
            if (trimmed.Length > 0) runs.Add(trimmed);
            run.Clear();
        }
        return runs;
    }

    private bool Shows(Mark mark)
    {
        for (int i = 0; i < _marks.Length; i++)
            if (_marks[i] == mark && !char.IsWhiteSpace(Text[i])) return true;
        return false;
    }
}
