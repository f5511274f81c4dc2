using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Classifier.Documents.Drawing;

/// <summary>
/// Carries out a page's content as far as it draws text and lines (ISO 32000-2, Annex A), and nothing else: no image is decoded, no area clipped, no object made for an
/// operator. The file's structure, its filters and its fonts are the parser's.
/// </summary>
internal sealed class ContentInterpreter
{
    // Forms in forms; real ones have three or four.
    private const int DeepestForm = 32;

    // States that are saved at one time; what goes beyond is saved in none of the viewers either.
    private const int MostSaved = 4096;

    private readonly DrawnPage _page;
    private readonly IResourceStore _resources;
    private readonly IPdfTokenScanner _objects;
    private readonly ILookupFilterProvider _filters;
    private readonly Dictionary<IFont, GlyphTable> _glyphs;
    private readonly TextDrawer _text;
    private readonly PathDrawer _path;
    private readonly List<GraphicsState> _saved = [];
    private readonly HashSet<IndirectReference> _forms = [];
    private GraphicsState _state;
    private byte[] _room = new byte[256];
    private int _unsaved;

    /// <param name="page">Gets what is drawn.</param>
    /// <param name="resources">The page's resources.</param>
    /// <param name="objects">The file's objects.</param>
    /// <param name="filters">The file's filters.</param>
    /// <param name="glyphs">The fonts met so far; those met here are added.</param>
    /// <param name="matrix">From the content's coordinates to the page's.</param>
    public ContentInterpreter(DrawnPage page, IResourceStore resources, IPdfTokenScanner objects, ILookupFilterProvider filters, Dictionary<IFont, GlyphTable> glyphs, Matrix matrix)
    {
        (_page, _resources, _objects, _filters, _glyphs) = (page, resources, objects, filters, glyphs);
        (_text, _path, _state) = (new TextDrawer(page), new PathDrawer(page), new GraphicsState(matrix));
    }

    /// <summary>Carries out a content stream.</summary>
    public void Run(ReadOnlyMemory<byte> content)
    {
        ContentScanner scanner = new(content);
        int floor = _saved.Count;
        for (int code = scanner.Next(); code != 0; code = scanner.Next()) Carry(code, scanner, scanner.Operands, floor);
    }

    private void Carry(int code, ContentScanner scanner, ReadOnlySpan<Operand> operands, int floor)
    {
        switch (code)
        {
            case 'q': Save(); break;
            case 'Q': Restore(floor); break;
            case 'c' << 8 | 'm' when Matrix(operands) is { } matrix: _state.Matrix = matrix.Then(_state.Matrix); break;
            case 'w' when Numbers(operands, 1, out ReadOnlySpan<Operand> n): _state.LineWidth = n[0].Number; break;
            case 'g' << 8 | 's' when operands is [.., { Kind: OperandKind.Name } name]: Extend(scanner.Name(name)); break;
            case 'D' << 8 | 'o' when operands is [.., { Kind: OperandKind.Name } name]: Draw(NameToken.Create(scanner.Name(name))); break;
            case 'I' << 8 | 'D':
                _page.HasImages = true;
                scanner.SkipImage();
                break;
            case 'B' << 16 | 'M' << 8 | 'C' or 'B' << 16 | 'D' << 8 | 'C': Mark(scanner, operands); break;
            case 'E' << 16 | 'M' << 8 | 'C': Unmark(); break;
            default:
                if (!CarryText(code, scanner, operands) && !CarryPath(code, operands)) CarryColour(code, scanner, operands);
                break;
        }
    }

