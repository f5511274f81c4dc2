using System.Text;

namespace Classifier;

/// <summary>A file that a user names.</summary>
internal static class GivenFile
{
    /// <summary>Makes sure that it is there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="expected">What it should hold, for the message.</param>
    /// <exception cref="InvalidDataException">There is no such file, or it is a folder.</exception>
    public static void Check(string path, string expected)
    {
        if (Directory.Exists(path)) throw new InvalidDataException($"{path}: found a folder; expected a file with {expected}.");
        if (!File.Exists(path)) throw new InvalidDataException($"{path}: found no such file; expected {expected}.");
    }

    /// <summary>Makes sure that what is written does not take the place of what is read.</summary>
    /// <exception cref="InvalidDataException">Both are the same file.</exception>
    public static void CheckApart(string input, string output)
    {
        if (RealPath.Same(input, output)) throw new InvalidDataException($"{output}: found the input itself as the file to write; expected another name, so that the input is kept.");
    }

    /// <summary>Its text.</summary>
    /// <param name="path">The file, UTF-8.</param>
    /// <param name="expected">What it should hold, for the message.</param>
    /// <exception cref="InvalidDataException">There is no such file, or it is no text.</exception>
    public static string Text(string path, string expected)
    {
        Check(path, expected);
        try
        {
            return File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"{path}: found bytes that are not UTF-8; save the file as UTF-8.");
        }
    }
}
