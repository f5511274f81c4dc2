using UglyToad.PdfPig.Core;

namespace Classifier.Documents.Drawing;

/// <summary>Builds the paths of a page (ISO 32000-2, 8.5).</summary>
internal sealed class PathDrawer(DrawnPage page)
{
    // Pages with more steps are maps; their lines are not looked at (PdfReaderOptions.MostLines).
    private const int MostSteps = 2_000_000;

    // Stretches that stand for a curve, enough to tell how far it reaches.
    private const int Stretches = 8;

    private int _first;
    private bool _isOpen;
    private PdfPoint _current;

    private bool IsBegun => page.Steps.Count > _first;

    public void Move(PdfPoint to)
    {
        Add(StepKind.Move, to);
        _isOpen = true;
    }

    public void Line(PdfPoint to)
    {
        if (_isOpen) Add(StepKind.Line, to);
    }

    /// <summary>A curve from the current point (Bézier, of third degree).</summary>
    public void Curve(PdfPoint one, PdfPoint two, PdfPoint to)
    {
        if (!_isOpen) return;
        PdfPoint from = _current;
        for (int i = 1; i <= Stretches; i++)
        {
            double t = (double)i / Stretches, u = 1 - t;
            double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
            Add(StepKind.Curve, new PdfPoint((a * from.X) + (b * one.X) + (c * two.X) + (d * to.X), (a * from.Y) + (b * one.Y) + (c * two.Y) + (d * to.Y)));
        }
    }

    /// <summary>A curve whose first control point is the current point.</summary>
    public void Curve(PdfPoint two, PdfPoint to) => Curve(_current, two, to);

    public void Close()
    {
        if (_isOpen) Add(StepKind.Close, _current);
        _isOpen = false;
    }

    public void Rectangle(PdfPoint corner, PdfPoint opposite)
    {
        Move(corner);
        Line(new PdfPoint(opposite.X, corner.Y));
        Line(opposite);
        Line(new PdfPoint(corner.X, opposite.Y));
        Close();
    }

    /// <summary>Paints the path and begins anew.</summary>
    public void Paint(in GraphicsState state, bool filled, bool stroked)
    {
        if (IsBegun) page.Paths.Add(new DrawnPath(_first, page.Steps.Count - _first, (stroked ? state.Stroke : state.Fill).Luminance, filled, stroked, state.LineWidth));
        (_first, _isOpen) = (page.Steps.Count, false);
    }

    /// <summary>Leaves the path unpainted.</summary>
    public void Drop()
    {
        page.Steps.RemoveRange(_first, page.Steps.Count - _first);
        _isOpen = false;
    }

    private void Add(StepKind kind, PdfPoint to)
    {
        _current = to;
        if (page.Steps.Count < MostSteps) page.Steps.Add(new PathStep(kind, to));
    }
}