    private bool CarryText(int code, ContentScanner scanner, ReadOnlySpan<Operand> operands)
    {
        ReadOnlySpan<Operand> n;
        switch (code)
        {
            case 'B' << 8 | 'T' or 'E' << 8 | 'T': _text.Set(Drawing.Matrix.Identity); break;
            case 'T' << 8 | 'f' when operands is [.., { Kind: OperandKind.Name } name, { Kind: OperandKind.Number } size]:
                _state.FontSize = size.Number;
                _state.Font = Glyphs(_resources.GetFont(NameToken.Create(scanner.Name(name))));
                break;
            case 'T' << 8 | 'd' when Numbers(operands, 2, out n): _text.NextLine(n[0].Number, n[1].Number); break;
            case 'T' << 8 | 'D' when Numbers(operands, 2, out n):
                _state.Leading = -n[1].Number;
                _text.NextLine(n[0].Number, n[1].Number);
                break;
            case 'T' << 8 | 'm' when Matrix(operands) is { } matrix: _text.Set(matrix); break;
            case 'T' << 8 | '*': _text.NextLine(0, -_state.Leading); break;
            case 'T' << 8 | 'c' when Numbers(operands, 1, out n): _state.CharacterSpacing = n[0].Number; break;
            case 'T' << 8 | 'w' when Numbers(operands, 1, out n): _state.WordSpacing = n[0].Number; break;
            case 'T' << 8 | 'z' when Numbers(operands, 1, out n): _state.Scale = n[0].Number / 100; break;
            case 'T' << 8 | 'L' when Numbers(operands, 1, out n): _state.Leading = n[0].Number; break;
            case 'T' << 8 | 's' when Numbers(operands, 1, out n): _state.Rise = n[0].Number; break;
            case 'T' << 8 | 'r' when Numbers(operands, 1, out n): _state.TextMode = n[0].Number; break;
            case 'T' << 8 | 'j' or 'T' << 8 | 'J': Show(scanner, operands); break;
            case '\'':
                _text.NextLine(0, -_state.Leading);
                Show(scanner, operands);
                break;
            case '"':
                if (operands is [.., { Kind: OperandKind.Number } words, { Kind: OperandKind.Number } characters, _])
                    (_state.WordSpacing, _state.CharacterSpacing) = (words.Number, characters.Number);
                _text.NextLine(0, -_state.Leading);
                Show(scanner, operands[^Math.Min(1, operands.Length)..]);
                break;
            default: return false;
        }
        return true;
    }

    private bool CarryPath(int code, ReadOnlySpan<Operand> operands)
    {
        ReadOnlySpan<Operand> n;
        switch (code)
        {
            case 'm' when Numbers(operands, 2, out n): _path.Move(Point(n)); break;
            case 'l' when Numbers(operands, 2, out n): _path.Line(Point(n)); break;
            case 'c' when Numbers(operands, 6, out n): _path.Curve(Point(n), Point(n[2..]), Point(n[4..])); break;
            case 'v' when Numbers(operands, 4, out n): _path.Curve(Point(n), Point(n[2..])); break;
            case 'y' when Numbers(operands, 4, out n): _path.Curve(Point(n), Point(n[2..]), Point(n[2..])); break;
            case 'h': _path.Close(); break;
            case 'r' << 8 | 'e' when Numbers(operands, 4, out n): _path.Rectangle(Point(n), _state.Matrix.Apply(n[0].Number + n[2].Number, n[1].Number + n[3].Number)); break;
            case 'S': _path.Paint(_state, filled: false, stroked: true); break;
            case 's': Paint(filled: false); break;
            case 'f' or 'F' or ('f' << 8 | '*'): _path.Paint(_state, filled: true, stroked: false); break;
            case 'B' or ('B' << 8 | '*'): _path.Paint(_state, filled: true, stroked: true); break;
            case 'b' or ('b' << 8 | '*'): Paint(filled: true); break;
            case 'n': _path.Drop(); break;
            default: return false;
        }
        return true;
    }

