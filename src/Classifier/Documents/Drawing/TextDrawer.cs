using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Util;

namespace Classifier.Documents.Drawing;

/// <summary>Places the letters of a page (ISO 32000-2, 9.4).</summary>
internal sealed class TextDrawer(DrawnPage page)
{
    // Where a letter hangs that is written downwards, and how far the next one stands below it, in shares of the font size (ISO 32000-2, 9.7.4.3, the defaults).
    private const double Hang = 0.88, Drop = 1;

    // Points below which a font's size is no size, as its letters are drawn at a scale of their own.
    private const double LeastSize = 0.5;

    private Matrix _matrix = Matrix.Identity, _lineStart = Matrix.Identity;
    private string? _replacement;
    private bool _isReplaced;
    private int _showStart;

    /// <summary>Index of the innermost marked part of the content, or -1.</summary>
    public int Mark { get; set; } = -1;

    /// <summary>Begins a text object, or sets where its lines start.</summary>
    public void Set(in Matrix matrix) => _matrix = _lineStart = matrix;

    /// <summary>Goes to the start of another line.</summary>
    public void NextLine(double x, double y) => Set(_lineStart.Moved(x, y));

    /// <summary>Until this ends, all letters together stand for these characters; null for themselves.</summary>
    public void Replace(string? characters) => (_replacement, _isReplaced) = (characters, false);

    /// <summary>Tells that an operator shows text: marks combine with letters of the same operator only.</summary>
    public void BeginShow() => _showStart = page.Letters.Count;

    /// <summary>Moves on between two strings of one operator.</summary>
    /// <param name="state">What holds.</param>
    /// <param name="distance">How far back, in thousandths of the font size.</param>
    public void Adjust(in GraphicsState state, double distance)
    {
        double by = -distance / 1000 * state.FontSize;
        if (state.Font is null) return;
        _matrix = state.Font.Font.IsVertical ? _matrix.Moved(0, by) : _matrix.Moved(by * state.Scale, 0);
    }

    /// <summary>Places the letters of a string.</summary>
    public void Show(in GraphicsState state, ReadOnlyMemory<byte> text)
    {
        // Without its font nobody knows what a code stands for.
        if (state.Font is not { } font) return;
        Matrix whole = _matrix.Then(state.Matrix);
        bool isVertical = font.Font.IsVertical;
        double upright = whole.UprightLength * Math.Abs(state.FontSize), size = Math.Round(upright, 2), x = 0, y = 0;
        using MemoryInputBytes codes = new(text);
        while (codes.MoveNext())
        {
            int code = font.Font.ReadCharacterCode(codes, out int length);
            Glyph glyph = font.Of(code);
            double advance = glyph.Advance * state.FontSize, spacing = state.CharacterSpacing + (code == ' ' && length == 1 ? state.WordSpacing : 0);
            double left = isVertical ? x - (advance / 2) : x, foot = isVertical ? y - (Hang * state.FontSize) : y;
            DrawnLetter letter = new(glyph.Text, whole.Apply(left, foot + state.Rise), whole.Apply(left + (advance * state.Scale), foot + state.Rise),
                size > LeastSize ? size : Math.Max(1, glyph.Height * upright), font.Face, Mark, state.IsTextInvisible);
            // What has neither ink nor room is a hint for breaking lines.
            if (advance != 0 || glyph.Height > 0 || _replacement is not null) Add(letter, glyph.IsDiacritic && codes.CurrentOffset > 0);
            if (isVertical) y += spacing - (Drop * state.FontSize);
            else x += (advance + spacing) * state.Scale;
        }
        _matrix = _matrix.Moved(x, y);
    }

    private void Add(DrawnLetter letter, bool combines)
    {
        if (_replacement is not null)
        {
            letter = letter with { Text = _isReplaced ? "" : _replacement };
            _isReplaced = true;
            combines = false;
        }
        if (combines && page.Letters.Count > _showStart && Diacritics.TryCombineDiacriticWithPreviousLetter(letter.Text, page.Letters[^1].Text, out string? both))
            page.Letters[^1] = page.Letters[^1] with { Text = both };
        else page.Letters.Add(letter);
    }
}
