using System.Runtime.InteropServices;
using Classifier.Documents.Drawing;

namespace Classifier.Documents;

/// <summary>
/// Tells the text layer of a scan from printed text: software that recognises the text on an image puts it there unseen, not painted at all or under the image, so
/// that it can be found and copied.
/// </summary>
internal static class HiddenText
{
    // Share of a page's area from which on an image can hide words; smaller ones are figures, and there may be thousands.
    private const double LeastCover = 0.02;

    /// <summary>True where the page shows an image and most of its letters cannot be seen. A scan may have a visible stamp or number, and a printed page a hidden word.</summary>
    public static bool IsOn(DrawnPage page)
    {
        if (!page.HasImages) return false;
        List<DrawnImage> covers = page.Covers.FindAll(image => (image.Right - image.Left) * (image.Top - image.Bottom) >= LeastCover * page.Width * page.Height);
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

    private static bool IsCovered(List<DrawnImage> covers, int letter, UglyToad.PdfPig.Core.PdfPoint start)
    {
        foreach (ref readonly DrawnImage cover in CollectionsMarshal.AsSpan(covers))
            if (cover.LettersBefore > letter && cover.Holds(start)) return true;
        return false;
    }
}
