using System.Buffers.Binary;
using System.Xml;
using Classifier.Documents;

namespace Classifier.App.Ocr;

/// <summary>What a worker that wants a page recognised and its parent say to each other.</summary>
internal static class OcrFrames
{
    /// <summary>Most bytes of recognised text with its places: a page of the densest small print has less than one MiB.</summary>
    public const int MostHocrBytes = 8 << 20;

    /// <summary>The worker's question.</summary>
    /// <param name="page">The page, from 1.</param>
    public static byte[] Question(int page)
    {
        byte[] bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, page);
        return bytes;
    }

    /// <summary>Reads a question.</summary>
    /// <exception cref="InvalidDataException">It names no page.</exception>
    public static int Page(byte[] question) =>
        question.Length == sizeof(int) && BinaryPrimitives.ReadInt32LittleEndian(question) is > 0 and int page ? page : throw new InvalidDataException("a question for a page names none");

    /// <summary>The parent's answer.</summary>
    public static byte[] Answer(Recognition outcome, byte[] hocr) => [(byte)outcome, .. hocr];

    /// <summary>Reads an answer; what cannot be understood was not read.</summary>
    public static RecognizedPage Words(byte[] answer)
    {
        if (answer.Length == 0 || answer[0] != (byte)Recognition.Read) return new RecognizedPage(answer is [(byte)Recognition.TimedOut, ..] ? Recognition.TimedOut : Recognition.Failed, []);
        try
        {
            return new RecognizedPage(Recognition.Read, HocrReader.Read(new MemoryStream(answer, 1, answer.Length - 1)));
        }
        catch (Exception error) when (error is XmlException or FormatException)
        {
            return new RecognizedPage(Recognition.Failed, []);
        }
    }
}