    private void CarryColour(int code, ContentScanner scanner, ReadOnlySpan<Operand> operands)
    {
        switch (code)
        {
            case 'g' or ('r' << 8 | 'g') or 'k': (_state.Fill, _state.FillSpace) = (Ink.Of(Components(operands)), null); break;
            case 'G' or ('R' << 8 | 'G') or 'K': (_state.Stroke, _state.StrokeSpace) = (Ink.Of(Components(operands)), null); break;
            case 'c' << 8 | 's' when operands is [.., { Kind: OperandKind.Name } name]:
                _state.FillSpace = NameToken.Create(scanner.Name(name));
                _state.Fill = Ink.Of(_resources, _state.FillSpace, []);
                break;
            case 'C' << 8 | 'S' when operands is [.., { Kind: OperandKind.Name } name]:
                _state.StrokeSpace = NameToken.Create(scanner.Name(name));
                _state.Stroke = Ink.Of(_resources, _state.StrokeSpace, []);
                break;
            case 's' << 8 | 'c' or 's' << 16 | 'c' << 8 | 'n': _state.Fill = Coloured(_state.FillSpace, operands); break;
            case 'S' << 8 | 'C' or 'S' << 16 | 'C' << 8 | 'N': _state.Stroke = Coloured(_state.StrokeSpace, operands); break;
        }
    }

    private Ink Coloured(NameToken? space, ReadOnlySpan<Operand> operands) => space is null ? Ink.Of(Components(operands)) : Ink.Of(_resources, space, Components(operands));

    private void Save()
    {
        if (_saved.Count < MostSaved) _saved.Add(_state);
        else _unsaved++;
    }

    private void Restore(int floor)
    {
        if (_unsaved > 0) _unsaved--;
        else if (_saved.Count > floor)
        {
            _state = _saved[^1];
            _saved.RemoveAt(_saved.Count - 1);
        }
    }

    private void Paint(bool filled)
    {
        _path.Close();
        _path.Paint(_state, filled, stroked: true);
    }

    private void Show(ContentScanner scanner, ReadOnlySpan<Operand> operands)
    {
        _text.BeginShow();
        foreach (Operand operand in operands)
        {
            if (operand.Kind == OperandKind.Number) _text.Adjust(_state, operand.Number);
            else if (operand.Kind is OperandKind.Text or OperandKind.HexText) _text.Show(_state, scanner.Text(operand, ref _room));
        }
    }

    private GlyphTable? Glyphs(IFont? font)
    {
        if (font is null) return null;
        if (!_glyphs.TryGetValue(font, out GlyphTable? table)) _glyphs[font] = table = new GlyphTable(font);
        return table;
    }

    private void Extend(string name)
    {
        if (_resources.GetExtendedGraphicsStateDictionary(NameToken.Create(name)) is not { } dictionary) return;
        // Parameters that are not named stay as they are.
        if (dictionary.TryGet(NameToken.Create("ca"), _objects, out NumericToken? opacity)) _state.IsFaint = opacity.Double < 1;
        if (dictionary.TryGet(NameToken.Create("BM"), _objects, out NameToken? blend)) _state.IsBlended = blend.Data is not "Normal" and not "Compatible";
        if (dictionary.TryGet(NameToken.Lw, _objects, out NumericToken? width)) _state.LineWidth = width.Double;
        if (!dictionary.TryGet(NameToken.Font, _objects, out ArrayToken? font) || font.Data is not [IndirectReferenceToken reference, NumericToken size, ..]) return;
        _state.FontSize = size.Double;
        _state.Font = Glyphs(_resources.GetFontDirectly(reference));
    }

    private void Draw(NameToken name)
    {
        if (!_resources.TryGetXObject(name, out StreamToken? stream) || !stream.StreamDictionary.TryGet(NameToken.Subtype, _objects, out NameToken? kind)) return;
        if (kind.Equals(NameToken.Image)) ImageDrawer.Draw(_page, _state, stream.StreamDictionary);
        else if (kind.Equals(NameToken.Form)) DrawForm(name, stream);
    }

