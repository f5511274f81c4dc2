namespace Classifier.Tests.Hostile;

/// <summary>Files made to hang, crash, fill or deceive whoever reads them, by name.</summary>
internal static class HostileFiles
{
    /// <summary>The limit on files that the one that is too large goes over.</summary>
    public const int MostFileMiB = 16;

    /// <summary>Every file with a function that makes it.</summary>
    public static IReadOnlyDictionary<string, Func<byte[]>> All { get; } = new Dictionary<string, Func<byte[]>>(StringComparer.Ordinal)
    {
        ["empty.pdf"] = () => [],
        ["not-a-pdf.pdf"] = () => "PK\u0003\u0004 this is an archive"u8.ToArray(),
        ["head-only.pdf"] = () => "%PDF-1.7\n"u8.ToArray(),
        ["huge.pdf"] = () => [.. "%PDF-1.7\n"u8, .. new byte[(MostFileMiB << 20) + 1]],
        ["nul-bytes.pdf"] = () => [.. "%PDF-1.7\n"u8, .. new byte[1 << 20]],
        ["encrypted.pdf"] = DamagedStructure.Encrypted,
        ["truncated-xref.pdf"] = DamagedStructure.TruncatedTable,
        ["xref-loop.pdf"] = DamagedStructure.TableLoop,
        ["xref-counts-two-billion.pdf"] = DamagedStructure.TableOfTwoBillion,
        ["wrong-lengths.pdf"] = DamagedStructure.WrongLengths,
        ["length-refers-to-itself.pdf"] = DamagedStructure.LengthLoop,
        ["cut-in-half.pdf"] = DamagedStructure.CutInHalf,
        ["deep-arrays.pdf"] = Nesting.DeepArrays,
        ["deep-dictionaries.pdf"] = Nesting.DeepDictionaries,
        ["deep-content.pdf"] = Nesting.DeepContent,
        ["deep-page-tree.pdf"] = Nesting.DeepPageTree,
        ["deep-graphics-states.pdf"] = Nesting.DeepGraphicsStates,
        ["page-tree-loop.pdf"] = Nesting.PageTreeLoop,
        ["parent-loop.pdf"] = Nesting.ParentLoop,
        ["form-draws-itself.pdf"] = Nesting.FormLoop,
        ["forms-double-thirty-times.pdf"] = Nesting.DoublingForms,
        ["type3-glyph-draws-itself.pdf"] = Nesting.GlyphLoop,
        ["outline-loop.pdf"] = Nesting.OutlineLoop,
        ["structure-loop.pdf"] = Nesting.StructureLoop,
        ["reference-loop.pdf"] = Nesting.ReferenceLoop,
        ["flate-bomb.pdf"] = Bombs.Flate,
        ["flate-bomb-twice.pdf"] = Bombs.FlateTwice,
        ["run-length-bomb.pdf"] = Bombs.RunLength,
        ["image-bomb.pdf"] = Bombs.Image,
        ["name-flood.pdf"] = Bombs.Names,
        ["key-flood.pdf"] = Bombs.Keys,
        ["million-operators.pdf"] = Bombs.MillionOperators,
        ["million-letters.pdf"] = Bombs.MillionLetters,
        ["million-strokes.pdf"] = Bombs.MillionStrokes,
        ["hundred-thousand-pages.pdf"] = Bombs.HundredThousandPages,
        ["one-page-hundred-thousand-times.pdf"] = Bombs.OnePageRepeated,
        ["unicode-map-bomb.pdf"] = BrokenFonts.UnicodeMapBomb,
        ["unicode-map-loop.pdf"] = BrokenFonts.UnicodeMapLoop,
        ["noise-truetype.pdf"] = () => BrokenFonts.Noise("FontFile2", "TrueType"),
        ["noise-type1.pdf"] = () => BrokenFonts.Noise("FontFile", "Type1"),
        ["noise-cff.pdf"] = () => BrokenFonts.Noise("FontFile3", "Type1"),
        ["widths-of-two-billion.pdf"] = BrokenFonts.Widths,
        ["descendant-loop.pdf"] = BrokenFonts.DescendantLoop,
        ["giant-page.pdf"] = () => Pages("0 0 1e30 1e30"),
        ["page-of-nothing.pdf"] = () => Pages("0 0 0 0"),
        ["page-inside-out.pdf"] = () => Pages("600 900 -600 -900"),
        ["page-off-the-scale.pdf"] = () => Pages("-9999999999999999999 -99999999999999999999 99999999999999999999 9999999999999999999"),
        ["giant-letters.pdf"] = () => Page("BT /F 1e20 Tf 1e20 0 0 1e20 0 0 Tm (Member States shall block everything everywhere.) Tj ET"),
        ["singular-matrix.pdf"] = () => Page("0 0 0 0 0 0 cm BT /F 12 Tf (Member States shall block everything everywhere.) Tj ET"),
        ["strings.pdf"] = HostileStrings.Printed,
        ["=HYPERLINK(\"http:evil\").pdf"] = () => Page("BT /F 12 Tf 60 700 Td (Article 1. The name of this file is a formula.) Tj ET"),
        ["\u001b[2J\u001b]0;owned\u0007\u202efdp.exe\n.pdf"] = () => Page("BT /F 12 Tf 60 700 Td (Article 1. The name of this file moves the cursor.) Tj ET"),
    };

    /// <summary>A page of Helvetica.</summary>
    public static byte[] Page(string content, string box = "0 0 595 842")
    {
        RawPdf pdf = new();
        return pdf.Bytes(pdf.AddPage(pdf.AddStream("", content), box: box));
    }

    private static byte[] Pages(string box) => Page("BT /F 12 Tf 60 700 Td (Article 1. Member States shall keep their pages to a size that can be printed.) Tj ET", box);
}
