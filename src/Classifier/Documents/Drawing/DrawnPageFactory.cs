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
        DrawnPage page = new()
        {
            Number = pageNumber,
            Width = rotation.SwapsAxis ? view.Height : view.Width,
            Height = rotation.SwapsAxis ? view.Width : view.Height,
            Annotations = AnnotationReader.Read(dictionary, PdfScanner, matrix),
        };
        ContentInterpreter interpreter = new(page, ResourceStore, PdfScanner, FilterProvider, _glyphs, matrix);
        foreach (Content content in operations.OfType<Content>()) interpreter.Run(content.Data);
        return page;
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
        public IReadOnlyList<IGraphicsStateOperation> Parse(int pageNumber, IInputBytes inputBytes, ILog log)
        {
            byte[] data = new byte[inputBytes.Length];
            return [new Content(data.AsMemory(0, inputBytes.Read(data)))];
        }
    }
}
