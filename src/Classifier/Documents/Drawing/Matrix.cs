using UglyToad.PdfPig.Core;

namespace Classifier.Documents.Drawing;

/// <summary>A way from one plane to another (ISO 32000-2, 8.3.4): x' = A x + C y + E, y' = B x + D y + F.</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static Matrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

    public static Matrix Of(TransformationMatrix matrix) => new(matrix.A, matrix.B, matrix.C, matrix.D, matrix.E, matrix.F);

    /// <summary>This way first, then another.</summary>
    public Matrix Then(in Matrix next) => new(
        (A * next.A) + (B * next.C), (A * next.B) + (B * next.D),
        (C * next.A) + (D * next.C), (C * next.B) + (D * next.D),
        (E * next.A) + (F * next.C) + next.E, (E * next.B) + (F * next.D) + next.F);

    /// <summary>The same way from a point moved by x and y.</summary>
    public Matrix Moved(double x, double y) => this with { E = E + (x * A) + (y * C), F = F + (x * B) + (y * D) };

    public PdfPoint Apply(double x, double y) => new((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    public PdfPoint Apply(PdfPoint point) => Apply(point.X, point.Y);

    /// <summary>How long an upright stroke of length one becomes.</summary>
    public double UprightLength => Math.Sqrt((C * C) + (D * D));
}