    /// <summary>A form is content of its own (ISO 32000-2, 8.10). One that draws itself is drawn once.</summary>
    private void DrawForm(NameToken name, StreamToken form)
    {
        bool isNamed = _resources.TryGetXObjectReference(name, out IndirectReference reference);
        if (_forms.Count >= DeepestForm || (isNamed && !_forms.Add(reference))) return;
        bool hasResources = form.StreamDictionary.TryGet(NameToken.Resources, _objects, out DictionaryToken? resources);
        if (hasResources) _resources.LoadResourceDictionary(resources!);
        GraphicsState before = _state;
        int floor = _saved.Count;
        try
        {
            if (form.StreamDictionary.TryGet(NameToken.Matrix, _objects, out ArrayToken? matrix) && Numbers(matrix) is [double a, double b, double c, double d, double e, double f])
                _state.Matrix = new Matrix(a, b, c, d, e, f).Then(_state.Matrix);
            Run(form.Decode(_filters, _objects));
        }
        finally
        {
            _state = before;
            if (_saved.Count > floor) _saved.RemoveRange(floor, _saved.Count - floor);
            if (hasResources) _resources.UnloadResourceDictionary();
            if (isNamed) _forms.Remove(reference);
        }
    }

    private void Mark(ContentScanner scanner, ReadOnlySpan<Operand> operands)
    {
        string tag = operands is [{ Kind: OperandKind.Name } name, ..] ? scanner.Name(name) : "";
        long identifier = -1;
        string? replacement = null;
        if (operands is [_, { Kind: OperandKind.Name } named]) Described(_resources.GetMarkedContentPropertiesDictionary(NameToken.Create(scanner.Name(named))), ref identifier, ref replacement);
        for (int i = 1; i + 1 < operands.Length; i++)
        {
            if (scanner.Is(operands[i], "MCID"u8) && operands[i + 1].Kind == OperandKind.Number) identifier = (long)operands[i + 1].Number;
            else if (scanner.Is(operands[i], "ActualText"u8) && operands[i + 1].Kind is OperandKind.Text or OperandKind.HexText)
                replacement = StringBytes.Characters(scanner.Text(operands[i + 1], ref _room).Span);
        }
        _page.Marks.Add(new ContentMark(tag, identifier, _text.Mark));
        _text.Mark = _page.Marks.Count - 1;
        // Soft hyphens tell where a word may be broken.
        _text.Replace(replacement?.Replace("\u00ad", "", StringComparison.Ordinal));
    }

    private void Described(DictionaryToken? properties, ref long identifier, ref string? replacement)
    {
        if (properties is null) return;
        if (properties.TryGet(NameToken.Create("MCID"), _objects, out NumericToken? number)) identifier = number.Long;
        if (properties.TryGet(NameToken.ActualText, _objects, out IDataToken<string>? text)) replacement = text.Data;
    }

    private void Unmark()
    {
        _text.Replace(null);
        if (_text.Mark >= 0) _text.Mark = _page.Marks[_text.Mark].Parent;
    }

    private PdfPoint Point(ReadOnlySpan<Operand> numbers) => _state.Matrix.Apply(numbers[0].Number, numbers[1].Number);

    /// <summary>The last so many operands, if they are numbers.</summary>
    private static bool Numbers(ReadOnlySpan<Operand> operands, int count, out ReadOnlySpan<Operand> numbers)
    {
        numbers = operands.Length < count ? [] : operands[^count..];
        foreach (Operand operand in numbers)
            if (operand.Kind != OperandKind.Number) return false;
        return numbers.Length == count;
    }

    private static Matrix? Matrix(ReadOnlySpan<Operand> operands) =>
        Numbers(operands, 6, out ReadOnlySpan<Operand> n) ? new Matrix(n[0].Number, n[1].Number, n[2].Number, n[3].Number, n[4].Number, n[5].Number) : null;

    private static double[] Numbers(ArrayToken array) => [.. array.Data.OfType<NumericToken>().Select(number => number.Double)];

    private static double[] Components(ReadOnlySpan<Operand> operands)
    {
        int count = 0;
        foreach (Operand operand in operands) count += operand.Kind == OperandKind.Number ? 1 : 0;
        double[] components = new double[count];
        foreach (Operand operand in operands)
            if (operand.Kind == OperandKind.Number) components[^count--] = operand.Number;
        return components;
    }
}
