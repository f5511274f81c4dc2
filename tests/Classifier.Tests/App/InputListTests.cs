using Classifier.App.Inputs;
using Classifier.Tests.Reports;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.App;

public sealed class InputListTests
{
    [Fact]
    public void Expand_Folder_FindsPdfsToTheBottomInOrdinalOrder()
    {
        using TemporaryFolder folder = new();
        foreach (string name in (string[])["b.pdf", "B.PDF", "a/z.pdf", "a/b/y.pdf", "notes.txt"]) folder.Write(name, "x");
        InputList list = InputList.Expand([folder.Path]);
        Assert.Equal(["B.PDF", "a/b/y.pdf", "a/z.pdf", "b.pdf"], list.Files.Select(file => file.Document));
        Assert.Equal(1, list.OtherFiles);
    }

    [Fact]
    public void Expand_NamesThatMeet_AreToldApartByTheOrderOfInputs()
    {
        using TemporaryFolder folder = new();
        string one = folder.Write("one/a.pdf", "1"), two = folder.Write("two/a.pdf", "2"), three = folder.Write("three/a (2).pdf", "3");
        Assert.Equal([("a (2).pdf", two), ("a (3).pdf", folder.Below("four", "a.pdf")), ("a.pdf", one)],
            Named(one, two, folder.Write("four/a.pdf", "4")));
        Assert.Equal([("a (2) (2).pdf", three), ("a (2).pdf", two), ("a.pdf", one)], Named(one, two, three));
    }

    [Fact]
    public void Expand_SamePathTwice_CountsOnce()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("a.pdf", "1");
        Assert.Single(InputList.Expand([folder.Path, file, Path.Combine(folder.Path, ".", "a.pdf")]).Files);
    }

    [Fact]
    public void Expand_MissingInput_IsAnEntryWithAnIssue()
    {
        using TemporaryFolder folder = new();
        InputFile missing = Assert.Single(InputList.Expand([folder.Below("none.pdf")]).Files);
        Assert.Equal(("none.pdf", "missing", Severity.Fatal), (missing.Document, missing.Issue!.Category, missing.Issue.Severity));
    }

    [Fact]
    public void Expand_FolderWithoutPdf_IsAnEntryWithAnIssue()
    {
        using TemporaryFolder folder = new();
        folder.Write("readme.txt", "x");
        Assert.Equal("no_pdf", Assert.Single(InputList.Expand([folder.Path]).Files).Issue!.Category);
    }

    [Fact]
    public void Expand_LinkToAFolderAbove_EndsAndLosesNothing()
    {
        using TemporaryFolder folder = new();
        folder.Write("a/x.pdf", "1");
        Directory.CreateSymbolicLink(folder.Below("a", "round"), folder.Path);
        Directory.CreateSymbolicLink(folder.Below("to-a"), folder.Below("a"));
        Assert.Equal(["a/x.pdf", "to-a/x.pdf"], InputList.Expand([folder.Path]).Files.Select(file => file.Document));
    }

    [Fact]
    public void Expand_List_NamesDocumentsAsWrittenThere()
    {
        using TemporaryFolder folder = new();
        folder.Write("in/a.pdf", "1");
        folder.Write("in/sub/b.pdf", "2");
        string list = folder.Write("list.txt", $"{folder.Below("in")}\r\n\r\n{folder.Below("in", "none.pdf")}\n");
        string prefix = string.Join('/', folder.Below("in").Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal([$"{prefix}/a.pdf", $"{prefix}/none.pdf", $"{prefix}/sub/b.pdf"], InputList.Expand(["@" + list]).Files.Select(file => file.Document));
    }

    [Fact]
    public void Expand_ListThatIsMissing_IsRefused() =>
        Assert.StartsWith("/no/such/list.txt: found no such file; expected a list of inputs", Assert.Throws<InvalidDataException>(() => InputList.Expand(["@/no/such/list.txt"])).Message, StringComparison.Ordinal);

    private static IEnumerable<(string, string)> Named(params string[] inputs) => InputList.Expand(inputs).Files.Select(file => (file.Document, file.Path));
}

public sealed class SurveyTests
{
    [Fact]
    public void Take_SameContentTwice_FirstNameStandsForBoth()
    {
        using TemporaryFolder folder = new();
        folder.Write("a.pdf", "same");
        folder.Write("b.pdf", "other");
        folder.Write("c.pdf", "same");
        IReadOnlyList<SurveyedFile> files = Take(folder);
        Assert.Equal([null, null, "a.pdf"], files.Select(file => file.DuplicateOf));
        Assert.Equal([true, true, false], files.Select(file => file.IsWork));
        Assert.Equal(files[0].DocumentId, files[2].DocumentId);
    }

    [Fact]
    public void Take_LinkToNothing_IsAnEntryWithAnIssue()
    {
        using TemporaryFolder folder = new();
        File.CreateSymbolicLink(folder.Below("a.pdf"), folder.Below("gone.pdf"));
        Assert.Equal("missing", Take(folder).Single().Issue!.Category);
    }

    [Fact]
    public void Take_LargeFile_IsNotRead()
    {
        using TemporaryFolder folder = new();
        folder.Write("a.pdf", new string('x', 101));
        Assert.Equal("too_large", Take(folder).Single().Issue!.Category);
    }

    [Property(MaxTest = 50)]
    public bool Take_AnyFiles_GivesOneEntryForEach(byte[] contents)
    {
        using TemporaryFolder folder = new();
        for (int i = 0; i < contents.Length; i++) folder.Write($"{i}.pdf", $"{contents[i] % 4}");
        if (contents.Length == 0) return true;
        IReadOnlyList<SurveyedFile> files = Take(folder);
        return files.Count == contents.Length && files.Where(file => file.IsWork).Select(file => file.DocumentId).Distinct().Count() == files.Count(file => file.IsWork);
    }

    private static IReadOnlyList<SurveyedFile> Take(TemporaryFolder folder) => Survey.Take(InputList.Expand([folder.Path]).Files, 100, 2, CancellationToken.None);
}
