using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Classifier.Documents;

namespace Classifier.App.Ocr;

/// <summary>
/// Reads recognised words from hOCR (https://kba.github.io/hocr-spec/1.2/): elements whose classes name page, line and word, and whose titles hold
/// boxes in pixels from the top left, the line's baseline as slope and offset from its box's lower left corner, and its height from ascender to descender.
/// </summary>
internal static class HocrReader
{
    // Height from ascender to descender of the usual text faces, as a share of the font size.
    private const double InkHeight = 0.9;

    private static readonly HashSet<string> Lines = ["ocr_line", "ocr_caption", "ocr_header", "ocr_textfloat"];

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = OcrFrames.MostHocrBytes };

    /// <summary>Reads the words of a page.</summary>
    /// <exception cref="XmlException">It is no XHTML.</exception>
    /// <exception cref="FormatException">There is no page, or a page, line or word does not say where it stands.</exception>
    public static IReadOnlyList<RecognizedWord> Read(Stream hocr)
    {
        using XmlReader reader = XmlReader.Create(hocr, Settings);
        List<RecognizedWord> words = [];
        XElement[] pages = [.. Of(XElement.Load(reader), "ocr_page")];
        if (pages.Length == 0) throw new FormatException("there is no page");
        foreach (XElement page in pages)
        {
            double[] sheet = Numbers(page, "bbox", 4);
            double width = sheet[2] - sheet[0], height = sheet[3] - sheet[1];
            if (width <= 0 || height <= 0) throw new FormatException("a page has no extent");
            foreach (XElement line in page.Descendants().Where(element => Lines.Contains(Class(element)))) words.AddRange(Words(line, width, height));
        }
        return words;
    }

    private static IEnumerable<RecognizedWord> Words(XElement line, double width, double height)
    {
        double[] box = Numbers(line, "bbox", 4), baseline = Numbers(line, "baseline", 2);
        double size = Numbers(line, "x_size", 1)[0] / InkHeight;
        double middle = box[3] + baseline[1] + baseline[0] * (box[2] - box[0]) / 2;
        foreach (XElement word in Of(line, "ocrx_word"))
        {
            string text = word.Value.Trim();
            if (text.Length == 0) continue;
            double[] place = Numbers(word, "bbox", 4);
            yield return new RecognizedWord(text, place[0] / width, place[2] / width, middle / height, size / height, Numbers(word, "x_wconf", 1)[0]);
        }
    }

    private static IEnumerable<XElement> Of(XElement parent, string name) => parent.Descendants().Where(element => Class(element) == name);

    private static string Class(XElement element) => (string?)element.Attribute("class") ?? "";

    /// <summary>The numbers behind a name in an element's title: "bbox 0 0 10 10; x_wconf 96".</summary>
    private static double[] Numbers(XElement element, string name, int count)
    {
        foreach (string property in ((string?)element.Attribute("title") ?? "").Split(';', StringSplitOptions.TrimEntries))
        {
            string[] parts = property.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == count + 1 && parts[0] == name) return [.. parts.Skip(1).Select(part => double.Parse(part, NumberStyles.Float, CultureInfo.InvariantCulture))];
        }
        // An upright line has no baseline of its own; the box's lower edge is the best that is known.
        return name == "baseline" ? [0, 0] : throw new FormatException($"{Class(element)} has no {name}");
    }
}
