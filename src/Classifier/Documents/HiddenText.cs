using System.Runtime.InteropServices;
using Classifier.Documents.Drawing;
using UglyToad.PdfPig.Core;

namespace Classifier.Documents;

/// <summary>
/// Tells the text layer of a scan from printed text: software that recognises the text on an image puts it there unseen, not painted at all or under the image, so
/// that it can be found and copied.
/// </summary>
internal static class HiddenText
{
    // Share of a page's area from which on an image can hide words; smaller ones are figures, and there may be thousands.
    private const double LeastCover = 0.02;

    // A scan is one image or some dozens of strips; a page with more has them drawn over one another.
    private const int MostCovers = 200;

    /// <summary>True where the page shows an image and most of its letters cannot be seen. A scan may have a visible stamp or number, and a printed page a hidden word.</summary>
    public static bool IsOn(DrawnPage page)
    {
        if (!page.HasImages) return false;
        DrawnImage[] covers = [.. page.Covers.Where(image => (image.Right - image.Left) * (image.Top - image.Bottom) >= LeastCover * page.Width * page.Height).Take(MostCovers)];
        ReadOnlySpan<DrawnLetter> letters = CollectionsMarshal.AsSpan(page.Letters);
        int all = 0, hidden = 0;
        for (int i = 0; i < letters.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(letters[i].Text)) continue;
            all++;
            if (letters[i].IsInvisible || IsCovered(covers, i, letters[i].Start)) hidden++;
        }
        return 2 * hidden > all;
    }

    private static bool IsCovered(DrawnImage[] covers, int letter, PdfPoint start)
    {
        foreach (ref readonly DrawnImage cover in covers.AsSpan())
            if (cover.LettersBefore > letter && cover.Holds(start)) return true;
        return false;
    }
}
