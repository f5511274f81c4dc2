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

    // Null where no character is marked, as in nearly all text.
    private readonly Mark[]? _marks;

    // Asked for many times over of each line and paragraph.
    private string? _proposed;

    /// <param name="text">The characters.</param>
    /// <param name="marks">The mark of each of them; null where none is marked.</param>
    public MarkedText(string text, Mark[]? marks = null)
    {
        if (marks is not null && text.Length != marks.Length) throw new ArgumentException($"{text.Length} characters, but {marks.Length} marks", nameof(marks));
        Text = text;
        _marks = marks;
    }

    /// <summary>All characters, deleted ones included.</summary>
    public string Text { get; }

    /// <summary>The mark of each character; empty where none is marked.</summary>
    public ReadOnlySpan<Mark> Marks => _marks;

    public bool HasInserted => Shows(Mark.Inserted);

    public bool HasDeleted => Shows(Mark.Deleted);

    public Mark MarkAt(int index) => _marks is null ? Mark.None : _marks[index];

    /// <summary>True where every character that is not blank carries the mark of a change, and there is at least one.</summary>
    public bool Wholly(Mark mark)
    {
        if (_marks is null) return false;
        bool any = false;
        for (int i = 0; i < _marks.Length; i++)
        {
            if (char.IsWhiteSpace(Text[i])) continue;
            if (_marks[i] != mark) return false;
            any = true;
        }
        return any;
    }

    public MarkedText From(int start) => start == 0 ? this : new(Text[start..], _marks?[start..]);

    /// <summary>The text as proposed: without deleted characters, blanks single.</summary>
    public string Proposed() => _proposed ??= Without(Mark.Deleted);

    /// <summary>The text as it stood: without inserted characters, blanks single.</summary>
    public string Former() => Without(Mark.Inserted);

    private string Without(Mark left)
    {
        if (!Carries(left) && HasSingleBlanks(Text)) return Text;
        StringBuilder text = new(Text.Length);
        bool afterGap = false;
        for (int i = 0; i < Text.Length; i++)
        {
            if (MarkAt(i) == left)
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

    private static bool HasSingleBlanks(string text)
    {
        bool afterBlank = true;
        foreach (char c in text)
        {
            bool isBlank = char.IsWhiteSpace(c);
            if (isBlank && (afterBlank || c != ' ')) return false;
            afterBlank = isBlank;
        }
        return !afterBlank || text.Length == 0;
    }

    /// <summary>The characters that are not deleted, blanks as they stand.</summary>
    public string Kept() => Carries(Mark.Deleted) ? string.Concat(Text.Where((_, i) => MarkAt(i) != Mark.Deleted)) : Text;

    /// <summary>The offset in <see cref="Text"/> of a character of <see cref="Kept"/>.</summary>
    public int OffsetOfKept(int index)
    {
        int offset = 0;
        for (int kept = -1; ; offset++)
            if (MarkAt(offset) != Mark.Deleted && ++kept == index) return offset;
    }

    /// <summary>The runs of characters with the mark, joined by " … ".</summary>
    public string Runs(Mark mark) => string.Join(RunSeparator, Stretches(mark));

    /// <summary>The runs of characters with the mark, trimmed; blanks between two marked words belong to their run.</summary>
    public IReadOnlyList<string> Stretches(Mark mark)
    {
        if (!Carries(mark)) return [];
        List<string> runs = [];
        StringBuilder run = new();
        for (int i = 0; i <= Text.Length; i++)
        {
            if (i < Text.Length && MarkAt(i) == mark)
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

    private bool Carries(Mark mark) => _marks is not null && Array.IndexOf(_marks, mark) >= 0;

    private bool Shows(Mark mark)
    {
        for (int i = 0; i < Marks.Length; i++)
            if (Marks[i] == mark && !char.IsWhiteSpace(Text[i])) return true;
        return false;
    }
}
