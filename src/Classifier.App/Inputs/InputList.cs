using System.Text;

namespace Classifier.App.Inputs;

/// <summary>
/// Finds the files that the command line means. An input is a PDF, a folder (searched to the bottom for <c>*.pdf</c>), or <c>@list.txt</c> with
/// one path a line. What cannot be found is an entry with an issue, never left out.
/// </summary>
/// <remarks>
/// Names: a file given by itself is named by its file name, a file of a folder by its path below that folder, a line of a list as written there.
/// Where two files would have one name, the one whose input was given first keeps it, and the others are told apart by " (2)", " (3)" ... before
/// the extension. The same path found twice counts once.
/// </remarks>
internal sealed class InputList
{
    private readonly List<InputFile> _found = [];
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private InputList()
    {
    }

    /// <summary>All files and faulty inputs, ordered by document name (ordinal).</summary>
    public IReadOnlyList<InputFile> Files => _found;

    /// <summary>Files in the folders whose names do not end in <c>.pdf</c>.</summary>
    public int OtherFiles { get; private set; }

    /// <summary>Finds the files.</summary>
    /// <param name="inputs">The inputs as given on the command line.</param>
    /// <exception cref="InvalidDataException">A list does not exist.</exception>
    public static InputList Expand(IEnumerable<string> inputs)
    {
        InputList list = new();
        foreach (string input in inputs)
        {
            if (input.StartsWith('@') && !File.Exists(input)) list.AddList(input[1..]);
            else list.Add(input, FileName(input), below: "");
        }
        list._found.Sort((a, b) => string.CompareOrdinal(a.Document, b.Document));
        return list;
    }

    private void AddList(string path)
    {
        GivenFile.Check(path, "a list of inputs, one path a line");
        int number = 0;
        foreach (string line in File.ReadLines(path, new UTF8Encoding(false, throwOnInvalidBytes: true)))
        {
            number++;
            string entry = line.Trim();
            if (entry.Length == 0) continue;
            if (entry.Contains('\0')) throw new StopException(ExitCodes.Usage, $"{path}, line {number}: a NUL stands in the path. The list must be plain text, UTF-8, one path a line.");
            Add(entry, ListedName(entry), below: ListedName(entry) + "/");
        }
    }

    private void Add(string path, string name, string below)
    {
        if (Directory.Exists(path)) AddFolder(path, below, name, []);
        else if (File.Exists(path)) AddFile(path, name);
        else AddIssue(path, name, "missing", $"The input {path} does not exist. Check its spelling; a relative path starts from the folder in which the program runs.");
    }

    private void AddFolder(string folder, string prefix, string name, IReadOnlyList<string> above)
    {
        string real = RealPath.Of(folder);
        if (above.Contains(real)) return; // a link to a folder above leads round in a circle; its files are found without it
        int before = _found.Count;
        try
        {
            foreach (FileSystemInfo entry in new DirectoryInfo(folder).EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
            {
                string path = Path.Combine(folder, entry.Name);
                if (entry is DirectoryInfo) AddFolder(path, prefix + entry.Name + "/", prefix + entry.Name, [.. above, real]);
                else if (!entry.Name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)) OtherFiles++;
                else AddFile(path, prefix + entry.Name);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            AddIssue(folder, name, "unreadable", $"The folder {folder} could not be listed ({error.Message.TrimEnd('.')}). Make it readable and run again.");
        }
        if (above.Count == 0 && _found.Count == before) AddIssue(folder, name, "no_pdf", $"The folder {folder} holds no file whose name ends in .pdf. Give another folder, or name the files one by one.");
    }

    private void AddFile(string path, string name)
    {
        if (_paths.Add(Path.GetFullPath(path))) _found.Add(new InputFile(OwnName(name), path));
    }

    private void AddIssue(string path, string name, string category, string message)
    {
        if (!_paths.Add(Path.GetFullPath(path))) return;
        _found.Add(new InputFile(OwnName(name), path, new Issue(Severity.Fatal, "input", null, category, message)));
    }

    private string OwnName(string name)
    {
        if (_names.Add(name)) return name;
        string extension = Path.GetExtension(name);
        string stem = name[..^extension.Length];
        int number = 2;
        while (!_names.Add($"{stem} ({number}){extension}")) number++;
        return $"{stem} ({number}){extension}";
    }

    private static string FileName(string path)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        return name is "" or "." or ".." ? Path.GetFileName(Path.GetFullPath(path)) is { Length: > 0 } full ? full : "root" : name;
    }

    /// <summary>A line of a list names its document as written, without a leading root or dots, which say nothing about the document.</summary>
    private static string ListedName(string entry)
    {
        string[] parts = entry.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        string name = string.Join('/', parts.Where(part => part is not ("." or "..")));
        return name.Length > 0 ? name : FileName(entry);
    }
}
