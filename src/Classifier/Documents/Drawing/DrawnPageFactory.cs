using System.Diagnostics.CodeAnalysis;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Classifier.Documents.Drawing;

/// <summary>Makes <see cref="DrawnPage"/>s: the parser finds a page's boxes, resources and content, and the content goes to <see cref="ContentInterpreter"/> as bytes.</summary>
internal sealed class DrawnPageFactory : BasePageFactory<DrawnPage>
{
    private readonly Dictionary<IFont, GlyphTable> _glyphs = [];
    private readonly DrawnPage _page = new();

    /// <summary>Called by the parser, which finds it by its parameters.</summary>
    [SuppressMessage("Style", "IDE0060", Justification = "The parser looks for a constructor with these five parameters.")]
    public DrawnPageFactory(IPdfTokenScanner pdfScanner, IResourceStore resourceStore, ILookupFilterProvider filterProvider, IPageContentParser pageContentParser, ParsingOptions parsingOptions)
        : base(pdfScanner, resourceStore, filterProvider, new Bytes(), parsingOptions)
    {
    }

    protected override DrawnPage ProcessPage(
        int pageNumber, DictionaryToken dictionary, NamedDestinations namedDestinations, MediaBox mediaBox, CropBox cropBox,
        UserSpaceUnit userSpaceUnit, PageRotationDegrees rotation, TransformationMatrix initialMatrix, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        Matrix matrix = Matrix.Of(initialMatrix);
        PdfRectangle view = mediaBox.Bounds.Intersect(cropBox.Bounds) ?? mediaBox.Bounds;
        (double width, double height) = rotation.SwapsAxis ? (view.Height, view.Width) : (view.Width, view.Height);
        _page.Begin(pageNumber, width, height, AnnotationReader.Read(dictionary, PdfScanner, matrix));
        ContentInterpreter interpreter = new(_page, ResourceStore, PdfScanner, FilterProvider, _glyphs, matrix);
        foreach (Content content in operations.OfType<Content>()) interpreter.Run(content.Data);
        return _page;
    }

    /// <summary>A content stream in place of its operators.</summary>
    private sealed record Content(ReadOnlyMemory<byte> Data) : IGraphicsStateOperation
    {
        public string Operator => "";

        public void Write(Stream stream) => stream.Write(Data.Span);

        public void Run(IOperationContext operationContext)
        {
        }
    }

    private sealed class Bytes : IPageContentParser
    {
        private byte[] _room = [];

        public IReadOnlyList<IGraphicsStateOperation> Parse(int pageNumber, IInputBytes inputBytes, ILog log)
        {
            if (_room.Length < inputBytes.Length) _room = new byte[Math.Max(inputBytes.Length, 2L * _room.Length)];
            return [new Content(_room.AsMemory(0, inputBytes.Read(_room.AsSpan(0, (int)inputBytes.Length))))];
        }
    }
}
