using System.Globalization;
using System.Text;
using Classifier.Models;

namespace Classifier.Training;

/// <summary>Draws a reliability diagram for each label: mean probability of a bin against its share of positives; on the diagonal, a probability means what it says.</summary>
internal static class ReliabilityPlot
{
    private const int Side = 150, Gap = 40, Columns = 4;

    /// <summary>The plot as SVG.</summary>
    public static string Draw(float[,] scores, IReadOnlyList<LabelledClause> clauses)
    {
        int rows = (ScoreLabels.All.Count + Columns - 1) / Columns;
        StringBuilder svg = new();
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Columns * (Side + Gap) + Gap}\" height=\"{rows * (Side + Gap) + Gap}\" font-family=\"sans-serif\" font-size=\"11\">");
        Line(svg, $"<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        foreach (ScoreLabel label in ScoreLabels.All) DrawLabel(svg, label, Evaluation.Column(scores, label), [.. clauses.Select(clause => clause.Has(label))]);
        Line(svg, $"</svg>");
        return svg.ToString();
    }

    private static void DrawLabel(StringBuilder svg, ScoreLabel label, float[] scores, bool[] answers)
    {
        int left = Gap + ((int)label % Columns * (Side + Gap)), bottom = ((int)label / Columns * (Side + Gap)) + Side + Gap;
        double X(double share) => left + (share * Side);
        double Y(double share) => bottom - (share * Side);
        Line(svg, $"<rect x=\"{left}\" y=\"{bottom - Side}\" width=\"{Side}\" height=\"{Side}\" fill=\"none\" stroke=\"#999\"/>");
        Line(svg, $"<line x1=\"{X(0)}\" y1=\"{Y(0)}\" x2=\"{X(1)}\" y2=\"{Y(1)}\" stroke=\"#bbb\" stroke-dasharray=\"3\"/>");
        Line(svg, $"<text x=\"{left}\" y=\"{bottom - Side - 5}\">{label.Name()}</text>");
        (double X, double Y)[] points = [.. RankMetrics.Bins(scores, answers).Select(bin => (X(bin.Expected / bin.Clauses), Y((double)bin.Positives / bin.Clauses)))];
        Line(svg, $"<polyline fill=\"none\" stroke=\"#06c\" points=\"{string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:F1},{point.Y:F1}")))}\"/>");
        foreach ((double x, double y) in points) Line(svg, $"<circle cx=\"{x:F1}\" cy=\"{y:F1}\" r=\"2.5\" fill=\"#06c\"/>");
    }

    private static void Line(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
