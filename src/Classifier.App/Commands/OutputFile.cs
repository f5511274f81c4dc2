namespace Classifier.App.Commands;

/// <summary>The one file that a command writes.</summary>
internal static class OutputFile
{
    /// <summary>Writes it beside its place, which it takes when it is whole: what breaks off leaves a former file as it was, and nothing else behind.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes its content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        string aside = $"{path}.part";
        try
        {
            using (FileStream stream = File.Create(aside)) write(stream);
            File.Move(aside, path, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }
}
